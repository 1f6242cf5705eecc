import { shapeOf } from '../make/places.ts';
import { shared } from './choices.ts';
import { isElement, type Operation } from './operation.ts';

/** Which shared piece a stage opens. */
export const whichShared: Operation = {
  id: 'which-shared',
  name: 'Which shared piece',
  group: 'say',
  fits: (target) => isElement(target, 'stage') && target.element.called === true,
  asks: (target, hand) => [
    {
      ...{ id: 'process', says: 'Which piece', kind: 'one' },
      value: isElement(target) ? (target.element.process ?? '') : '',
      options: shared(hand).filter(({ value }) => value !== target.process.id),
    },
  ],
  run: ({ editor }, target, { process }) => {
    editor.get('modeling').updateProperties(shapeOf(editor, target.id), { calledElement: process });
    return target.id;
  },
};
