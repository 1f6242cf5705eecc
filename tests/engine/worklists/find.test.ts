import { expect, test } from 'vitest';
import { findIn, type Find, type Journey } from '#engine';

const calendar = { holidays: [], until: '2030-12-31' } as never;
const timescales = [{ id: 'visit', length: 10, unit: 'calendar-days' }] as never;
const at = (now: string) => ({ now: `${now}T09:00:00.000Z`, calendar, timescales });

const fact = (name: string, on: string, time = '10'): Journey['facts'][number] => ({
  ...{ fact: name, on, at: `${on}T${time}:00:00.000Z`, by: 'sam', record: `${name} ${on}` },
});
const journey = (child: string, more: Partial<Journey> = {}): Journey => ({
  ...{ case: `of ${child}`, child, episode: 'e1', version: 'v', opened: '2026-01-05' },
  ...{ facts: [], stages: [], clocks: [], held: [{ worker: 'sam', from: '2026-01-05' }], tallies: [] },
  ...more,
});
const names = (find: Find, journeys: Journey[], now: string) =>
  findIn(find, journeys, at(now)).map(({ child, days }) => [child, days]);

const open = { from: 'begun', until: ['ended'] };

test('a clock that runs past its day is found, the longest late first, one row a child', () => {
  const clocks = (due: string, more = {}) => [{ timescale: 'visit', from: '2026-02-01', due, ...more }];
  const journeys = [
    journey('on the day', { clocks: clocks('2026-03-10') }),
    journey('a day late', { clocks: clocks('2026-03-09') }),
    journey('late', { clocks: [...clocks('2026-03-01'), ...clocks('2026-03-05')] }),
    journey('an hour early', { clocks: clocks('2026-03-10T10:00:00.000Z') }),
    journey('an hour late', { clocks: clocks('2026-03-10T08:00:00.000Z') }),
    journey('stopped', { clocks: clocks('2026-03-01', { stopped: '2026-03-04' }) }),
    journey('closed', { clocks: clocks('2026-03-01'), closed: '2026-03-02' }),
    journey('another clock', { clocks: [{ timescale: 'x', from: '2026-02-01', due: '2026-03-01' }] }),
  ];
  expect(names({ kind: 'clock-passed', clocks: ['visit'] }, journeys, '2026-03-10')).toEqual([
    ['late', 9],
    ['a day late', 1],
    ['an hour late', 0],
  ]);
});

test('a fact is too long ago by days or by a timescale, also when it never was, while something is open', () => {
  const journeys = [
    journey('in time', { facts: [fact('begun', '2026-02-01'), fact('seen', '2026-02-20')] }),
    journey('too long ago', { facts: [fact('begun', '2026-02-01'), fact('seen', '2026-02-10')] }),
    journey('never since', { facts: [fact('seen', '2026-01-30'), fact('begun', '2026-02-01')] }),
    journey('ended', { facts: [fact('begun', '2026-02-01'), fact('ended', '2026-02-05')] }),
    journey('never begun'),
  ];
  const find: Find = { kind: 'fact-older', fact: 'seen', open, timescale: 'visit' };
  expect(names(find, journeys, '2026-03-01')).toEqual([
    ['never since', 18],
    ['too long ago', 9],
  ]);
  expect(findIn(find, journeys, at('2026-03-01'))[0]).toMatchObject({ never: true, since: '2026-02-01' });
  const any: Find = { kind: 'fact-older', fact: 'seen', days: 30 };
  expect(names(any, journeys, '2026-02-07').map(([child]) => child)).toEqual(['ended', 'never begun']);
});

