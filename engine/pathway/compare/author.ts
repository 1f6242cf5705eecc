import { changeOf, elementName, pairs, titled } from './both.ts';
import type { Kind } from './change.ts';

/** Whose work a step judges: who did that one may not do this one. */
export const author: Kind = (both) =>
  pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    if (old.notBy === now.notBy) return [];
    const sentence =
      now.notBy === undefined
        ? `${titled(now)} may now be done by whoever did ${elementName(both.before, old.notBy ?? '')}.`
        : `${titled(now)} may not be done by whoever did ${elementName(both.after, now.notBy)}${
            old.notBy === undefined ? ' any more' : ` (before: ${elementName(both.before, old.notBy)})`
          }.`;
    return [changeOf(both, 'author', now.id, sentence)];
  });
