import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, clocksFor } from '#engine';
import type { Clock, Happening, Timescale } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };

const plain: Timescale = {
  ...{ id: 'meeting', name: 'Meeting', from: 'started', until: ['met'], length: 15, unit: 'working-days' },
  ...{ source: 'local', local: true, warn: [], lateReason: false },
};

/** 'started 2026-09-03' → a happening; ids are h1, h2 … in the order of recording, each in a record of its own unless named. */
function happened(...lines: string[]): Happening[] {
  return lines.map((line, at) => {
    const [fact = '', on = '', record = `r${at + 1}`] = line.split(' ');
    return { id: `h${at + 1}`, fact, on, child: 'ada', episode: 'e1', record };
  });
}

/** 'h1 due 2026-09-24 stopped 2026-09-22' */
function told(clocks: Clock[]): string[] {
  return clocks.map(
    ({ happening, due, stopped }) => `${happening} due ${due}${stopped ? ` stopped ${stopped}` : ''}`,
  );
}

const run = (timescale: Partial<Timescale>, ...lines: string[]) =>
  told(clocksFor([{ ...plain, ...timescale }], happened(...lines), calendar, { applies: () => true }));

describe('a clock', () => {
  it('runs from its fact and stops at the first of those it runs until', () => {
    expect(run({}, 'started 2026-09-03')).toEqual(['h1 due 2026-09-24']);
    expect(run({}, 'started 2026-09-03', 'met 2026-09-22', 'met 2026-12-01')).toEqual([
      'h1 due 2026-09-24 stopped 2026-09-22',
    ]);
    expect(run({ until: ['met', 'not-needed'] }, 'started 2026-09-03', 'not-needed 2026-09-10')).toEqual([
      'h1 due 2026-09-24 stopped 2026-09-10',
    ]);
  });

  it('is not stopped by what happened before it started', () => {
    expect(run({}, 'met 2026-09-02', 'started 2026-09-03')).toEqual(['h2 due 2026-09-24']);
  });

  it('is stopped by what happened on the day it started, whichever was recorded first', () => {
    expect(run({}, 'met 2026-09-03', 'started 2026-09-03')).toEqual(['h2 due 2026-09-24 stopped 2026-09-03']);
  });

  it('keeps to the first anchor where the timescale says so, and else to the latest', () => {
    const twice = ['started 2026-09-03', 'started 2026-09-15'];
    expect(run({ anchor: 'first' }, ...twice)).toEqual(['h1 due 2026-09-24']);
    expect(run({}, ...twice)).toEqual(['h2 due 2026-10-06']);
  });

  it('follows its anchor when the anchor is corrected: the old happening counts no more', () => {
    const [old, fresh] = happened('started 2026-09-03', 'started 2026-09-01');
    if (!old || !fresh) throw new Error('two happenings');
    const clocks = clocksFor([plain], [{ ...old, replacedBy: 'h2' }, fresh], calendar, {
      applies: () => true,
    });
    expect(told(clocks)).toEqual(['h2 due 2026-09-22']);
  });

  it('starts again with each round where the same fact ends one and begins the next', () => {
    const rounds = { from: 'met', until: ['met', 'ended'], length: 42, unit: 'calendar-days' as const };
    expect(run(rounds, 'met 2026-10-06', 'met 2026-11-10', 'met 2026-12-15')).toEqual([
      'h1 due 2026-11-17 stopped 2026-11-10',
      'h2 due 2026-12-22 stopped 2026-12-15',
      'h3 due 2027-01-26',
    ]);
  });

  it('does not run on when the last round ends everything on the same day', () => {
    const rounds = {
      from: 'reviewed',
      until: ['reviewed', 'ended'],
      length: 6,
      unit: 'calendar-months' as const,
    };
    const both = ['h1 due 2026-06-22 stopped 2026-06-10', 'h2 due 2026-12-10 stopped 2026-06-10'];
    expect(run(rounds, 'reviewed 2025-12-22', 'reviewed 2026-06-10', 'ended 2026-06-10')).toEqual(both);
    expect(run(rounds, 'reviewed 2025-12-22', 'ended 2026-06-10', 'reviewed 2026-06-10')).toEqual([
      both[0],
      'h3 due 2026-12-10 stopped 2026-06-10',
    ]);
  });

  it('runs a second time with what starts it a second time', () => {
    expect(run({}, 'started 2026-09-03', 'met 2026-09-22', 'started 2026-12-14')).toEqual([
      'h1 due 2026-09-24 stopped 2026-09-22',
      'h3 due 2027-01-07',
    ]);
  });

  it('is counted for each child and each episode by itself', () => {
    const [ada, ben] = happened('started 2026-09-03', 'started 2026-09-04');
    if (!ada || !ben) throw new Error('two happenings');
    const clocks = clocksFor(
      [plain],
      [ada, { ...ben, child: 'ben' }, { ...ben, id: 'h3', episode: 'e2' }],
      calendar,
      { applies: () => true },
    );
    expect(clocks.map(({ child, episode }) => `${child} ${episode}`)).toEqual(['ada e1', 'ben e1', 'ada e2']);
  });

  it('does not run where its condition does not hold', () => {
    const applies = (condition: string) => condition !== 'unborn';
    const clocks = clocksFor([{ ...plain, applies: 'unborn' }], happened('started 2026-09-03'), calendar, {
      applies,
    });
    expect(clocks).toEqual([]);
  });

  it('says when bank holidays may still move its date, and only where they can', () => {
    const uncertain = (timescale: Partial<Timescale>) =>
      clocksFor([{ ...plain, ...timescale }], happened('started 2027-12-20'), calendar, {
        applies: () => true,
      })[0]?.uncertain;
    expect(uncertain({})).toBe(true);
    expect(uncertain({ length: 15, unit: 'calendar-days' })).toBeUndefined();
    expect(uncertain({ length: 3 })).toBeUndefined();
  });
});

