import { describe, expect, it } from 'vitest';
import type { FigureResult, MeasureFigure } from '#engine';
import { suppressFigure } from '../../../server/measures/suppress.ts';

const share: MeasureFigure = {
  ...{ id: 'x', name: '', show: 'share', counted: { unborn: false } },
  of: { each: 'happening', facts: ['arrived'] },
};
const count: MeasureFigure = { ...share, show: 'count' };
const result = (numerator: number, denominator?: number): FigureResult => ({
  ...{ id: 'x', asAt: false, numerator, rows: [], value: numerator },
  ...(denominator === undefined ? {} : { denominator }),
});

describe('small numbers, for whoever may not see the people', () => {
  it('from one to five are not told, none and six are', () => {
    const told = [0, 1, 5, 6, 8].map((number) => suppressFigure(count, result(number)));
    expect(told).toEqual([
      { numerator: 0, value: 0 },
      { suppressed: true },
      { suppressed: true },
      { numerator: 10, value: 10 },
      { numerator: 10, value: 10 },
    ]);
  });

  it('are not told either where they are those that did not count', () => {
    expect(suppressFigure(share, result(97, 100))).toEqual({ denominator: 100, suppressed: true });
    expect(suppressFigure(share, result(100, 100))).toMatchObject({ numerator: 100, value: 100 });
    expect(suppressFigure(share, result(3, 4))).toEqual({ suppressed: true });
  });

  it('leave the share of what is told, not the one that would tell what is not', () => {
    expect(suppressFigure(share, result(17, 52))).toEqual({ numerator: 15, denominator: 50, value: 30 });
  });

  it('leave bands with theirs away', () => {
    const told = suppressFigure(count, {
      ...{ ...result(14), median: 9 },
      bands: [
        { name: 'in time', count: 12 },
        { name: 'late', count: 2 },
      ],
    });
    expect(told).toEqual({
      numerator: 15,
      value: 15,
      median: 9,
      bands: [{ name: 'in time', count: 10 }, { name: 'late' }],
      suppressed: true,
    });
  });

  it('leave away the middle of a few', () => {
    expect(suppressFigure(count, { ...result(4), median: 9 })).toEqual({ suppressed: true });
  });

  it('are given away by no difference of two totals, of two teams or of two months', () => {
    const shown = (number: number): number | undefined => suppressFigure(count, result(number)).numerator;
    for (let others = 6; others <= 60; others++) {
      for (let small = 1; small <= 5; small++) {
        const [whole, rest] = [shown(others + small), shown(others)];
        const could = [1, 2, 3, 4, 5].filter((one) =>
          Array.from({ length: 70 }, (_, at) => at + 6).some(
            (other) => shown(other) === rest && shown(other + one) === whole,
          ),
        );
        expect(could.length, `${String(others)} and ${String(small)}`).toBeGreaterThan(3);
      }
    }
  });
});
