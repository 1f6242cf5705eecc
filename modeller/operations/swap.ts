import { middle, type Editor } from '../diagram/shapes.ts';
import { carry, lead, leadTo } from '../make/draw.ts';
import { groundOf } from '../make/insert.ts';
import { linesIn, linesOut, shapeOf } from '../make/places.ts';

/** Lets two things that follow each other change places, on the way and in the drawing. */
export function swapWithNext(editor: Editor, id: string): void {
  const first = shapeOf(editor, id);
  const [between] = linesOut(first);
  const second = between?.target;
  const [into] = linesIn(first);
  const onward = second && linesOut(second)[0];
  if (!between || !second || !into || !onward) return;
  const modeling = editor.get('modeling');
  const [a, b] = [middle(first), middle(second)];
  modeling.removeElements([between]);
  carry(editor, first, b, groundOf(first));
  carry(editor, second, a, groundOf(second));
  leadTo(editor, into, second);
  modeling.reconnectStart(onward, first, middle(first));
  modeling.layoutConnection(onward);
  lead(editor, second, first);
}
