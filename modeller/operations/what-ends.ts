import { endAll } from '../make/events.ts';
import { shapeOf } from '../make/places.ts';
import { isElement, type Operation } from './operation.ts';

/** Whether an end is the end of one way, or of everything that is open in the stage. */
export const whatEnds: Operation = {
  id: 'what-ends',
  name: 'What ends here',
  group: 'end',
  fits: (target) => isElement(target, 'end', 'terminate'),
  asks: (target) => [
    {
      ...{ id: 'all', says: 'What ends', kind: 'one', optional: true },
      value: isElement(target, 'terminate') ? 'all' : '',
      options: [
        { value: '', label: 'Only this way' },
        { value: 'all', label: 'Everything that is open in the stage' },
      ],
    },
  ],
  run: ({ editor }, target, { all = '' }) => {
    endAll(editor, shapeOf(editor, target.id), all === 'all');
    return target.id;
  },
};
