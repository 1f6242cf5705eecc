import { describe, expect, it } from 'vitest';
import { addHours, dayOf, endOf, hoursBetween, isMoment, momentInWords, momentOf, timeOf } from '#engine';

describe('London time', () => {
  it.each([
    ['2026-09-05', '14:00', '2026-09-05T13:00:00.000Z'],
    ['2026-12-05', '14:00', '2026-12-05T14:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
  ])('on %s London clocks show %s at %s', (day, time, moment) => {
    expect(momentOf(day, time)).toBe(moment);
    expect(dayOf(moment)).toBe(day);
    expect(timeOf(moment)).toBe(time);
  });

  it('the hour that comes twice in October means its first coming', () => {
    expect(momentOf('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('the hour that is skipped in March is read as if clocks had not changed yet', () => {
    expect(momentOf('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('the day changes at midnight in London, not in Greenwich time', () => {
    expect(dayOf('2026-09-05T22:30:00.000Z')).toBe('2026-09-05');
    expect(dayOf('2026-09-05T23:30:00.000Z')).toBe('2026-09-06');
  });

  it('a day is its own day', () => {
    expect(dayOf('2026-09-05')).toBe('2026-09-05');
  });

  it('72 hours are 72 hours, over the change of the clocks as well', () => {
    const started = momentOf('2026-10-24', '14:00');
    expect(addHours(started, 72)).toBe(momentOf('2026-10-27', '13:00'));
    expect(hoursBetween(started, addHours(started, 72))).toBe(72);
  });

  it('a day ends with its last millisecond in London', () => {
    expect(endOf('2026-09-05')).toBe('2026-09-05T22:59:59.999Z');
    expect(endOf('2026-10-25')).toBe('2026-10-25T23:59:59.999Z');
  });

  it('a moment is written whole and in UTC, or it is none', () => {
    expect(isMoment('2026-09-05T13:00:00.000Z')).toBe(true);
    for (const text of [
      '2026-09-05T13:00:00Z',
      '2026-09-05T14:00:00.000+01:00',
      '2026-09-05',
      '2026-02-30T00:00:00.000Z',
    ]) {
      expect(isMoment(text)).toBe(false);
    }
  });

  it('a moment is written as the clock on the wall shows it', () => {
    expect(momentInWords('2026-09-05T13:00:00.000Z')).toBe('Saturday 5 September 2026, 14:00');
    expect(momentInWords('2026-09-05')).toBe('Saturday 5 September 2026');
  });
});
