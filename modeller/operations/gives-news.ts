import { news } from './choices.ts';
import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** The news that goes out when a step is done, or an end reached: strands begin with it, waits end. */
export const givesNews: Operation = {
  id: 'gives-news',
  name: 'News it gives',
  group: 'say',
  fits: (target) => isElement(target, 'step', 'end', 'terminate'),
  asks: (target, hand) => [
    {
      ...{ id: 'news', says: 'Which news goes out', kind: 'one', optional: true },
      value: isElement(target) ? (target.element.sends ?? '') : '',
      options: [{ value: '', label: 'None' }, ...news(hand)],
    },
  ],
  run: (hand, target, answers) => say(hand, target.id, 'sends', answers['news']),
};
