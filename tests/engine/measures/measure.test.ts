import { describe, expect, it } from 'vitest';
import {
  measure,
  monthsTo,
  trendOf,
  type Journey,
  type MeasureDefinition,
  type MeasureFigure,
} from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };
import { journey } from './journey.ts';

const by = {
  measures: {
    spans: [{ id: 'stay', from: 'arrived', until: ['left'] }],
    population: { ...{ children: 20_000 }, year: '', source: '' },
  },
  calendar,
  today: '2026-12-31',
};
const year = { from: '2026-01-01', to: '2026-12-31' };
type Asked = Omit<MeasureFigure, 'id' | 'name'>;
const asking = (figure: Asked, journeys: Journey[], period = year) => {
  const definition: MeasureDefinition = {
    ...{ id: 'X', name: 'X', question: '', formula: '', source: '' },
    figures: [{ id: 'x', name: 'X', ...figure }],
  };
  const [result] = measure(definition, journeys, period, by).figures;
  if (!result) throw new Error('no figure');
  return result;
};
const of: MeasureFigure['of'] = { each: 'happening', facts: ['arrived'] };

describe('what is counted', () => {
  it('happens in the period, its first and last day included', () => {
    const journeys = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) =>
      journey([['arrived', on]]),
    );
    const { value, rows } = asking({ show: 'count', of }, journeys);
    expect(value).toBe(2);
    expect(rows.map(({ on }) => on)).toEqual(['2026-01-01', '2026-12-31']);
  });

  it('is given for each 10,000 children, and not at all where nobody knows how many there are', () => {
    const journeys = [journey([['arrived', '2026-05-01']])];
    const figure: Asked = { show: 'rate', of };
    expect(asking(figure, journeys).value).toBe(0.5);
    const nobodyKnows = { ...by, measures: { spans: by.measures.spans } };
    const definition = {
      ...{ id: 'X', name: '', question: '', formula: '', source: '' },
      figures: [{ id: 'x', name: '', ...figure }],
    };
    expect(measure(definition, journeys, year, nobodyKnows).figures[0]).not.toHaveProperty('value');
  });

  it('is open at the end of a day: what ends that day is not, nor what outlived its episode', () => {
    const figure: Asked = { show: 'count', of: { each: 'open', span: 'stay' } };
    const journeys = [
      journey(
        [
          ['arrived', '2026-02-01'],
          ['left', '2026-12-31'],
        ],
        { child: 'a' },
      ),
      journey([['arrived', '2026-12-31']], { child: 'b' }),
      journey([['arrived', '2026-02-01']], { child: 'c', closed: '2026-03-01' }),
      journey(
        [
          ['arrived', '2026-02-01'],
          ['left', '2026-02-03'],
          ['arrived', '2026-02-03'],
        ],
        { child: 'd' },
      ),
    ];
    expect(asking(figure, journeys).rows.map(({ child, on }) => [child, on])).toEqual([
      ['d', '2026-02-03'],
      ['b', '2026-12-31'],
    ]);
    expect(
      asking({ show: 'count', of: { each: 'ended', span: 'stay' } }, journeys).rows.map(({ child }) => child),
    ).toEqual(['d', 'c', 'a']);
  });
});