test('what is open for longer than so many months is found with the last limit it passed', () => {
  const begun = (on: string) => journey(on, { facts: [fact('begun', on)] });
  const again = journey('again', {
    facts: [fact('begun', '2024-01-01'), fact('ended', '2025-01-01'), fact('begun', '2025-01-01', '12')],
  });
  const found = findIn(
    { kind: 'open-longer', open, months: [9, 15, 18, 24] },
    [begun('2026-01-01'), begun('2025-06-01'), begun('2024-02-29'), again],
    at('2026-03-02'),
  );
  expect(found.map(({ child, over }) => [child, over])).toEqual([
    ['2024-02-29', 24],
    ['again', 9],
    ['2025-06-01', 9],
  ]);
});

test('three happenings without a further row are found, and one row more ends it', () => {
  const held = ['2026-02-01', '2026-02-10', '2026-02-20'].map((on) => fact('held', on));
  const facts = [fact('begun', '2026-01-10'), ...held];
  const find: Find = { kind: 'unmoved', open, fact: 'held', times: 3, tally: 'scales' };
  const still = { on: '2026-01-20', counts: { scales: 2 } };
  const moved = { on: '2026-02-10', counts: { scales: 3 } };
  const journeys = [
    journey('still', { facts, tallies: [still] }),
    journey('moved', { facts, tallies: [still, moved] }),
    journey('twice only', { facts: facts.slice(0, -1), tallies: [still] }),
  ];
  expect(names(find, journeys, '2026-03-01')).toEqual([['still', 28]]);
});

test('what has stood open for too long is found while it stands, and only where the work is open', () => {
  const facts = [fact('begun', '2026-01-10')];
  const find: Find = { kind: 'standing', open, standing: 'steps', days: 60 };
  const standing = {
    steps: [
      { from: '2026-01-12', to: '2026-03-20' },
      { from: '2026-01-20', rows: ['a'] },
    ],
  };
  const journeys = [
    journey('stands', { facts, standing }),
    journey('done', { facts, standing: { steps: [{ from: '2026-01-12', to: '2026-03-20' }] } }),
    journey('not begun', { facts: [], standing }),
    journey('keeps none', { facts }),
  ];
  expect(names(find, journeys, '2026-03-21')).toEqual([]);
  expect(names(find, journeys, '2026-03-22')).toEqual([['stands', 1]]);
});

test('what ended late lately is found with the reason recorded, also in work that has ended since', () => {
  const clock = { timescale: 'visit', from: '2026-02-01', due: '2026-02-10', reason: 'away' };
  const journeys = [
    journey('late', { clocks: [{ ...clock, stopped: '2026-02-13' }], closed: '2026-02-28' }),
    journey('in time', { clocks: [{ ...clock, stopped: '2026-02-10' }] }),
    journey('long ago', { clocks: [{ ...clock, due: '2026-01-01', stopped: '2026-01-20' }] }),
  ];
  const [row, ...others] = findIn({ kind: 'stopped-late', days: 28 }, journeys, at('2026-03-01'));
  expect(row).toMatchObject({ child: 'late', days: 3, reason: 'away', worker: 'sam' });
  expect(others).toEqual([]);
});

test('what was found in the morning is found anew when an hour has come, on another day, and by other timescales', () => {
  const clocks = [{ timescale: 'visit', from: '2026-03-01', due: '2026-03-10T12:00:00.000Z' }];
  const journeys = [journey('at noon', { clocks, facts: [fact('seen', '2026-02-20')] })];
  const passed: Find = { kind: 'clock-passed' };
  expect(names(passed, journeys, '2026-03-10')).toEqual([]);
  const noon = { ...at('2026-03-10'), now: '2026-03-10T12:00:01.000Z' };
  expect(findIn(passed, journeys, noon)).toHaveLength(1);
  const older: Find = { kind: 'fact-older', fact: 'seen', timescale: 'visit' };
  expect(names(older, journeys, '2026-03-02')).toEqual([]);
  expect(names(older, journeys, '2026-03-05')).toEqual([['at noon', 3]]);
  const shorter = [{ id: 'visit', length: 5, unit: 'calendar-days' }] as never;
  expect(findIn(older, journeys, { ...at('2026-03-05'), timescales: shorter })[0]?.days).toBe(8);
});
