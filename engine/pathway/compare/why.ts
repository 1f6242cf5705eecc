import { changeOf, pairs, textChange, titled } from './both.ts';
import type { Kind } from './change.ts';

/** Why a step exists, the law it rests on, the idea of practice it serves. */
export const why: Kind = (both) =>
  pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    const name = titled(now);
    return [
      ...textChange(`Why ${name} is done`, old.purpose, now.purpose),
      ...textChange(`The law that ${name} rests on`, old.statute, now.statute),
      ...textChange(`The thought behind ${name}`, old.practice, now.practice),
    ].map((sentence) => changeOf(both, 'why', now.id, sentence));
  });
