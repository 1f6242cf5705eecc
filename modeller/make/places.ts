import type { Process } from '#engine/browser';
import { isShape, type Editor, type Shape } from '../diagram/shapes.ts';

/** The drawn shape of an id. Only something that has just been read from the drawing is asked for. */
export function shapeOf(editor: Editor, id: string): Shape {
  const shape = editor.get('elementRegistry').get(id);
  if (!shape) throw new Error(`nothing is drawn for “${id}”`);
  return shape;
}

/** What the elements of a process lie on: the inside of a stage, a pool, or the whole drawing. */
export function ground(editor: Editor, process: Process): Shape {
  const registry = editor.get('elementRegistry');
  const inside = registry.get(`${process.id}_plane`) ?? registry.get(process.id);
  const pool = registry.filter(
    ({ businessObject }) =>
      (businessObject.get('processRef') as { id?: string } | undefined)?.id === process.id,
  )[0];
  return pool ?? inside ?? shapeOf(editor, process.id);
}

export const isPool = (shape: Shape): boolean => shape.type === 'bpmn:Participant';

/** A stage whose inside is drawn in place, with its border around it. */
export const isOpenStage = (shape: Shape): boolean =>
  shape.type === 'bpmn:SubProcess' && shape.parent !== undefined && shape.collapsed === false;

/** Shapes that lie directly on a ground, without its lines and labels. */
export const lyingOn = (place: Shape): Shape[] => place.children.filter(isShape);

export const isFlow = (line: Shape): boolean => line.type === 'bpmn:SequenceFlow';
export const linesOut = (shape: Shape): Shape[] => shape.outgoing.filter(isFlow);
export const linesIn = (shape: Shape): Shape[] => shape.incoming.filter(isFlow);
