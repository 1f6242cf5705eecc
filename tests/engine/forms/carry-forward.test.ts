import { describe, expect, it } from 'vitest';
import { carryForward, earlierAnswers } from '#engine';
import type { CaseRecord, FormQuestion } from '#engine';
import { form, question } from './small-form.ts';

const story = question({ id: 'whatHappened', type: 'long-text', term: 'story', per: 'shared' });
const score = question({ id: 'safety', type: 'scale', term: 'score', per: 'child' });
const first = form([story, score], { id: 'contact', title: 'Contact' });

function record(id: string, at: string, words: string, more: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ...{ id, at, case: 'c1', form: 'contact', version: 'v1', children: ['ada', 'ben'], pins: {}, by: 'sam' },
    answers: {
      answers: { whatHappened: words },
      perChild: { ada: { safety: 3 }, ben: { whatHappened: 'Was at school' } },
    },
    ...more,
  };
}

const records = [
  record('r1', '2026-09-01T09:00:00.000Z', 'A fall'),
  record('r2', '2026-09-08T09:00:00.000Z', 'A row'),
];
const earlier = earlierAnswers(records, { contact: first });

function offers(given: Partial<FormQuestion>, saved: string[] = []) {
  const later = form([question({ id: 'again', term: 'story', type: 'long-text', ...given })]);
  const offered = carryForward({
    ...{ form: later, children: ['ada', 'ben'], earlier, saved: new Set(saved) },
    records: records.toReversed(),
    rows: { harms: [{ id: 'h1', childIds: ['ada'] }, { id: 'h2' }, { id: 'h3', childIds: ['ben'] }] },
  });
  return offered;
}
const values = (offer: { beside: { value: unknown }[] } | undefined) =>
  offer?.beside.map(({ value }) => value);

describe('earlier answers', () => {
  it('are found by what they mean, the newest first, with where they come from', () => {
    expect(earlier.filter(({ term, child }) => term === 'story' && child === '')).toMatchObject([
      { value: 'A row', record: 'r2', form: 'contact', formTitle: 'Contact', by: 'sam' },
      { value: 'A fall', record: 'r1' },
    ]);
  });

  it('of a corrected record are those of its correction', () => {
    const correction = record('r3', '2026-09-09T09:00:00.000Z', 'A push', { corrects: 'r2' });
    const now = earlierAnswers([...records, correction], { contact: first });
    expect(
      now.filter(({ child, term }) => child === '' && term === 'story').map(({ value }) => value),
    ).toEqual(['A push', 'A fall']);
  });

  it('that were left open or could not be given are none', () => {
    const none = record('r4', '2026-09-10T09:00:00.000Z', '', {
      answers: { answers: { whatHappened: { notPossible: 'x' } }, perChild: { ada: { safety: null } } },
    });
    expect(earlierAnswers([none], { contact: first })).toEqual([]);
  });
});

describe('a question', () => {
  it('that is new offers nothing', () => {
    expect(offers({ policy: 'ask' })['again']).toEqual({ policy: 'ask', beside: [], waiting: 0 });
  });

  it('carried forward is filled in and says from where', () => {
    const offer = offers({ policy: 'carry-forward' })['again'];
    expect(offer?.filled).toMatchObject({
      value: 'A row',
      from: { record: 'r2', at: '2026-09-08T09:00:00.000Z' },
    });
    expect(values(offer)).toEqual(['A fall']);
  });

  it('shown beside stays empty, with the earlier answers at its side', () => {
    const offer = offers({ policy: 'show-beside' })['again'];
    expect(offer?.filled).toBeUndefined();
    expect(values(offer)).toEqual(['A row', 'A fall']);
  });

  it('asked again hides what was answered before until it is first saved', () => {
    expect(offers({ policy: 'ask-again' })['again']).toMatchObject({ beside: [], waiting: 2 });
    const after = offers({ policy: 'ask-again' }, ['again'])['again'];
    expect(after?.waiting).toBe(0);
    expect(values(after)).toEqual(['A row', 'A fall']);
  });

  it('of each child offers that child’s own answers, and what was said of all', () => {
    const each = offers({ policy: 'show-beside', per: 'child' });
    expect(values(each['again@ben'])).toEqual(['A row', 'Was at school', 'A fall', 'Was at school']);
    expect(values(each['again@ada'])).toEqual(['A row', 'A fall']);
    const scores = offers({ policy: 'show-beside', per: 'child', term: 'score', type: 'scale' });
    expect(values(scores['again@ada'])).toEqual([3, 3]);
    expect(values(scores['again@ben'])).toEqual([]);
  });

  it('that is shared keeps what is different for a child apart', () => {
    const shared = offers({ policy: 'carry-forward', per: 'shared' });
    expect(shared['again']?.filled?.value).toBe('A row');
    expect(shared['again@ben']?.filled?.value).toBe('Was at school');
    expect(shared['again@ada']?.filled).toBeUndefined();
  });

  it('over a shared block shows its rows as they are now: all to the family, their own to each child', () => {
    const block = { policy: 'carry-forward', type: 'table', block: 'harms', term: 'harms' } as const;
    const ids = (rows: Record<string, unknown>[] | undefined) => rows?.map(({ id }) => id);
    expect(ids(offers(block)['again']?.rows)).toEqual(['h1', 'h2', 'h3']);
    expect(ids(offers({ ...block, per: 'child' })['again@ben']?.rows)).toEqual(['h2', 'h3']);
  });

  it('that is linked names the records and blocks to show', () => {
    const linked = offers({ policy: 'linked', links: ['contact', 'harms'] })['again']?.linked;
    expect(linked).toEqual({ records: ['r2', 'r1'], blocks: ['harms'] });
  });
});
