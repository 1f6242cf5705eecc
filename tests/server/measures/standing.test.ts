import { expect, it } from 'vitest';
import { measure, type Journey, type Measures } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };
import told from '../../../processes/child-protection/measures.json' with { type: 'json' };
import { carryOver, figureOver } from '../../../server/measures/standing.ts';
import { journey } from '../../engine/measures/journey.ts';

const measures = told as unknown as Measures;
const by = { measures, calendar, today: '2026-12-31' };
const period = { from: '2026-01-01', to: '2026-12-31' };

/** Referred on one day, assessed so many days later, now and then with a plan. */
const family = (number: number, took: number, more: [string, string, string?][] = []): Journey =>
  journey(
    [
      ['referral-received', `2026-${String((number % 9) + 1).padStart(2, '0')}-03`, '6'],
      ['assessment-started', `2026-${String((number % 9) + 1).padStart(2, '0')}-03`],
      ['assessment-authorised', `2026-${String((number % 9) + 2).padStart(2, '0')}-${String(took)}`],
      ...more,
    ],
    {
      ...{ case: `case-${String(number)}`, child: `child-${String(number)}`, episode: `e-${String(number)}` },
      held: [{ team: 'north', worker: `worker-${String(number % 4)}`, from: '2026-01-01' }],
    },
  );

it('everyone in a figure is kept for whatever days are asked for, and let go of when others were read since', async () => {
  const list = [family(1, 12)];
  const [referrals] = measures.measures[0]?.figures ?? [];
  if (!referrals) throw new Error('no figure');
  const another = () => structuredClone(referrals);
  const everyone = (figure = another(), from = '2026-01-01') =>
    figureOver(list, figure, { from, to: '2026-12-31' }, by, true);
  const [first] = (await everyone(referrals)).rows;
  for (let at = 0; at < 39; at += 1) await everyone();
  expect((await everyone(referrals, '2025-03-04')).rows[0]).toBe(first);
  for (let at = 0; at < 40; at += 1) await everyone();
  const again = await everyone(referrals);
  expect(again.rows[0]).not.toBe(first);
  expect(again).toEqual({ ...(await figureOver(list, another(), period, by)), rows: [first] });
});

it('of every day that anybody asks for only so many are kept, and the answer stays the same', async () => {
  const list = [family(1, 12, [['plan-started', '2026-11-02', 'NEG']])];
  const open = { id: 'open', name: 'Open', show: 'count', of: { each: 'open', span: 'plan' } } as const;
  const on = async (day: number) => {
    const to = `2026-12-${String(day).padStart(2, '0')}`;
    return (await figureOver(list, open, { from: '2026-01-01', to }, by, true)).rows;
  };
  const [first] = await on(1);
  for (let day = 2; day <= 14; day += 1) await on(day);
  expect((await on(1))[0]).toBe(first);
  for (let day = 15; day <= 31; day += 1) await on(day);
  expect((await on(1))[0]).not.toBe(first);
  expect(await on(1)).toEqual([first]);
});

it('what was worked out over a list and carried to the next is what is worked out anew', async () => {
  const before = Array.from({ length: 40 }, (_, at) => family(at, 10 + (at % 15)));
  const figures = [...measures.measures, ...measures.practice].flatMap((one) => one.figures);
  for (const figure of figures) await figureOver(before, figure, period, by, figure.id === 'from-start');
  const [first, second, ...rest] = before;
  const changed = family(1, 27, [
    ['plan-started', '2026-11-02', 'NEG'],
    ['initial-conference-held', '2026-11-02', 'protection-plan'],
  ]);
  // one is gone, one has changed, one has come, and a child whom others know is referred once more
  const again = { ...family(3, 12), case: 'case-50', episode: 'e-50' };
  const now = [
    changed,
    ...rest,
    family(41, 19),
    { ...again, facts: again.facts.map((one) => ({ ...one, on: '2026-12-03' })) },
  ];
  expect(first && second).toBeDefined();
  const [gone, come] = [
    before.filter((one) => !now.includes(one)),
    now.filter((one) => !before.includes(one)),
  ];
  carryOver(before, now, { gone, come });
  for (const definition of [...measures.measures, ...measures.practice]) {
    const anew = measure(definition, [...now], period, by);
    for (const [at, figure] of definition.figures.entries()) {
      const { rows, ...carried } = await figureOver(now, figure, period, by, figure.id === 'from-start');
      const { rows: all, ...whole } = anew.figures[at] ?? { rows: [] };
      expect(carried, `${definition.id} ${figure.id}`).toEqual(whole);
      const said = (list: typeof rows) => list.map((row) => JSON.stringify(row)).sort();
      if (figure.id === 'from-start') expect(said(rows)).toEqual(said(all));
    }
  }
  expect((await figureOver(now, measures.measures[1]?.figures[0] as never, period, by)).numerator).toBe(1);
});