describe('hours, days and months', () => {
  it('hours end at a moment', () => {
    expect(run({ length: 72, unit: 'hours' }, 'started 2026-09-05T13:00:00.000Z')).toEqual([
      'h1 due 2026-09-08T13:00:00.000Z',
    ]);
  });

  it('hours from a day of which no time is known end as early as they could', () => {
    expect(run({ length: 72, unit: 'hours' }, 'started 2026-09-05')).toEqual([
      'h1 due 2026-09-07T23:00:00.000Z',
    ]);
  });

  it('working days from a moment count from its day in London', () => {
    expect(run({ length: 1 }, 'started 2026-09-03T23:30:00.000Z')).toEqual(['h1 due 2026-09-07']);
  });

  it('months take no notice of holidays', () => {
    expect(run({ length: 3, unit: 'calendar-months' }, 'started 2026-09-25')).toEqual(['h1 due 2026-12-25']);
  });

  it('a moment earlier on the same day does not stop a clock that starts later that day', () => {
    const missing = { length: 72, unit: 'hours' as const };
    expect(run(missing, 'met 2026-09-05T08:00:00.000Z', 'started 2026-09-05T13:00:00.000Z')).toEqual([
      'h2 due 2026-09-08T13:00:00.000Z',
    ]);
  });
});

