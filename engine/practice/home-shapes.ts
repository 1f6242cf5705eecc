import type { BoxShape, GenogramPerson, Shape } from '../contracts/index.ts';
import type { Row } from './family-places.ts';
import { symbol } from './person-shapes.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const look = { fill: '#f7f5ee', stroke: '#8a7a3c', weight: 1.5, dashed: true } as const;
/** above a person’s middle, and in all with what is written below them */
const room = { above: symbol + 16, height: 140 };
/** so much two rows have to share for one line to go around both */
const leastShared = 24;

/**
 * A dashed line around those who live in the children's home: one around several rows where they stand above each other,
 * so that nobody reads two homes. `half` is what it takes to each side of a person.
 */
export function homeShapes(
  rows: readonly Row[],
  at: (id: string) => { x: number; y: number },
  half: number,
  says: string,
): Shape[] {
  const boxes = rows.map(({ people }) =>
    runsOf(people).map((run): Box => {
      const [first, last] = [at(run[0]?.id ?? ''), at(run.at(-1)?.id ?? '')];
      const top = first.y - room.above;
      return { left: first.x - half, right: last.x + half, top, bottom: top + room.height };
    }),
  );
  return stacksOf(boxes).flatMap((stack) => [
    ...(stack.length === 1 ? stack.map(around) : aroundAll(stack)),
    ...stack.slice(0, 1).map(({ left, top }): Shape => ({
      ...{ kind: 'text', x: left + 8, y: top + 14, text: says, size: 11, fill: '#5f5426' },
    })),
  ]);
}

/** Those of a row who live there and stand side by side. */
function runsOf(people: readonly GenogramPerson[]): GenogramPerson[][] {
  const runs: GenogramPerson[][] = [[]];
  for (const one of people) {
    if (one.home === true) runs.at(-1)?.push(one);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Boxes of rows next to each other that stand above one another, from the top. */
function stacksOf(rows: readonly Box[][]): Box[][] {
  const all: Box[][] = [];
  let above: Box[][] = [];
  for (const boxes of rows) {
    const here: Box[][] = [];
    for (const box of boxes) {
      const found = above.find((stack) => !here.includes(stack) && shared(stack.at(-1), box) >= leastShared);
      const stack = found ?? [];
      if (!found) all.push(stack);
      stack.push(box);
      here.push(stack);
    }
    above = here;
  }
  return all;
}

const shared = (one: Box | undefined, other: Box): number =>
  one ? Math.min(one.right, other.right) - Math.max(one.left, other.left) : 0;

const around = ({ left, right, top, bottom }: Box): BoxShape => ({
  ...{ kind: 'round', x: left, y: top, width: right - left, height: bottom - top, ...look },
});

/** Each box goes down to the next; the line follows the outer sides. */
function aroundAll(stack: readonly Box[]): Shape[] {
  const boxes = stack.map((box, no) => ({ ...box, bottom: stack[no + 1]?.top ?? box.bottom }));
  const fills = boxes.map((box): Shape => ({
    ...around(box),
    ...{ kind: 'rectangle', stroke: look.fill, dashed: false },
  }));
  const { stroke, weight } = look;
  const line = (x1: number, y1: number, x2: number, y2: number): Shape[] =>
    x1 === x2 && y1 === y2 ? [] : [{ kind: 'line', x1, y1, x2, y2, stroke, weight, dashed: true }];
  const sides = boxes.flatMap(({ left, right, top, bottom }, no) => {
    const above = boxes[no - 1];
    const steps = above
      ? [...line(above.left, top, left, top), ...line(above.right, top, right, top)]
      : line(left, top, right, top);
    const end = no === boxes.length - 1 ? line(left, bottom, right, bottom) : [];
    return [...steps, ...line(left, top, left, bottom), ...line(right, top, right, bottom), ...end];
  });
  return [...fills, ...sides];
}
