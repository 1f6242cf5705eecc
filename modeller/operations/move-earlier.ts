import { swapWithNext } from './swap.ts';
import { elementIn, leadingIn } from './choices.ts';
import { plain } from './plain-way.ts';
import { isElement, type Operation } from './operation.ts';

/** A step or stage changes places with the one directly before it. */
export const moveEarlier: Operation = {
  id: 'move-earlier',
  name: 'Move one place earlier',
  group: 'order',
  fits: (target) =>
    isElement(target) && plain(target.process, target.id) && plain(target.process, leadingIn(target)[0]),
  run: (hand, target) => {
    const before = elementIn(target.process, leadingIn(target)[0]);
    if (before) swapWithNext(hand.editor, before.id);
    return target.id;
  },
};
