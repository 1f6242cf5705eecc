import { awaitNews } from '../make/events.ts';
import { shapeOf } from '../make/places.ts';
import { news } from './choices.ts';
import { isElement, type Operation } from './operation.ts';

/** The news that a wait waits for, that ends a stage, or that starts a strand: known already, or new. */
export const whichNews: Operation = {
  id: 'which-news',
  name: 'Which news',
  group: 'say',
  fits: (target) => isElement(target) && target.element.message !== undefined,
  asks: (target, hand, { news: chosen }) => [
    {
      ...{ id: 'news', says: 'Which news', kind: 'one' },
      value: isElement(target) ? (target.element.message ?? '') : '',
      options: [...news(hand), { value: '+', label: 'Other news' }],
    },
    ...(chosen === '+'
      ? [{ id: 'name', says: 'What the news is called', kind: 'text' as const, value: '' }]
      : []),
  ],
  run: ({ editor }, target, { news: chosen = '', name = '' }) => {
    awaitNews(editor, shapeOf(editor, target.id), chosen === '+' ? name : chosen);
    return target.id;
  },
};
