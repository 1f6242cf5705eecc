import { insert } from '../make/insert.ts';
import type { Operation } from './operation.ts';
import { stepAsks, stepFrom } from './new-step.ts';
import { hasAfter, spotAfter } from './where.ts';

/** A new step directly after something, or on a way that leads from one thing to the next. */
export const addStepAfter: Operation = {
  id: 'add-step-after',
  name: 'Add a step after this',
  group: 'add',
  fits: hasAfter,
  asks: (_target, hand) => stepAsks(hand),
  run: (hand, target, answers) => insert(hand.editor, spotAfter(hand, target), stepFrom(answers)).id,
};
