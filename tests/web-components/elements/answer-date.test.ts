// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { partsOf, readParts } from '../../../web-components/elements/answers/date/date-parts.ts';
import '../../../web-components/elements/answers/date/tl-answer-date.ts';
import { answersOf, asked, drawn, expectAccessible, field, show, textOf, type } from '../support/show.ts';

const parts = (day: string, month: string, year: string, time = ''): Parameters<typeof readParts>[0] => ({
  day,
  month,
  year,
  time,
});

describe('the fields of a date', () => {
  it.each([
    ['27', '9', '2026', '2026-09-27'],
    ['1', 'September', '2026', '2026-09-01'],
    ['29', 'feb', '2028', '2028-02-29'],
  ])('%s %s %s is %s', (day, month, year, value) => {
    expect(readParts(parts(day, month, year), false)).toEqual({ kind: 'date', value });
  });

  it('say that there is no 29 February in 2027', () => {
    expect(readParts(parts('29', '2', '2027'), false)).toEqual({ kind: 'wrong', what: 'date' });
  });

  it.each([
    ['9:05', '2026-07-01T08:05:00.000Z'],
    ['1430', '2026-07-01T13:30:00.000Z'],
  ])('with %s on a summer day are %s', (time, value) => {
    expect(readParts(parts('1', '7', '2026', time), true)).toEqual({ kind: 'date', value });
  });

  it('with a time in winter are the same hour in UTC, and come back as they were typed', () => {
    const read = readParts(parts('5', '1', '2026', '09:15'), true);
    expect(read).toEqual({ kind: 'date', value: '2026-01-05T09:15:00.000Z' });
    expect(partsOf('2026-07-01T13:30:00.000Z')).toEqual(parts('1', '7', '2026', '14:30'));
  });

  it('are unfinished while a part is missing', () => {
    expect(readParts(parts('1', '', '2026'), false)).toEqual({ kind: 'unfinished' });
    expect(readParts(parts('1', '1', '20'), false)).toEqual({ kind: 'unfinished' });
  });
});

describe('a date', () => {
  it('is given once it is whole, and not before', async () => {
    const element = await show('tl-answer-date', { asked: { ...asked, type: 'date' }, name: 'q' });
    const told = answersOf(element);
    type(element, '#q', '3');
    type(element, '#q-month', '9');
    expect(told).toEqual([]);
    type(element, '#q-year', '2026');
    expect(told).toEqual(['2026-09-03']);
  });

  it('keeps half a date on the screen, and says so when the person moves on', async () => {
    const element = await show('tl-answer-date', { asked: { ...asked, type: 'date' }, name: 'q' });
    type(element, '#q', '3');
    await drawn(element);
    expect(textOf(element)).not.toContain('Enter a day');
    field(element, '#q').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await drawn(element);
    expect(textOf(element)).toContain('Enter a day, a month and a year');
    expect(field(element, '#q').value).toBe('3');
  });

  it('that was answered and is being changed is taken back until it is whole again', async () => {
    const element = await show('tl-answer-date', {
      asked: { ...asked, type: 'date' },
      name: 'q',
      value: '2026-09-03',
    });
    const told = answersOf(element);
    type(element, '#q-month', '');
    type(element, '#q-month', '10');
    expect(told).toEqual([undefined, '2026-10-03']);
  });

  it('has no axe findings', async () => {
    await expectAccessible(
      await show('tl-answer-date', { asked: { ...asked, type: 'date', time: true }, name: 'q' }),
    );
  });
});
