import { takeOtherwise } from '../make/conditions.ts';
import { shapeOf } from '../make/places.ts';
import { isAnswer } from './condition.ts';
import type { Operation } from './operation.ts';

/** The answer that is taken when no other fits. */
export const otherwise: Operation = {
  id: 'otherwise',
  name: 'Take this when no other answer fits',
  group: 'ways',
  fits: (target) => isAnswer(target) && !target.flow.isDefault,
  run: ({ editor }, target) => {
    takeOtherwise(editor, shapeOf(editor, target.id));
    return target.id;
  },
};
