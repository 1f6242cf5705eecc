import { insert } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { leadingIn } from './choices.ts';
import { stepAsks, stepFrom } from './new-step.ts';
import type { Operation } from './operation.ts';

/** A new step directly before something: every way that led to it leads to the new step. */
export const addStepBefore: Operation = {
  id: 'add-step-before',
  name: 'Add a step before this',
  group: 'add',
  fits: (target) => leadingIn(target).length > 0,
  asks: (_target, hand) => stepAsks(hand),
  run: ({ editor }, target, answers) =>
    insert(editor, { before: shapeOf(editor, target.id) }, stepFrom(answers)).id,
};
