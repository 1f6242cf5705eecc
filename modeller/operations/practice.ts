import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** The idea of good work that a step serves. */
export const practice: Operation = {
  id: 'practice',
  name: 'How it is done well',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target) => [
    {
      ...{ id: 'text', says: 'How it is done well', kind: 'long', optional: true },
      value: isElement(target) ? (target.element.practice ?? '') : '',
    },
  ],
  run: (hand, target, { text }) => say(hand, target.id, 'practice', text?.trim()),
};
