import { describe, expect, it } from 'vitest';
import {
  addDays,
  becauseOf,
  dueDayInWords,
  dueOf,
  dueSays,
  lateness,
  momentOf,
  warnedBy,
  warnings,
  warningsBefore,
} from '#engine';
import type { Timescale } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };

const in15 = { unit: 'working-days', length: 15 } as const;
const clock = { due: '2026-09-24' };

describe('how late', () => {
  it('is counted in working days for a clock of working days', () => {
    expect(lateness(clock, in15, '2026-09-21', calendar)).toEqual({
      late: false,
      by: { n: 3, unit: 'working-days' },
    });
    expect(lateness(clock, in15, '2026-09-28', calendar)).toEqual({
      late: true,
      by: { n: 2, unit: 'working-days' },
    });
  });

  it('the due day itself is in time to its last minute in London', () => {
    const lateThatEvening = lateness(clock, in15, momentOf('2026-09-24', '23:59'), calendar);
    expect(lateThatEvening).toEqual({ late: false, by: { n: 0, unit: 'days' } });
    expect(lateness(clock, in15, momentOf('2026-09-25', '00:00'), calendar).late).toBe(true);
  });

  it('is counted in days where the weekend is all that has passed', () => {
    expect(lateness({ due: '2026-09-25' }, in15, '2026-09-27', calendar)).toEqual({
      late: true,
      by: { n: 2, unit: 'days' },
    });
  });

  it('of a clock that has stopped is told by the day it stopped, whatever day it is now', () => {
    const stopped = { due: '2027-01-07', stopped: '2027-01-08' };
    expect(lateness(stopped, in15, '2027-06-01', calendar)).toEqual({
      late: true,
      by: { n: 1, unit: 'working-days' },
    });
    expect(dueSays(stopped, in15, '2027-06-01', calendar)).toBe('done 1 working day late');
    expect(dueSays({ due: '2026-09-24', stopped: '2026-09-24' }, in15, '2027-06-01', calendar)).toBe(
      'done in time',
    );
  });
});

describe('a due date in words', () => {
  const says = (unit: Timescale['unit'], due: string, at: string) => dueSays({ due }, { unit }, at, calendar);

  it.each([
    ['working-days', '2026-09-24', '2026-09-21', 'in 3 working days'],
    ['working-days', '2026-09-24', '2026-09-23', 'in 1 working day'],
    ['working-days', '2026-09-24', '2026-09-24', 'due today'],
    ['working-days', '2026-09-24', '2026-09-28', '2 working days late'],
    ['calendar-days', '2026-09-24', '2026-09-20', 'in 4 days'],
    ['calendar-months', '2026-09-24', '2026-09-25', '1 day late'],
    ['hours', '2026-09-08T13:00:00.000Z', '2026-09-08T07:30:00.000Z', 'in 5 hours'],
    ['hours', '2026-09-08T13:00:00.000Z', '2026-09-08T12:30:00.000Z', 'due within the hour'],
    ['hours', '2026-09-08T13:00:00.000Z', '2026-09-08T13:10:00.000Z', '1 hour late'],
    ['hours', '2026-09-08T13:00:00.000Z', '2026-09-10T12:00:00.000Z', '47 hours late'],
    ['hours', '2026-09-08T13:00:00.000Z', '2026-09-11T09:00:00.000Z', '2 days late'],
  ] as const)('%s, due %s, on %s: %s', (unit, due, at, words) => {
    expect(says(unit, due, at)).toBe(words);
  });

  it('warns where a bank holiday that is not known yet may move it', () => {
    expect(dueDayInWords({ due: '2028-01-11' })).toBe('11 January 2028');
    expect(dueDayInWords({ due: '2028-01-11', uncertain: true })).toBe(
      '11 January 2028, unless a bank holiday not yet known moves it',
    );
  });

  it('says why it is what it is', () => {
    const from = '2026-09-03';
    expect(becauseOf(in15, { from }, 'the discussion')).toBe(
      '15 working days from the discussion on 3 September 2026',
    );
    expect(becauseOf(in15, { from }, 'Enquiry started')).toBe(
      '15 working days from 3 September 2026 (enquiry started)',
    );
    expect(becauseOf({ length: 1, unit: 'calendar-months' }, { from }, 'Plan')).toBe(
      '1 month from 3 September 2026 (plan)',
    );
    expect(becauseOf({ length: -2, unit: 'working-days' }, { from }, 'the meeting')).toBe(
      '2 working days before the meeting on 3 September 2026',
    );
    const moment = '2026-09-05T13:00:00.000Z';
    expect(becauseOf({ length: 72, unit: 'hours' }, { from: moment }, 'the return')).toBe(
      '72 hours from the return at 14:00 on 5 September 2026',
    );
  });
});

