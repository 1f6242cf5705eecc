import { describe, expect, it } from 'vitest';
import type { FigureSays } from '../../../web-components/api-office/measures.ts';
import { bandsChart, trendChart } from '../../../web-components/pages/measure/charts-of.ts';
import { countIn } from '../../../web-components/pages/measure/rows-view.ts';
import { addressOf, askedOf } from '../../../web-components/pages/measures/asked.ts';
import { inGroups } from '../../../web-components/pages/measures/groups.ts';
import { periodsTo, sayPeriod } from '../../../web-components/pages/measures/periods.ts';
import {
  bandsFinding,
  finding,
  runSaid,
  trendFinding,
} from '../../../web-components/pages/measures/sentences.ts';
import { pathOf, pointsOf } from '../../../web-components/pages/measures/sparkline.ts';

const today = '2026-11-23';
const year = { from: '2025-11-24', to: today };
/** a space that does not break stands between a number and its sign */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const share: FigureSays = {
  ...{ id: 'in-time', name: 'Within 15 working days', show: 'share', asAt: false },
  ...{ numerator: 81, denominator: 100, value: 81, unit: 'working-days', median: 14 },
  benchmark: {
    ...{ year: 'Year ending 31 March 2025', source: 'Published' },
    areas: [
      { id: 'england', name: 'England', value: 81.4, bands: [10, 90] },
      { id: 'region', name: 'North East' },
    ],
  },
};
const months = (values: [number, number][]): FigureSays['trend'] & object =>
  values.map(([numerator, denominator], at) => ({
    ...{ from: `2026-0${String(at + 1)}-01`, to: `2026-0${String(at + 1)}-28`, numerator, denominator },
    ...(denominator > 0 ? { value: (100 * numerator) / denominator } : {}),
  }));

describe('a finding', () => {
  it('says when, how many of how many, and what is published elsewhere', () => {
    expect(plain(finding(share, year, today))).toBe(
      'Within 15 working days, in the last 12 months: 81 of 100 (81 %); England 81.4 %.',
    );
  });

  it('says nobody where nobody was to count, and no number that is too small to be shown', () => {
    const { value: _value, ...without } = share;
    expect(finding({ ...without, numerator: 0, denominator: 0 }, year, today)).toContain('nobody to count');
    const few = finding({ ...without, suppressed: true, denominator: 10 }, year, today);
    expect(few).toContain('too few to show');
    expect(few).not.toContain('81 of');
  });

  it('says what is still open beside what ended, and of those how many are over the time, as far as it may', () => {
    const before = { from: '2026-01-01', to: '2026-03-31' };
    const said = (still: Omit<FigureSays['still'] & object, 'name'>, period = year): string =>
      finding({ ...share, still: { name: 'over 15 working days', ...still } }, period, today)
        .split('. ')
        .at(-1) ?? '';
    expect(said({ open: 12, over: 3 })).toBe('Still open today: 12, 3 of them already over 15 working days.');
    expect(said({ open: 4, over: 0 }, before)).toBe(
      'Still open on 31 March 2026: 4, none of them already over 15 working days.',
    );
    expect(said({ open: 0, over: 0 })).toBe('Still open today: none.');
    expect(said({ open: 10 })).toContain('how many of them are already over 15 working days cannot be shown');
    expect(said({})).toBe('Still open today: too few to show.');
  });

  it.each([
    [{ show: 'count', asAt: true, numerator: 1234, value: 1234 }, 'X, on 23 November 2026: 1,234.'],
    [{ show: 'rate', numerator: 12, denominator: 42263, value: 2.839 }, '2.8 (12 in all).'],
    [{ show: 'ratio', numerator: 3, denominator: 8, value: 37.5 }, '37.5 (3 for 8).'],
    [
      { show: 'per-worker', asAt: true, numerator: 31, denominator: 2, value: 15.5 },
      '15.5 (31 children, 2 workers).',
    ],
  ] as const)('says what a figure of its kind is of: %j', (figure, said) => {
    expect(plain(finding({ id: 'x', name: 'X', asAt: false, ...figure }, year, today))).toContain(said);
  });

  it('says of months how the first half of them and the second were, each counted together', () => {
    const figure = {
      ...share,
      trend: months([
        [1, 2],
        [0, 0],
        [9, 10],
        [1, 10],
      ]),
    };
    expect(plain(trendFinding(figure))).toBe(
      '1 of 2 (50 %) in the first 2 months and 10 of 20 (50 %) in the last 2 months. The last month is not over.',
    );
  });

  it('never counts what is not shown as nothing', () => {
    const [shown, few] = [months([[10, 20]]), [{ from: '2026-02-01', to: '2026-02-28', denominator: 10 }]];
    expect(plain(trendFinding({ ...share, trend: [...shown, ...few] }))).toBe(
      '50 % in every month known; months with too few to show are left out.',
    );
    expect(trendFinding({ ...share, trend: [...few, ...few] })).toBe(
      'In every month there are too few to show.',
    );
    expect(bandsFinding({ ...share, bands: [{ name: 'a', count: 30 }, { name: 'b' }] })).toBe(
      'Most often “a”: 30; half took 14 working days or less. Where there are too few to show, no number stands.',
    );
  });

  it('of what stands on a day says the first and the last', () => {
    const trend = months([
      [3, 1],
      [7, 1],
      [5, 1],
    ]).map(({ from, to, numerator = 0 }) => ({ from, to, numerator, value: numerator }));
    const figure: FigureSays = { id: 'x', name: 'X', show: 'count', asAt: true, trend };
    expect(trendFinding(figure)).toBe('3 at the beginning of these 3 months and 5 at the end.');
    expect(runSaid(figure)).toBe('3 to 5, highest 7');
  });

  it('of bands names the greatest, and half of all', () => {
    const bands = [
      { name: '0 to 10', count: 30 },
      { name: '11 to 15', count: 70 },
    ];
    expect(bandsFinding({ ...share, bands })).toBe(
      'Most often “11 to 15”: 70 of 100; half took 14 working days or less.',
    );
  });
});

