import { bottom, isShape, type Editor, type Shape } from '../diagram/shapes.ts';
import { messageEvent } from '../make/events.ts';
import { draw, lead } from '../make/draw.ts';
import { idFor } from '../make/ids.ts';
import { isPool } from '../make/places.ts';
import { news } from './choices.ts';
import type { Operation } from './operation.ts';

/** A strand of its own, begun by news; or a piece that several stages can open. */
export const startStrand: Operation = {
  id: 'start-strand',
  name: 'Start a strand or a shared piece',
  group: 'add',
  fits: (target) => target.kind === 'whole' && target.process.kind !== 'stage',
  asks: (_target, hand, answers) => [
    { id: 'name', says: 'What it is called', kind: 'text', value: '' },
    {
      ...{ id: 'begins', says: 'How it begins', kind: 'one', value: 'news' },
      options: [
        { value: 'news', label: 'With news, beside everything else' },
        { value: 'called', label: 'When a stage opens it' },
      ],
    },
    ...(answers['begins'] === 'called'
      ? []
      : [
          {
            ...{ id: 'news', says: 'With which news', kind: 'one' as const, value: '' },
            options: [...news(hand), { value: '+', label: 'Other news' }],
          },
        ]),
    ...(answers['news'] === '+'
      ? [{ id: 'new', says: 'What the news is called', kind: 'text' as const, value: '' }]
      : []),
    { id: 'step', says: 'What is done first, as verb and object', kind: 'text', value: '' },
  ],
  run: ({ editor }, _target, { name = '', begins, news: known = '', new: other = '', step = '' }) => {
    const message = known === '+' ? other : known;
    const pool = newPool(editor, name);
    const y = pool.y + pool.height / 2;
    const event = begins === 'called' ? {} : { event: messageEvent(editor, message) };
    const start = draw(
      editor,
      { type: 'bpmn:StartEvent', name: `${name} begins`, ...event },
      { x: pool.x + 80, y },
      pool,
    );
    const first = draw(editor, { type: 'bpmn:UserTask', name: step }, { x: pool.x + 230, y }, pool);
    const end = draw(editor, { type: 'bpmn:EndEvent', name: `${name} ends` }, { x: pool.x + 390, y }, pool);
    lead(editor, start, first);
    lead(editor, first, end);
    return first.id;
  },
};

/** A pool below everything drawn. */
function newPool(editor: Editor, name: string): Shape {
  const factory = editor.get('bpmnFactory');
  const process = factory.create('bpmn:Process', { id: idFor(editor, name), name, isExecutable: true });
  const businessObject = factory.create('bpmn:Participant', {
    id: `pool-${process.id}`,
    name,
    processRef: process,
  });
  const pools = editor.get('elementRegistry').filter(isPool);
  const root = pools[0]?.parent ?? editor.get('canvas').getRootElement();
  const drawn = root.children.filter(isShape);
  const [x, y] = [Math.min(...drawn.map((one) => one.x), 160), Math.max(...drawn.map(bottom), 0) + 30];
  const size = { width: 480, height: 200 };
  const shape = editor
    .get('elementFactory')
    .createShape({ type: 'bpmn:Participant', businessObject, isHorizontal: true, isExpanded: true, ...size });
  return editor.get('modeling').createShape(shape, { x: x + size.width / 2, y: y + size.height / 2 }, root);
}
