import { draw, lead } from '../make/draw.ts';
import { insert } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import type { Operation } from './operation.ts';
import { hasAfter, spotAfter } from './where.ts';

/** A new stage after something, with its own beginning, a first step and an end. */
export const addStage: Operation = {
  id: 'add-stage',
  name: 'Add a stage after this',
  group: 'add',
  fits: hasAfter,
  asks: () => [
    { id: 'name', says: 'What the stage is called', kind: 'text', value: '' },
    { id: 'step', says: 'What is done first in it, as verb and object', kind: 'text', value: '' },
  ],
  run: (hand, target, { name = '', step = '' }) => {
    const { editor } = hand;
    const stage = insert(editor, spotAfter(hand, target), { type: 'bpmn:SubProcess', name });
    const inside = shapeOf(editor, `${stage.id}_plane`);
    const start = draw(
      editor,
      { type: 'bpmn:StartEvent', name: `${name} begins` },
      { x: 180, y: 160 },
      inside,
    );
    const first = draw(editor, { type: 'bpmn:UserTask', name: step }, { x: 330, y: 160 }, inside);
    const end = draw(editor, { type: 'bpmn:EndEvent', name: `${name} ends` }, { x: 490, y: 160 }, inside);
    lead(editor, start, first);
    lead(editor, first, end);
    return stage.id;
  },
};
