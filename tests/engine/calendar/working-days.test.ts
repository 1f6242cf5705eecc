import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, elapsedWorkingDays, isKnown, isWorkingDay, workingDaysAfter } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };

/** Published vectors and the dates of the worked cases: trigger, working days, due. */
const vectors: [string, number, string][] = [
  ['2025-05-08', 15, '2025-05-30'],
  ['2026-12-17', 15, '2027-01-12'],
  ['2026-03-27', 10, '2026-04-14'],
  ['2026-11-20', 45, '2027-01-27'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2025-04-17', 1, '2025-04-22'],
  ['2026-09-01', 1, '2026-09-02'],
  ['2026-09-01', 45, '2026-11-03'],
  ['2026-09-03', 15, '2026-09-24'],
  ['2026-12-14', 15, '2027-01-07'],
  ['2026-09-22', 1, '2026-09-23'],
  ['2026-09-22', 10, '2026-10-06'],
  ['2026-09-22', 15, '2026-10-13'],
];

describe('working days', () => {
  it.each(vectors)('from %s, %i working days end on %s', (from, n, due) => {
    expect(workingDaysAfter(calendar, from, n)).toBe(due);
    expect(elapsedWorkingDays(calendar, from, due)).toBe(n);
  });

  it('counts 16 working days from 14 December 2026 to 8 January 2027', () => {
    expect(elapsedWorkingDays(calendar, '2026-12-14', '2027-01-08')).toBe(16);
  });

  it('takes the trigger as day 0 even at a weekend, so that Monday is day 1', () => {
    expect(workingDaysAfter(calendar, '2026-09-05', 1)).toBe('2026-09-07');
    expect(workingDaysAfter(calendar, '2026-09-06', 1)).toBe('2026-09-07');
  });

  it('leaves the day as it is when there is nothing to count', () => {
    expect(workingDaysAfter(calendar, '2026-09-05', 0)).toBe('2026-09-05');
  });

  it('counts back over a weekend and a bank holiday', () => {
    expect(workingDaysAfter(calendar, '2026-09-22', -2)).toBe('2026-09-18');
    expect(workingDaysAfter(calendar, '2026-09-01', -1)).toBe('2026-08-28');
    expect(elapsedWorkingDays(calendar, '2026-09-01', '2026-08-28')).toBe(-1);
  });

  it('knows Saturday, Sunday and bank holidays for what they are', () => {
    expect(isWorkingDay(calendar, '2026-09-04')).toBe(true);
    expect(isWorkingDay(calendar, '2026-09-05')).toBe(false);
    expect(isWorkingDay(calendar, '2026-09-06')).toBe(false);
    expect(isWorkingDay(calendar, '2026-08-31')).toBe(false);
  });

  it('knows where its table of bank holidays begins and ends', () => {
    expect(isKnown(calendar, '2027-12-31')).toBe(true);
    expect(isKnown(calendar, '2028-01-03')).toBe(false);
    expect(isKnown(calendar, '2022-01-01')).toBe(true);
    expect(isKnown(calendar, '2021-12-31')).toBe(false);
  });

  it('gives back as elapsed exactly what it counted off, and always ends on a working day', () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2022-06-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const due = workingDaysAfter(calendar, from, n);
        expect(elapsedWorkingDays(calendar, from, due)).toBe(n);
        expect(isWorkingDay(calendar, due)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