describe('a chart of a measure', () => {
  it('shows each month with what it is of, and compares only with what can be compared', () => {
    const chart = trendChart({
      ...share,
      trend: months([
        [1, 2],
        [0, 0],
      ]),
    });
    expect(chart.rows).toEqual([
      { month: '2026-01', value: 50, counted: 1, of: 2 },
      { month: '2026-02', value: undefined, counted: 0, of: 0 },
    ]);
    expect(chart.references).toEqual([{ name: 'England', value: 81.4 }]);
    const overAYear = {
      ...share,
      benchmark: { ...share.benchmark, overAYear: true } as FigureSays['benchmark'] & object,
    };
    expect(trendChart({ ...overAYear, trend: months([[1, 2]]) }).references).toEqual([]);
  });

  it('says a month that is too small in words, never as nothing', () => {
    const trend = [{ from: '2026-01-01', to: '2026-01-31', denominator: 10 }];
    expect(trendChart({ ...share, trend }).rows[0]).toMatchObject({
      value: 'too few to show',
      counted: 'too few to show',
    });
  });

  it('puts published shares beside one’s own where both are whole, and else says how many', () => {
    const bands = [
      { name: 'a', count: 1 },
      { name: 'b', count: 3 },
    ];
    const both = bandsChart({ ...share, bands });
    expect(both?.kind).toBe('stacked');
    expect(both?.rows.map(({ where, share: part }) => [where, part])).toEqual([
      ['Here', 25],
      ['Here', 75],
      ['England', 10],
      ['England', 90],
    ]);
    const few = bandsChart({ ...share, bands: [{ name: 'a' }, { name: 'b', count: 30 }] });
    expect(few?.kind).toBe('histogram');
    expect(few?.rows[0]).toMatchObject({ band: 'a', count: 'too few to show' });
    expect(bandsChart({ ...share, bands: bands.map(({ name }) => ({ name, count: 0 })) })).toBeUndefined();
  });
});

describe('what is asked of measures', () => {
  it('stands in the address as days and ids and comes back from it', () => {
    const asked = { from: '2026-01-01', to: '2026-03-31', team: 'harbour', worker: 'priya' };
    const address = addressOf('/measures', asked);
    expect(askedOf(new URL(address, 'http://x').searchParams)).toEqual(asked);
    expect(addressOf('/measures', {})).toBe('/measures');
  });

  it('offers the periods people ask for, and says each in words', () => {
    const [last12, last3, lastMonth, financial, before] = periodsTo(today);
    expect(last12).toMatchObject(year);
    expect(last3).toMatchObject({ from: '2026-08-24', to: today });
    expect(lastMonth).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    expect(financial).toMatchObject({ from: '2026-04-01', to: today });
    expect(before).toMatchObject({ from: '2025-04-01', to: '2026-03-31' });
    expect(periodsTo('2026-03-31')[3]).toMatchObject({ from: '2025-04-01' });
    expect(sayPeriod(year, today)).toBe('in the last 12 months');
    expect(sayPeriod({ from: '2026-10-01', to: '2026-10-31' }, today)).toBe(
      'from 1 October 2026 to 31 October 2026',
    );
  });

  it('stands in groups, what an authority added itself with the others', () => {
    const grouped = inGroups([{ id: 'M13' }, { id: 'M1' }, { id: 'own' }]);
    expect(grouped.map(({ group }) => group)).toEqual(['referrals', 'conferences', 'other']);
  });

  it('a list of a share is as long as the figure says', () => {
    expect((['counted', 'others', 'all'] as const).map((which) => countIn(share, which))).toEqual([
      81, 19, 100,
    ]);
    expect(countIn({ ...share, show: 'per-worker' }, 'others')).toBeUndefined();
  });
});

describe('a small line', () => {
  it('rises from nothing, and has a gap where a value is not known', () => {
    const points = pointsOf([0, 10, undefined, 5]);
    expect(points.map((point) => point?.y)).toEqual([30, 4, undefined, 17]);
    expect(pathOf(points)).toBe('M4 30L45.3 4M128 17h0');
  });
});
