import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** The law that a step rests on; none when it is local. */
export const law: Operation = {
  id: 'law',
  name: 'The law it rests on',
  group: 'say',
  fits: (target) => isElement(target, 'step', 'stage'),
  asks: (target) => [
    {
      ...{ id: 'text', says: 'The law or guidance it rests on', kind: 'long', optional: true },
      value: isElement(target) ? (target.element.statute ?? '') : '',
    },
  ],
  run: (hand, target, { text }) => say(hand, target.id, 'statute', text?.trim()),
};
