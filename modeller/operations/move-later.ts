import { swapWithNext } from './swap.ts';
import { following } from './choices.ts';
import { plain } from './plain-way.ts';
import { isElement, type Operation } from './operation.ts';

/** A step or stage changes places with the one directly after it. */
export const moveLater: Operation = {
  id: 'move-later',
  name: 'Move one place later',
  group: 'order',
  fits: (target) =>
    isElement(target) && plain(target.process, target.id) && plain(target.process, following(target)[0]),
  run: (hand, target) => {
    swapWithNext(hand.editor, target.id);
    return target.id;
  },
};