describe('which of them count', () => {
  it('came before within twelve months, in any episode of the child, not on the same day', () => {
    const figure: Asked = {
      show: 'share',
      of,
      counted: {
        happened: { facts: ['arrived'], when: 'before', of: 'child', within: { most: 12, unit: 'months' } },
      },
    };
    const share = (earlier: string) =>
      asking(figure, [
        journey([['arrived', earlier]], { episode: 'e0' }),
        journey([['arrived', '2026-09-10']]),
      ]).rows.find(({ episode }) => episode !== 'e0')?.counted;
    expect(['2025-09-10', '2025-09-11', '2026-09-09', '2026-09-10'].map(share)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('were long enough: working days between, bank holidays left out, with bands and the one in the middle', () => {
    const figure: Asked = {
      ...{ show: 'share', of: { each: 'happening', facts: ['left'] } },
      length: { from: { latest: ['arrived'] }, to: 'here', unit: 'working-days' },
      counted: { elapsed: { from: { latest: ['arrived'] }, to: 'here', unit: 'working-days' }, most: 15 },
      bands: [
        { name: 'in time', most: 15 },
        { name: 'late', over: 15 },
      ],
    };
    const { numerator, denominator, value, median, bands } = asking(figure, [
      journey(
        [
          ['arrived', '2026-09-03'],
          ['left', '2026-09-24'],
        ],
        { child: 'a' },
      ),
      journey(
        [
          ['arrived', '2026-12-14'],
          ['left', '2026-12-31'],
        ],
        { child: 'b' },
      ),
      journey(
        [
          ['arrived', '2026-03-27'],
          ['left', '2026-04-22'],
        ],
        { child: 'c' },
      ),
    ]);
    expect({ numerator, denominator, median, bands }).toEqual({
      numerator: 2,
      denominator: 3,
      median: 15,
      bands: [
        { name: 'in time', count: 2 },
        { name: 'late', count: 1 },
      ],
    });
    expect(value).toBeCloseTo(66.67, 1);
  });

  it('keep every gap short, the one that runs until the day included', () => {
    const figure: Asked = {
      show: 'share',
      of: { each: 'open', span: 'stay' },
      counted: {
        gaps: { each: ['met'], first: { most: 3, unit: 'months' }, then: { most: 6, unit: 'months' } },
      },
    };
    const counted = (...met: string[]) =>
      asking(figure, [
        journey([['arrived', '2026-01-10'], ...met.map((on): [string, string] => ['met', on])]),
      ]).numerator;
    expect([
      counted(),
      counted('2026-04-10', '2026-10-10'),
      counted('2026-04-11', '2026-10-10'),
      counted('2026-04-10', '2026-06-30'),
    ]).toEqual([0, 1, 0, 0]);
  });

  it('had it happen next, before what is counted happened again', () => {
    const figure: Asked = { show: 'share', of, counted: { happened: { facts: ['seen'], when: 'next' } } };
    const { rows } = asking(figure, [
      journey([
        ['arrived', '2026-03-01'],
        ['arrived', '2026-04-01'],
        ['seen', '2026-04-01'],
      ]),
    ]);
    expect(rows.map(({ counted }) => counted)).toEqual([false, true]);
  });

  it('have no clock overdue at the end of the day', () => {
    const figure: Asked = {
      show: 'share',
      of: { each: 'open', span: 'stay' },
      counted: { notLate: ['visit'] },
    };
    const counted = (due: string, stopped?: string) =>
      asking(figure, [
        journey([['arrived', '2026-01-10']], {
          clocks: [{ timescale: 'visit', from: '2026-01-10', due, ...(stopped ? { stopped } : {}) }],
        }),
      ]).numerator;
    expect([
      counted('2026-12-30'),
      counted('2026-12-31'),
      counted('2026-12-30', '2026-12-31'),
      counted('2026-12-30', '2027-01-02'),
    ]).toEqual([0, 1, 1, 0]);
  });
});

describe('over time', () => {
  it('is asked of calendar months, the last one up to the day', () => {
    const months = monthsTo('2026-03-15', 3);
    expect(months).toEqual([
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-15' },
    ]);
    const figure: MeasureFigure = {
      ...{ id: 'x', name: '', show: 'count' },
      of: { each: 'open', span: 'stay' },
    };
    expect(
      trendOf(
        figure,
        [
          journey([
            ['arrived', '2026-02-10'],
            ['left', '2026-03-02'],
          ]),
        ],
        months,
        by,
      ).map(({ value }) => value),
    ).toEqual([0, 1, 0]);
  });
});
