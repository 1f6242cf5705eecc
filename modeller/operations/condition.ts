import { takeWhen } from '../make/conditions.ts';
import { shapeOf } from '../make/places.ts';
import { elementIn } from './choices.ts';
import type { Operation, Target } from './operation.ts';

/** When an answer of a question is the one: in words, built from what the forms ask. */
export const condition: Operation = {
  id: 'condition',
  name: 'When it is taken',
  group: 'ways',
  fits: (target) => isAnswer(target) && !target.flow.isDefault,
  asks: (target) => [
    {
      ...{ id: 'when', says: 'When it is taken', kind: 'condition' },
      value: target.kind === 'line' ? (target.flow.condition ?? '') : '',
    },
  ],
  run: ({ editor }, target, { when = '' }) => {
    takeWhen(editor, shapeOf(editor, target.id), when);
    return target.id;
  },
};

/** A line that leads away from a question with more than one answer. */
export const isAnswer = (target: Target): target is Extract<Target, { kind: 'line' }> =>
  target.kind === 'line' &&
  elementIn(target.process, target.flow.from)?.kind === 'question' &&
  target.process.flows.filter(({ from }) => from === target.flow.from).length > 1;