describe('warnings', () => {
  const warn: Timescale['warn'] = [
    { at: 'after-1-day', tell: 'service-manager' },
    { at: 'due', tell: 'team-manager' },
    { at: '80%', tell: 'social-worker' },
    { at: '50%', tell: 'social-worker' },
  ];
  const days = (timescale: Pick<Timescale, 'length' | 'unit'>, from: string, due: string) =>
    warnings({ from, due }, { ...timescale, warn }, calendar).map(({ at, on }) => `${at} ${on}`);

  it('come at half the time, rounded up to whole days, at four fifths, when due and one day after', () => {
    expect(days(in15, '2026-09-03', '2026-09-24')).toEqual([
      '50% 2026-09-15',
      '80% 2026-09-21',
      'due 2026-09-24',
      'after-1-day 2026-09-25',
    ]);
  });

  it('leave out the half of what is shorter than five working days', () => {
    expect(days({ length: 4, unit: 'working-days' }, '2026-09-03', '2026-09-09')).toEqual([
      '80% 2026-09-09',
      'due 2026-09-09',
      'after-1-day 2026-09-10',
    ]);
    expect(
      days({ length: 72, unit: 'hours' }, '2026-09-05T13:00:00.000Z', '2026-09-08T13:00:00.000Z'),
    ).toEqual([
      '80% 2026-09-07T23:00:00.000Z',
      'due 2026-09-08T13:00:00.000Z',
      'after-1-day 2026-09-09T13:00:00.000Z',
    ]);
  });

  it('are the same where only the due date is kept, whatever day the clock began on', () => {
    const months: string[] = [];
    for (let at = 0; at < 400; at += 1) {
      const from = addDays('2026-01-01', at);
      for (const unit of ['working-days', 'calendar-days', 'hours', 'calendar-months'] as const) {
        const timescale = { unit, length: unit === 'hours' ? 72 : (at % 45) + 1, warn };
        const due = dueOf(timescale, from, calendar);
        const kept = warnings({ from, due }, timescale, calendar);
        const again = warningsBefore(due, timescale, calendar);
        if (unit !== 'calendar-months') expect(again).toEqual(kept);
        else months.push(...again.flatMap(({ on }, nth) => (on > (kept[nth]?.on ?? '') ? [on] : [])));
      }
    }
    expect(months).toEqual([]);
  });

  it('are given by a day or a moment when it has come', () => {
    const warned = warnings({ from: '2026-09-03', due: '2026-09-24' }, { ...in15, warn }, calendar);
    const by = (now: string) => warnedBy(warned, now).map(({ at }) => at);
    expect(by(momentOf('2026-09-14', '23:59'))).toEqual([]);
    expect(by(momentOf('2026-09-15', '00:00'))).toEqual(['50%']);
    expect(by(momentOf('2026-09-24', '09:00'))).toEqual(['50%', '80%', 'due']);
  });

  it('of months are counted in days', () => {
    expect(days({ length: 3, unit: 'calendar-months' }, '2026-09-22', '2026-12-22')).toEqual([
      '50% 2026-11-07',
      '80% 2026-12-04',
      'due 2026-12-22',
      'after-1-day 2026-12-23',
    ]);
  });

  it('come only when due and after where the clock counts back', () => {
    expect(days({ length: -2, unit: 'working-days' }, '2026-09-22', '2026-09-18')).toEqual([
      'due 2026-09-18',
      'after-1-day 2026-09-21',
    ]);
  });
});