describe('counting back from a day to come', () => {
  const back = { length: -2, from: 'booked', until: ['shared'] };

  it('ends so many working days before it', () => {
    expect(run(back, 'booked 2026-09-22')).toEqual(['h1 due 2026-09-18']);
  });

  it('is stopped by what comes before that day, recorded before or after the booking', () => {
    expect(run(back, 'booked 2026-09-22', 'shared 2026-09-17')).toEqual([
      'h1 due 2026-09-18 stopped 2026-09-17',
    ]);
    expect(run(back, 'shared 2026-09-10', 'booked 2026-09-22')).toEqual([
      'h2 due 2026-09-18 stopped 2026-09-10',
    ]);
  });

  it('follows a new date while nothing has stopped it', () => {
    expect(run(back, 'booked 2026-09-22', 'booked 2026-09-29', 'shared 2026-09-24')).toEqual([
      'h2 due 2026-09-25 stopped 2026-09-24',
    ]);
  });

  it('ends with the meeting that also sets the day of the next one', () => {
    const prepare = { length: -42, unit: 'calendar-days' as const, from: 'planned', until: ['met'] };
    const meeting = ['planned 2026-12-22 r1', 'planned 2027-06-20 r2', 'met 2026-12-29 r2'];
    const rounds = ['h1 due 2026-11-10 stopped 2026-12-29', 'h2 due 2027-05-09'];
    expect(run(prepare, ...meeting)).toEqual(rounds);
    const [first = '', second = '', third = ''] = meeting;
    expect(run(prepare, first, third, second)).toEqual([rounds[0], 'h3 due 2027-05-09']);
  });

  it('leaves to the last round what happened on its day', () => {
    const both = { ...back, until: ['shared', 'met'] };
    const adjourned = ['booked 2026-09-22', 'shared 2026-09-17', 'booked 2026-09-30', 'met 2026-09-30'];
    expect(run(both, ...adjourned, 'shared 2026-12-10', 'booked 2026-12-15')).toEqual([
      'h1 due 2026-09-18 stopped 2026-09-17',
      'h3 due 2026-09-28 stopped 2026-09-30',
      'h6 due 2026-12-11 stopped 2026-12-10',
    ]);
    expect(
      run(both, 'booked 2026-09-22', 'shared 2026-09-17', 'met 2026-09-22', 'booked 2026-12-15'),
    ).toEqual(['h1 due 2026-09-18 stopped 2026-09-17', 'h4 due 2026-12-11']);
  });

  it('takes each round’s own end', () => {
    expect(run(back, 'booked 2026-09-22', 'shared 2026-09-17', 'booked 2026-12-15')).toEqual([
      'h1 due 2026-09-18 stopped 2026-09-17',
      'h3 due 2026-12-11',
    ]);
  });
});

describe('whatever happens', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-09-01', n));
  const line = fc
    .tuple(fc.constantFrom('started', 'met', 'ended', 'other'), day)
    .map((both) => both.join(' '));
  const rule = fc.record({
    anchor: fc.constantFrom<Timescale['anchor']>('first', 'latest'),
    until: fc.constantFrom<string[]>(['met'], ['met', 'ended'], ['started', 'ended']),
    length: fc.constantFrom(15, -2),
  });

  it('at most one clock of a timescale runs, none stops before it starts, and no stop is used twice', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), rule, (lines, { anchor = 'latest', until, length }) => {
        const timescale: Timescale = { ...plain, anchor, until, length };
        const clocks = clocksFor([timescale], happened(...lines), calendar, { applies: () => true });
        expect(clocks.filter(({ stopped }) => stopped === undefined).length).toBeLessThanOrEqual(1);
        expect(new Set(clocks.map(({ happening }) => happening)).size).toBe(clocks.length);
        const stops = lines.filter((one) => until.includes(one.split(' ')[0] ?? '')).length;
        expect(clocks.filter(({ stopped }) => stopped !== undefined).length).toBeLessThanOrEqual(stops);
        if (length < 0) return;
        for (const { from, stopped } of clocks) if (stopped !== undefined) expect(stopped >= from).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a clock that has something to run from exists as soon as it has happened', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), rule, (lines, { anchor = 'latest', until, length }) => {
        const started = lines.some((one) => one.startsWith('started'));
        const timescale: Timescale = { ...plain, anchor, until, length };
        const clocks = clocksFor([timescale], happened(...lines), calendar, { applies: () => true });
        expect(clocks.length > 0).toBe(started);
      }),
      { numRuns: 300 },
    );
  });
});
