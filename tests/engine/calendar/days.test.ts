import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayInWords,
  daysBetween,
  isDay,
  monthsBetween,
  weekdayInWords,
  weekdayOf,
} from '#engine';

describe('days and months', () => {
  it.each([
    ['2026-09-22', 3, '2026-12-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i calendar months is %s', (from, n, to) => {
    expect(addMonths(from, n)).toBe(to);
  });

  it('a month that has passed is counted on its day, or on the last day of a shorter month', () => {
    expect(monthsBetween('2026-08-31', '2027-02-28')).toBe(6);
    expect(monthsBetween('2026-08-31', '2027-02-27')).toBe(5);
    expect(monthsBetween('2024-02-29', '2025-02-28')).toBe(12);
  });

  it('days are counted over the end of a month, a leap day and a year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  it('a day that does not exist is no day', () => {
    expect(isDay('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-9-3', '2026-09-03T10:00', '', '03/09/2026']) {
      expect(isDay(text)).toBe(false);
    }
  });

  it('weekdays run from 1 Monday to 7 Sunday, before 1970 too', () => {
    expect(weekdayOf('2026-09-07')).toBe(1);
    expect(weekdayOf('2026-09-06')).toBe(7);
    expect(weekdayOf('1965-07-07')).toBe(3);
  });

  it('a day is written as people write it', () => {
    expect(dayInWords('2026-09-03')).toBe('3 September 2026');
    expect(weekdayInWords('2026-09-03')).toBe('Thursday 3 September 2026');
  });
});
