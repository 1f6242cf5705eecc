import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** Why a step exists, in one sentence. */
export const why: Operation = {
  id: 'why',
  name: 'Why this step exists',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target) => [
    {
      ...{ id: 'text', says: 'Why this step exists', kind: 'long', optional: true },
      value: isElement(target) ? (target.element.purpose ?? '') : '',
    },
  ],
  run: (hand, target, { text }) => say(hand, target.id, 'purpose', text?.trim()),
};
