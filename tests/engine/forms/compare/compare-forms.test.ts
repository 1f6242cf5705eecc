import { describe, expect, it } from 'vitest';
import { compareForms } from '#engine';
import type { Form } from '#engine';
import { form, question } from '../small-form.ts';
import { words } from './compared.ts';

const says = (before: Form | undefined, after: Form | undefined): string[] =>
  compareForms(before, after, words, words).map(({ sentence }) => sentence);

const asks = (...ids: string[]) => form(ids.map((id) => question({ id, label: `${id}?` })));

describe('questions of a form', () => {
  it('that are new or gone are told with the form', () => {
    expect(says(asks('who'), asks('when'))).toEqual([
      '“Visit” now asks “when?”.',
      '“Visit” no longer asks “who?”.',
    ]);
  });

  it('are told to stand elsewhere in as few sentences as tell the whole', () => {
    expect(says(asks('who', 'when', 'where', 'why'), asks('why', 'who', 'when', 'where'))).toEqual([
      '“why?” is now asked first in its section (before: after “where?”).',
    ]);
  });

  it('that moved to another section are told with both', () => {
    const sections = (first: string[], second: string[]): Form => ({
      ...asks(),
      layout: [
        { id: 'a', title: 'The visit', questions: first.map((id) => question({ id, label: `${id}?` })) },
        { id: 'b', title: 'What next', questions: second.map((id) => question({ id, label: `${id}?` })) },
      ],
    });
    expect(says(sections(['who', 'why'], []), sections(['who'], ['why']))).toEqual([
      '“why?” is now asked in the section “What next” (before: “The visit”).',
    ]);
  });
});

describe('a form', () => {
  it('that is new is told with its purpose, and one that is gone by its title', () => {
    expect(says(undefined, asks())).toEqual(['There is a new form “Visit”: See the child']);
    expect(says(asks(), undefined)).toEqual(['The form “Visit” is gone.']);
  });

  it('written with its keys in another order is the same', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    const own = asks('who', 'when');
    expect(says(own, reversed(own) as Form)).toEqual([]);
  });

  it('that records another fact, or on another day, is told what it records', () => {
    const records = (on: string) => ({ ...asks('seenOn'), facts: [{ fact: 'child-seen', on }] });
    expect(says(asks('seenOn'), records('completed'))).toEqual([
      '“Visit” now records “Child seen”, on the day it is completed.',
    ]);
    expect(says(records('completed'), records('seenOn'))).toEqual([
      '“Visit” now records “Child seen” on the day given at “seenOn?” (before: on the day it is completed).',
    ]);
  });

  it('that refuses something more is told with what it says to it', () => {
    const rule = {
      id: 'late',
      question: 'who',
      when: 'who = null',
      say: 'Say who.',
      source: 'local',
      level: 'warn' as const,
    };
    expect(says(asks('who'), { ...asks('who'), rules: [rule] })).toEqual(['“Visit” now warns: “Say who.”.']);
    expect(
      says({ ...asks('who'), rules: [rule] }, { ...asks('who'), rules: [{ ...rule, level: 'refuse' }] }),
    ).toEqual(['“Visit” now refuses (before: it warned): “Say who.”.']);
  });
});

/** Another value for everything a form can say; its schema follows from the layout. */
const other: { [key in Exclude<keyof Form, 'id' | 'schema'>]-?: Form[key] } = {
  title: 'Another title',
  purpose: 'Another purpose',
  source: 'Another source',
  anytime: { roles: ['worker'], add: 'Visit' },
  layout: [{ id: 'all', title: 'Another section', questions: [] }],
  facts: [{ fact: 'child-seen', on: 'completed' }],
  rules: [{ id: 'r', question: 'q', when: 'true', say: 'No.', source: 'local', level: 'refuse' }],
  guidance: 'Another thought',
  meeting: { attendance: 'who', present: ['came'], on: 'day' },
  booking: { on: 'day', time: 'at', chair: 'who', invited: 'all', needs: 'help', due: ['visit'] },
};

it.each(Object.entries(other))('another %s of a form never goes unsaid', (key, value) => {
  expect(says(asks(), { ...asks(), [key]: value }).length).toBeGreaterThan(0);
});
