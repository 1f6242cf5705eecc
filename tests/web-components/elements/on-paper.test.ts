import type { PointGroup } from 'signature_pad';
import { expect, it } from 'vitest';
import { onPaper } from '../../../web-components/elements/drawing/on-paper.ts';

const line = (...points: [x: number, y: number][]): PointGroup => ({
  ...{ dotSize: 2, minWidth: 1, maxWidth: 3, penColor: 'black', velocityFilterWeight: 0.7 },
  ...{
    compositeOperation: 'source-over',
    points: points.map(([x, y]) => ({ x, y, pressure: 0.5, time: 0 })),
  },
});
const places = (drawn: PointGroup[]) =>
  drawn.map(({ points }) => points.map(({ x, y }) => [Math.round(x), Math.round(y)]));

it('lines stay where they are on paper that holds them', () => {
  const { drawn, scale } = onPaper({ drawn: [line([10, 20], [300, 40])], scale: 1, width: 320, height: 500 });
  expect([places(drawn), scale]).toEqual([
    [
      [
        [10, 20],
        [300, 40],
      ],
    ],
    1,
  ]);
});

it('lines that reach further become smaller together, and as large as they were when there is room again', () => {
  const wide = [line([92, 92], [792, 392]), line([392, 192])];
  const turned = onPaper({ drawn: wide, scale: 1, width: 400, height: 700 });
  expect(turned.scale).toBe(0.5);
  expect(places(turned.drawn)).toEqual([
    [
      [46, 46],
      [396, 196],
    ],
    [[196, 96]],
  ]);
  const back = onPaper({ ...turned, width: 900, height: 400 });
  expect(back.scale).toBe(1);
  expect(places(back.drawn)).toEqual(places(wide));
});

it('an empty page is as large as any', () => {
  expect(onPaper({ drawn: [], scale: 0.5, width: 5, height: 5 })).toEqual({ drawn: [], scale: 1 });
});
