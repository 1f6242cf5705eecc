import { describe, expect, it } from 'vitest';
import { computeAnswer, describeAnswer, describeRows } from '#engine';
import type { Computing, FormQuestion, Happening } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };
import { around, dictionary, harms, question } from './small-form.ts';

const names: Record<string, string> = { ada: 'Ada', p1: 'Nell Farrow', f1: 'three-houses.png' };
const about = { dictionary, blocks: [harms], nameOf: (id: string) => names[id] ?? id };
const words = (type: FormQuestion['type'], value: unknown, more: Partial<FormQuestion> = {}) =>
  describeAnswer(question({ id: 'q', type, ...more }), value, about);

describe('an answer in words', () => {
  it.each<[FormQuestion['type'], unknown, string, Partial<FormQuestion>?]>([
    ['long-text', 'She was calm.', 'She was calm.'],
    ['yes-no', 'not-known', 'Not known'],
    ['radios', 'plan', 'A plan', { codes: 'ways' }],
    ['radios', 'own', 'Our own', { options: [{ value: 'own', label: 'Our own' }] }],
    ['radios', 'gone', 'gone', { codes: 'ways' }],
    ['checkboxes', ['plan', 'again'], 'A plan, Talk again', { codes: 'ways' }],
    ['date', '2026-09-03', '3 September 2026'],
    ['date', '2026-09-05T13:00:00.000Z', 'Saturday 5 September 2026, 14:00', { time: true }],
    ['number', 12, '12'],
    ['scale', 0, '0 out of 10'],
    ['person', 'p1', 'Nell Farrow'],
    ['file', ['f1'], 'three-houses.png'],
    [
      'address',
      { line1: '1 Low Road', town: 'Harrowmouth', postcode: 'ZZ99 1AA' },
      '1 Low Road, Harrowmouth, ZZ99 1AA',
    ],
    ['date', { notPossible: 'Nobody at home' }, 'Not seen: Nobody at home', { wayOut: 'Not seen' }],
    ['short-text', undefined, ''],
  ])('%s %j: %s', (type, value, text, more) => {
    expect(words(type, value, more)).toBe(text);
  });

  it('a table is read row by row, in the columns that are shown', () => {
    const rows = [
      { id: 'h1', childIds: ['ada'], what: 'Fell', when: '2026-09-03', impact: 'A broken arm' },
      { id: 'h2', childIds: ['ada'], what: 'Was left alone' },
    ];
    const table = question({ id: 'q', type: 'table', block: 'harms', showColumns: ['what', 'when'] });
    expect(describeRows(table, rows, about)).toEqual([
      [
        { label: 'What happened', text: 'Fell' },
        { label: 'When', text: '3 September 2026' },
      ],
      [{ label: 'What happened', text: 'Was left alone' }],
    ]);
    expect(describeAnswer(table, rows, about)).toBe(
      'What happened: Fell; When: 3 September 2026\nWhat happened: Was left alone',
    );
  });
});

describe('a computed question', () => {
  const happened = (fact: string, on: string, more: Partial<Happening> = {}): Happening => ({
    ...{ id: `${fact} ${on}`, fact, on, child: 'ada', episode: 'e1', record: 'r1' },
    ...more,
  });
  const clock = {
    timescale: 'visit-due',
    child: 'ada',
    episode: 'e1',
    happening: 'x',
    from: '2026-09-22',
    due: '2026-10-06',
  };
  const computing: Computing = {
    ...{ child: 'ada', born: '2019-11-02', clocks: [clock], calendar, timescales: around.timescales ?? [] },
    happenings: [
      happened('child-seen', '2026-09-24'),
      happened('child-seen', '2026-09-10'),
      happened('child-seen', '2026-09-30', { replacedBy: 'y' }),
      happened('child-seen', '2026-09-29', { child: 'ben' }),
    ],
    known: { ada: { decision: { value: 'plan', record: 'r', question: 'q', form: 'f', at: '', by: '' } } },
    now: '2026-10-01T09:00:00.000Z',
  };
  const computed = (compute: string, more: Partial<Computing> = {}) =>
    computeAnswer({ compute }, { ...computing, ...more });

  it.each([
    ['due:visit-due', '6 October 2026 (in 3 working days)'],
    ['elapsed:visit-due', '7 of 10 working days'],
    ['count:child-seen', '2'],
    ['fact:child-seen', '24 September 2026'],
    ['fact:child-heard', ''],
    ['term:decision', 'plan'],
    ['term:story', ''],
    ['age', '6 years'],
  ])('%s: %s', (compute, text) => {
    expect(computed(compute)).toBe(text);
  });

  it('counts a small child’s age in months and weeks, and an unborn one’s not at all', () => {
    expect(computed('age', { born: '2025-09-01' })).toBe('13 months');
    expect(computed('age', { born: '2026-09-17' })).toBe('2 weeks');
    const { born: _, ...unborn } = computing;
    expect(computeAnswer({ compute: 'age' }, { ...unborn, expected: '2027-02-10' })).toBe(
      'Not born yet, due on 10 February 2027',
    );
  });

  it('says a known answer in words where it is told how', () => {
    expect(computed('term:decision', { inWords: (_, value) => (value === 'plan' ? 'A plan' : '') })).toBe(
      'A plan',
    );
  });
});
