import type { Sketch, Genogram, GenogramPerson, Shape, Union } from '../contracts/index.ts';
import { rowsOf } from './family-places.ts';
import { homeShapes } from './home-shapes.ts';
import { ink, personShapes, symbol } from './person-shapes.ts';

export { inLines } from './person-shapes.ts';

/** What the drawing says by itself. */
export interface FamilySays {
  /** over the line around the children's home */
  home: string;
  /** below a name: years, or when a child is due; '' where nobody knows */
  dates: (person: GenogramPerson) => string;
}

/** How far apart people stand, and how much is written below each. */
export interface Spacing {
  across: number;
  edge: number;
  /** how far beside a person a line goes down, so that it does not cross their name */
  aside: number;
  /** half of what the home line takes for a person */
  home: number;
  letters: { name: number; relation: number };
}

const wide: Spacing = { across: 132, edge: 72, aside: 54, home: 63, letters: { name: 13, relation: 17 } };
const narrow: Spacing = { across: 104, edge: 58, aside: 43, home: 49, letters: { name: 10, relation: 13 } };
/** more than this side by side stand closer together */
const mostWide = 8;
const down = { lined: 190, plain: 158 };
const top = 44;
/** of what hangs below a person */
const bar = 116;

interface Placed {
  at: (id: string) => { x: number; y: number };
  has: (id: string) => boolean;
  spacing: Spacing;
}

/** The family as a drawing: everybody in their row, lines between them, a dashed line around the children's home. */
export function familyShapes(family: Genogram, says: FamilySays): Sketch {
  const rows = rowsOf(family);
  const widest = Math.max(1, ...rows.map(({ people }) => people.length));
  const spacing = widest > mostWide ? narrow : wide;
  const width = 2 * spacing.edge + (widest - 1) * spacing.across;
  const heights = rows.map((row, at) => (row.lined && rows[at + 1]?.lined ? down.lined : down.plain));
  const places = new Map<string, { x: number; y: number }>();
  rows.forEach(({ people }, no) => {
    const y = top + heights.slice(0, no).reduce((sum, one) => sum + one, 0);
    people.forEach(({ id }, at) =>
      places.set(id, { x: width / 2 + (at - (people.length - 1) / 2) * spacing.across, y }),
    );
  });
  const at = (id: string): { x: number; y: number } => places.get(id) ?? { x: 0, y: 0 };
  const placed: Placed = { at, has: (id) => places.has(id), spacing };
  const shapes = [
    ...homeShapes(rows, at, spacing.home, says.home),
    ...family.unions.flatMap((union, no) => unionShapes(union, no, placed)),
    ...family.partners.flatMap((line) => besideShapes(line, placed)),
    ...family.above.flatMap((line) => aboveShapes(line, placed)),
    ...family.people
      .filter(({ id }) => places.has(id))
      .flatMap((one) => personShapes(one, at(one.id), says.dates(one), spacing.letters)),
  ];
  return { width, height: heights.reduce((sum, one) => sum + one, 0), shapes };
}

/** A line through points, each straight piece a shape of its own. */
function path(points: [number, number][], dashed = false): Shape[] {
  return points.slice(1).map(([x2, y2], at) => {
    const [x1, y1] = points[at] ?? [x2, y2];
    return { kind: 'line', x1, y1, x2, y2, stroke: ink, weight: 2, ...(dashed ? { dashed } : {}) };
  });
}

/** Parents who stand side by side are joined; else each has a line of their own. Below, one line to each child. */
function unionShapes({ parents, children }: Union, no: number, { at, spacing }: Placed): Shape[] {
  const above = parents.map(at).toSorted((one, other) => one.x - other.x);
  const below = children.map(at);
  const y = above[0]?.y ?? 0;
  // each union has a height of its own, so that the lines of two of them are told apart
  const level = y + bar + (no % 4) * 9;
  const middle = mean(below.map(({ x }) => x));
  const [left = 0, right = left] = [above[0]?.x, above.at(-1)?.x];
  const joined = above.length === 2 && right - left <= spacing.across + 1;
  const ends = joined
    ? [mean(above.map(({ x }) => x))]
    : above.map(({ x }) => (x < middle ? x + spacing.aside : x - spacing.aside));
  const drops = joined
    ? [...path([[left + symbol, y], [right - symbol, y]]), ...path([[ends[0] ?? 0, y], [ends[0] ?? 0, level]])] // prettier-ignore
    : above.flatMap(({ x }, one) => {
        const end = ends[one] ?? x;
        return path([[x < middle ? x + symbol : x - symbol, y], [end, y], [end, level]]); // prettier-ignore
      });
  const all = [...ends, ...below.map(({ x }) => x)];
  const legs = below.flatMap((child) => path([[child.x, level], [child.x, child.y - symbol]])); // prettier-ignore
  return [...drops, ...path([[Math.min(...all), level], [Math.max(...all), level]]), ...legs]; // prettier-ignore
}

const mean = (numbers: number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/** From beside a grandparent down to the parent they belong to. */
function aboveShapes({ from, to }: { from: string; to: string }, { at, has, spacing }: Placed): Shape[] {
  if (!has(from) || !has(to)) return [];
  const [one, other] = [at(from), at(to)];
  const side = other.x < one.x ? -1 : 1;
  const x = one.x + side * spacing.aside;
  return path([
    [one.x + side * symbol, one.y],
    [x, one.y],
    [x, one.y + bar],
    [other.x, one.y + bar],
    [other.x, other.y - symbol],
  ]);
}

/** A partner who is no parent: a dashed line above the two. */
function besideShapes({ from, to }: { from: string; to: string }, { at, has }: Placed): Shape[] {
  if (!has(from) || !has(to)) return [];
  const [one, other] = [at(from), at(to)];
  const y = one.y - symbol;
  return path([[one.x, y], [one.x, y - 12], [other.x, y - 12], [other.x, y]], true); // prettier-ignore
}
