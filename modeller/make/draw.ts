import { middle, type Editor, type Node, type Point, type Shape } from '../diagram/shapes.ts';
import { goAround } from './aside.ts';
import { idFor } from './ids.ts';

/** Something new to be drawn: what it is in BPMN, and what is written on it. */
export interface New {
  type: string;
  name: string;
  /** what its id is made of, where it has no name */
  words?: string;
  /** further attributes, ours with their prefix */
  attributes?: Record<string, unknown>;
  /** what an event waits for or does */
  event?: Node;
}

const sizes: Record<string, { width: number; height: number }> = {
  'bpmn:UserTask': { width: 130, height: 80 },
  'bpmn:SubProcess': { width: 130, height: 80 },
  'bpmn:CallActivity': { width: 130, height: 80 },
  'bpmn:ExclusiveGateway': { width: 50, height: 50 },
  'bpmn:ParallelGateway': { width: 50, height: 50 },
  'bpmn:EventBasedGateway': { width: 50, height: 50 },
  'bpmn:TextAnnotation': { width: 180, height: 60 },
};

export const sizeOf = (type: string): { width: number; height: number } =>
  sizes[type] ?? { width: 36, height: 36 };

/** Draws something with its middle at a point of a ground; on a host, on its border. */
export function draw(editor: Editor, what: New, at: Point, place: Shape, host?: Shape): Shape {
  const factory = editor.get('bpmnFactory');
  const id = idFor(editor, what.name || (what.words ?? what.type.replace('bpmn:', '')));
  const note = what.type === 'bpmn:TextAnnotation';
  const businessObject = factory.create(what.type, { id, [note ? 'text' : 'name']: what.name });
  for (const [name, value] of Object.entries(what.attributes ?? {})) {
    if (value !== undefined && value !== '') businessObject.set(name, value);
  }
  if (what.event) {
    what.event.$parent = businessObject;
    businessObject.set('eventDefinitions', [what.event]);
  }
  const shape = editor.get('elementFactory').createShape({
    ...{ type: what.type, businessObject, isExpanded: false },
    ...sizeOf(what.type),
  });
  return editor
    .get('modeling')
    .createShape(shape, at, host ?? place, { autoResize: false, ...(host ? { attach: true } : {}) });
}

/** Draws a line from one thing to another, with the answer on it when it leads away from a question. */
export function lead(editor: Editor, from: Shape, to: Shape, name = ''): Shape {
  const id = idFor(editor, `${from.id}-to-${to.id}`);
  const businessObject = editor
    .get('bpmnFactory')
    .create('bpmn:SequenceFlow', { id, ...(name === '' ? {} : { name }) });
  const { parent } = from;
  if (!parent) throw new Error(`“${from.id}” lies nowhere`);
  const line = editor
    .get('modeling')
    .createConnection(from, to, { type: 'bpmn:SequenceFlow', businessObject }, parent);
  goAround(editor, line);
  return line;
}

/** Lets a line end elsewhere. */
export function leadTo(editor: Editor, line: Shape, to: Shape): void {
  editor.get('modeling').reconnectEnd(line, to, middle(to));
  editor.get('modeling').layoutConnection(line);
  goAround(editor, line);
}

/** Moves something that is drawn to a middle on a ground, with what sits on its border. */
export function carry(editor: Editor, shape: Shape, to: Point, place: Shape): void {
  const at = middle(shape);
  const by = { x: to.x - at.x, y: to.y - at.y };
  // Twice the same: one shape alone, moved onto a line, would be drawn into that line.
  editor.get('modeling').moveElements([shape, shape], by, place, { autoResize: false });
}
