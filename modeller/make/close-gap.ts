import type { Editor, Shape } from '../diagram/shapes.ts';
import { leadTo } from './draw.ts';
import { linesIn, linesOut } from './places.ts';

/** Takes something out of the way: what led to it leads on along the line that is kept. It stays drawn, without lines. */
export function takeOut(editor: Editor, shape: Shape, keep?: Shape): void {
  const lines = linesOut(shape);
  const next = (keep ?? lines[0])?.target;
  for (const line of linesIn(shape)) {
    if (next && line.source !== next && line.source !== shape) leadTo(editor, line, next);
    else editor.get('modeling').removeElements([line]);
  }
  if (lines.length > 0) editor.get('modeling').removeElements(lines);
}

/** Removes something and closes the gap it leaves. */
export function remove(editor: Editor, shape: Shape, keep?: Shape): void {
  takeOut(editor, shape, keep);
  editor.get('modeling').removeElements([shape]);
}
