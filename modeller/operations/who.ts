import { roles } from './choices.ts';
import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** Who does a step. */
export const who: Operation = {
  id: 'who',
  name: 'Who does this',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target, hand) => [
    {
      ...{ id: 'role', says: 'Who does this', kind: 'one', options: roles(hand) },
      value: isElement(target) ? (target.element.role ?? '') : '',
    },
  ],
  run: (hand, target, { role }) => say(hand, target.id, 'role', role),
};
