import { middle, right, type Box, type Editor, type Shape } from '../diagram/shapes.ts';
import { draw, lead, leadTo, sizeOf, type New } from './draw.ts';
import { linesIn, linesOut } from './places.ts';
import { freeRow, gap, makeRoom, tidy } from './room.ts';

/** Where something new comes in: on a line, after something, or before it. */
export type Spot = { on: Shape } | { after: Shape } | { before: Shape };

/** Draws something new into the way, where everything right of it makes room. */
export function insert(editor: Editor, spot: Spot, what: New): Shape {
  if ('on' in spot) return onLine(editor, spot.on, what);
  if ('before' in spot) return before(editor, spot.before, what);
  const [line] = linesOut(spot.after);
  if (line) return onLine(editor, line, what);
  const made = draw(editor, what, middle(beside(editor, spot.after, what)), groundOf(spot.after));
  lead(editor, spot.after, made);
  tidy(editor);
  return made;
}

function onLine(editor: Editor, line: Shape, what: New): Shape {
  const { source, target } = line;
  if (!source || !target) throw new Error(`the line “${line.id}” leads nowhere`);
  const onward = target.x > source.x;
  const made = onward
    ? inPlaceOf(editor, target, what)
    : draw(editor, what, middle(beside(editor, source, what)), groundOf(source));
  leadTo(editor, line, made);
  lead(editor, made, target);
  tidy(editor);
  return made;
}

function before(editor: Editor, next: Shape, what: New): Shape {
  const lines = linesIn(next);
  const made = inPlaceOf(editor, next, what);
  for (const line of lines) leadTo(editor, line, made);
  lead(editor, made, next);
  tidy(editor);
  return made;
}

/** Draws where another stands, which goes right with all that stands there. */
function inPlaceOf(editor: Editor, next: Shape, what: New): Shape {
  const { width, height } = sizeOf(what.type);
  const place = groundOf(next);
  const box: Box = { x: next.x, y: middle(next).y - height / 2, width, height };
  makeRoom(editor, place, next.x, width + gap);
  return draw(editor, what, middle(freeRow(place, box)), place);
}

/** The room directly right of something; what stands there makes way. */
export function beside(editor: Editor, shape: Shape, what: { type: string }): Box {
  const { width, height } = sizeOf(what.type);
  const place = groundOf(shape);
  const from = right(shape.host ?? shape);
  const box: Box = { x: from + gap, y: middle(shape).y - height / 2, width, height };
  if (shape.host) box.y = shape.host.y + shape.host.height + gap;
  const free = freeRow(place, box);
  if (free.y === box.y) return box;
  makeRoom(editor, place, from + 1, width + gap);
  return freeRow(place, box);
}

export function groundOf(shape: Shape): Shape {
  if (!shape.parent) throw new Error(`“${shape.id}” lies nowhere`);
  return shape.parent;
}
