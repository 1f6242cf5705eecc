import { changeOf, pairs, roleName, titled } from './both.ts';
import type { Kind } from './change.ts';

/** Who does a step. */
export const role: Kind = (both) =>
  pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    if (old.role === now.role) return [];
    const sentence = `${titled(now)} is now done by ${roleName(both.after, now.role)} (before: ${roleName(both.before, old.role)}).`;
    return [changeOf(both, 'role', now.id, sentence)];
  });
