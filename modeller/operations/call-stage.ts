import { insert } from '../make/insert.ts';
import { shared } from './choices.ts';
import type { Operation } from './operation.ts';
import { hasAfter, spotAfter } from './where.ts';

/** Opens, after something, a piece of the pathway that several stages share. */
export const callStage: Operation = {
  id: 'call-stage',
  name: 'Open a shared piece after this',
  group: 'add',
  fits: (target, hand) => hasAfter(target) && shared(hand).some(({ value }) => value !== target.process.id),
  asks: (target, hand) => [
    {
      ...{ id: 'process', says: 'Which piece', kind: 'one', value: '' },
      options: shared(hand).filter(({ value }) => value !== target.process.id),
    },
  ],
  run: (hand, target, { process = '' }) => {
    const name = shared(hand).find(({ value }) => value === process)?.label ?? process;
    const attributes = { calledElement: process };
    return insert(hand.editor, spotAfter(hand, target), { type: 'bpmn:CallActivity', name, attributes }).id;
  },
};
