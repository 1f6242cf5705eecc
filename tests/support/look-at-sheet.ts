import type { Box, Line, Point, Shape, Sheet } from './sheets.ts';

/** What the eye would stumble over on a page, each as a sentence; none when it is well laid out. */
export function stumbles(sheet: Sheet): string[] {
  return [
    ...slanting(sheet),
    ...loose(sheet),
    ...crossing(sheet),
    ...through(sheet),
    ...piled(sheet),
    ...covered(sheet),
  ];
}

/** Lines run across or down, never aslant. */
function slanting({ lines }: Sheet): string[] {
  return lines
    .filter(({ way }) => pieces(way).some(([a, b]) => a.x !== b.x && a.y !== b.y))
    .map(({ id }) => `${id} runs aslant`);
}

/** A line begins and ends on the border of what it joins. */
function loose({ lines, shapes }: Sheet): string[] {
  const at = (id: string): Box | undefined => shapes.find((shape) => shape.id === id)?.box;
  return lines
    .filter(({ way, from, to }) => !onBorder(way.at(0), at(from)) || !onBorder(way.at(-1), at(to)))
    .map(({ id }) => `${id} ends in the air`);
}

function crossing({ lines }: Sheet): string[] {
  return lines.flatMap((one, i) =>
    lines
      .slice(i + 1)
      .filter((other) => meet(one, other))
      .map((other) => `${one.id} crosses ${other.id}`),
  );
}

/** Lines of one gateway may leave or arrive together; all others keep apart. */
function meet(one: Line, other: Line): boolean {
  if (one.from === other.from || one.to === other.to) return properly(one, other);
  return pieces(one.way).some((a) => pieces(other.way).some((b) => overlap(span(a), span(b), 0)));
}

const properly = (one: Line, other: Line): boolean =>
  pieces(one.way).some((a) => pieces(other.way).some((b) => cut(span(a), span(b))));

/** Two pieces at right angles that pass through one another. */
const cut = (a: Box, b: Box): boolean =>
  (a.width === 0) !== (b.width === 0) && inside(a, b, 1) && inside(b, a, 1);

const inside = (a: Box, b: Box, by: number): boolean =>
  a.width === 0 ? a.x > b.x + by && a.x < b.x + b.width - by : a.y > b.y + by && a.y < b.y + b.height - by;

/** A line keeps clear of every shape but those it joins, those that hold it, and events on the border it leaves. */
function through({ lines, shapes }: Sheet): string[] {
  return lines.flatMap(({ id, from, to, way }) =>
    shapes
      .filter((shape) => !shape.holds && shape.id !== from && shape.id !== to)
      .filter(({ box }) => pieces(way).some((piece) => overlap(span(piece), box, 0)))
      .filter(({ id: other }) => shapes.find((shape) => shape.id === from)?.host !== other)
      .map((shape) => `${id} runs through ${shape.id}`),
  );
}

/** Shapes do not lie on one another, but inside what holds them, or on the border they sit on. */
function piled({ shapes }: Sheet): string[] {
  return shapes.flatMap((one, i) =>
    shapes
      .slice(i + 1)
      .filter((other) => overlap(one.box, other.box, 0) && !belongs(one, other) && !belongs(other, one))
      .map((other) => `${one.id} lies on ${other.id}`),
  );
}

const belongs = (one: Shape, other: Shape): boolean =>
  one.host === other.id || (other.holds && holds(other.box, one.box));

/** Words stand clear of shapes, lines and other words. */
function covered({ labels, shapes, lines }: Sheet): string[] {
  return labels.flatMap(({ id, box }, i) => [
    ...shapes
      .filter((shape) => !(shape.holds && holds(shape.box, box)) && overlap(box, shape.box, 1))
      .map((shape) => `the words of ${id} lie on ${shape.id}`),
    ...labels
      .slice(i + 1)
      .filter((other) => overlap(box, other.box, 1))
      .map((other) => `the words of ${id} lie on those of ${other.id}`),
    ...lines
      .filter(({ way }) => pieces(way).some((piece) => overlap(box, span(piece), 1)))
      .map((line) => `the words of ${id} lie on ${line.id}`),
  ]);
}

type Piece = [Point, Point];

const pieces = (way: Point[]): Piece[] => way.slice(1).map((point, i) => [way[i] ?? point, point]);

const span = ([a, b]: Piece): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Whether two boxes share ground by more than `by`; lines are boxes without breadth. */
const overlap = (a: Box, b: Box, by: number): boolean =>
  a.x + a.width > b.x + by &&
  b.x + b.width > a.x + by &&
  a.y + a.height > b.y + by &&
  b.y + b.height > a.y + by
    ? true
    : by === 0 && a.width * a.height === 0 && b.width * b.height === 0 && touch(a, b);

const touch = (a: Box, b: Box): boolean =>
  a.x + a.width >= b.x && b.x + b.width >= a.x && a.y + a.height >= b.y && b.y + b.height >= a.y;

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function onBorder(point: Point | undefined, box: Box | undefined): boolean {
  if (!point || !box) return false;
  const across = point.x >= box.x && point.x <= box.x + box.width;
  const down = point.y >= box.y && point.y <= box.y + box.height;
  const onSide = point.x === box.x || point.x === box.x + box.width;
  const onTop = point.y === box.y || point.y === box.y + box.height;
  return (onSide && down) || (onTop && across);
}
