import { middle } from '../diagram/shapes.ts';
import { takeOtherwise, takeWhen } from '../make/conditions.ts';
import { draw, lead, sizeOf } from '../make/draw.ts';
import { groundOf, insert } from '../make/insert.ts';
import { linesOut, shapeOf } from '../make/places.ts';
import { freeRow, gap, tidy } from '../make/room.ts';
import { goalsIn } from './choices.ts';
import type { Operation } from './operation.ts';
import { hasAfter, spotAfter } from './where.ts';

/** A question after something: one answer leads elsewhere, every other goes on as before. */
export const putQuestion: Operation = {
  id: 'put-question',
  name: 'Ask a question after this',
  group: 'ways',
  fits: hasAfter,
  asks: (target) => [
    { id: 'name', says: 'The question', hint: 'With a question mark at the end', kind: 'text', value: '' },
    { id: 'answer', says: 'An answer that leads elsewhere', kind: 'text', value: 'Yes' },
    { id: 'when', says: 'When that is the answer', kind: 'condition', value: '' },
    {
      ...{ id: 'to', says: 'Where it leads', kind: 'one', value: '' },
      options: [{ value: '', label: 'To an end of its own' }, ...goalsIn(target.process)],
      optional: true,
    },
    {
      id: 'otherwise',
      says: 'What every other answer is called; it goes on as before',
      kind: 'text',
      value: 'No',
    },
  ],
  run: (hand, target, { name = '', answer = '', when = '', to = '', otherwise = '' }) => {
    const { editor } = hand;
    const question = insert(editor, spotAfter(hand, target), { type: 'bpmn:ExclusiveGateway', name });
    const [onward] = linesOut(question);
    const goal = to === '' ? endBelow() : shapeOf(editor, to);
    takeWhen(editor, lead(editor, question, goal, answer), when);
    if (onward) {
      editor.get('modeling').updateProperties(onward, { name: otherwise });
      takeOtherwise(editor, onward);
    }
    tidy(editor);
    return question.id;

    function endBelow() {
      const { width, height } = sizeOf('bpmn:EndEvent');
      const at = middle(question);
      const box = { x: at.x + gap, y: at.y + gap + height / 2, width, height };
      const words = { type: 'bpmn:EndEvent', name: answer };
      return draw(editor, words, middle(freeRow(groundOf(question), box)), groundOf(question));
    }
  },
};
