import { timescales } from './choices.ts';
import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** By when a step is done: the timescales it serves, or none. */
export const byWhen: Operation = {
  id: 'by-when',
  name: 'By when',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target, hand) => [
    {
      ...{
        id: 'timescales',
        says: 'By when',
        hint: 'None chosen: no timescale',
        kind: 'several',
        optional: true,
      },
      value: isElement(target)
        ? (target.element.timescales ?? []).filter((id) => id !== 'none').join(' ')
        : '',
      options: timescales(hand),
    },
  ],
  run: (hand, target, answers) => say(hand, target.id, 'timescale', answers['timescales'] || 'none'),
};
