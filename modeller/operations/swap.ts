import { middle, type Editor } from '../diagram/shapes.ts';
import { leadTo } from '../make/draw.ts';
import { linesIn, linesOut, shapeOf } from '../make/places.ts';

/** Lets two things that follow each other change places, on the way and in the drawing. */
export function swapWithNext(editor: Editor, id: string): void {
  const first = shapeOf(editor, id);
  const [between] = linesOut(first);
  const second = between?.target;
  const [into] = linesIn(first);
  const onward = second && linesOut(second)[0];
  const next = onward?.target;
  if (!between || !second || !into || !next) return;
  const modeling = editor.get('modeling');
  const [a, b] = [middle(first), middle(second)];
  modeling.moveElements([first], { x: b.x - a.x, y: b.y - a.y }, undefined, { autoResize: false });
  modeling.moveElements([second], { x: a.x - b.x, y: a.y - b.y }, undefined, { autoResize: false });
  leadTo(editor, into, second);
  modeling.reconnectStart(onward, first, middle(first));
  modeling.removeElements([between]);
  const back = { type: 'bpmn:SequenceFlow', businessObject: between.businessObject };
  if (second.parent) modeling.createConnection(second, first, back, second.parent);
  modeling.layoutConnection(onward);
}
