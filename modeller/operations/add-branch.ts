import { middle, right } from '../diagram/shapes.ts';
import { takeWhen } from '../make/conditions.ts';
import { draw, lead, sizeOf } from '../make/draw.ts';
import { groundOf } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { freeRow, gap, tidy } from '../make/room.ts';
import { goalsIn } from './choices.ts';
import { isElement, type Operation } from './operation.ts';

/** One more answer to a question, or one more thing side by side, and where it leads. */
export const addBranch: Operation = {
  id: 'add-branch',
  name: 'Add an answer or a way',
  group: 'ways',
  fits: (target) => isElement(target, 'question', 'fork'),
  asks: (target) => [
    ...(isElement(target, 'question')
      ? [
          { id: 'name', says: 'The answer', kind: 'text' as const, value: '' },
          { id: 'when', says: 'When that is the answer', kind: 'condition' as const, value: '' },
        ]
      : []),
    {
      ...{ id: 'to', says: 'Where it leads', kind: 'one', value: '', optional: true },
      options: [{ value: '', label: 'To an end of its own' }, ...goalsIn(target.process, target.id)],
    },
  ],
  run: ({ editor }, target, { name = '', when = '', to = '' }) => {
    const from = shapeOf(editor, target.id);
    const goal = to === '' ? endBeside() : shapeOf(editor, to);
    const line = lead(editor, from, goal, name);
    if (when !== '') takeWhen(editor, line, when);
    tidy(editor);
    return line.id;

    function endBeside() {
      const size = sizeOf('bpmn:EndEvent');
      const box = { x: right(from) + gap, y: middle(from).y + gap, ...size };
      const place = groundOf(from);
      const words = `${target.id} ends`;
      return draw(editor, { type: 'bpmn:EndEvent', name, words }, middle(freeRow(place, box)), place);
    }
  },
};
