import { timescales } from './choices.ts';
import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** The timescale that a wait, or the end of a stage by time, goes by. */
export const whichTime: Operation = {
  id: 'which-time',
  name: 'Which time',
  group: 'say',
  fits: (target) => isElement(target, 'timer-catch', 'timer-boundary'),
  asks: (target, hand) => [
    {
      ...{ id: 'timescale', says: 'Which time', kind: 'one', options: timescales(hand) },
      value: isElement(target) ? (target.element.timescale ?? '') : '',
    },
  ],
  run: (hand, target, { timescale }) => say(hand, target.id, 'timescale', timescale),
};
