import { describe, expect, it } from 'vitest';
import type { Case, Timescale, Version } from '#engine';
import { act, familyAfter, moved, redrawn, stepDone } from '../../support/moving.ts';
import { done } from '../../support/small-version.ts';
import { addRecord } from '#engine';

const drawing = { main: '(start) -> ask -> write -> sign -> (end)' };
const facts = { ask: [{ fact: 'asked', on: 'completed' }], write: [{ fact: 'written', on: 'completed' }] };
const rule = (more: Partial<Timescale> = {}) => ({
  ...{ id: 'soon', name: 'Soon', from: 'asked', until: ['written'], length: 10, local: true },
  ...more,
});

function versions(before: Partial<Timescale>[], after: Partial<Timescale>[], ids = ['soon', 'law']) {
  const steps = { write: { timescales: ids } };
  const of = (timescales: Partial<Timescale>[]) => ({ drawing, facts, steps, timescales, anytime: ['note'] });
  return redrawn(of(before), of(after));
}

const dueOf = (kase: Case) =>
  kase.tasks.map(({ due }) => due.map(({ timescale, on, from }) => [timescale, on, from]));

/** Asked on Tuesday 8 September; moved on Sunday 27. */
const asked = (version: Version): Case => familyAfter(version, ['ask']);

describe('a clock that runs while a case moves', () => {
  it('keeps its due date where its timescale stays as it was', async () => {
    const { from, to } = await versions([rule()], [rule()]);
    expect(dueOf(moved(from, to, asked(from)).case)).toEqual(dueOf(asked(from)));
  });

  it('is counted by the new timescale from the day it counted from', async () => {
    const { from, to } = await versions([rule()], [rule({ length: 5 })]);
    const { case: after, history } = moved(from, to, asked(from));
    expect(dueOf(after)).toEqual([[['soon', '2026-09-15', '2026-09-08']]]);
    expect(history.find(({ kind }) => kind === 'clock-moved')?.about).toMatchObject({ before: '2026-09-22' });
  });

  it('begins when its timescale is new, from what has happened already', async () => {
    const { from, to } = await versions([], [rule()]);
    expect(dueOf(moved(from, to, asked(from)).case)).toEqual([[['soon', '2026-09-22', '2026-09-08']]]);
  });

  it('is no longer counted when its timescale is gone, and the history says so', async () => {
    const { from, to } = await versions([rule()], []);
    const { case: after, history } = moved(from, to, asked(from));
    expect(after.clocks).toEqual([]);
    expect(history[0]).toMatchObject({
      kind: 'case-moved',
      about: { dropped: [{ child: 'ada', timescale: 'soon' }] },
    });
  });
});

describe('a plan that lets clocks begin anew', () => {
  const law = rule({ id: 'law', local: false });

  it('counts local timescales from the day of the move, and leaves limits of the law alone', async () => {
    const { from, to } = await versions([rule(), law], [rule(), law]);
    const { case: after } = moved(from, to, asked(from), { clocks: 'restart' });
    expect(dueOf(after)).toEqual([
      [
        ['law', '2026-09-22', '2026-09-08'],
        ['soon', '2026-10-09', '2026-09-27'],
      ],
    ]);
  });

  it('stays begun anew whatever is recorded later, until what ends it happens', async () => {
    const { from, to } = await versions([rule()], [rule()]);
    const after = moved(from, to, asked(from), { clocks: 'restart' }).case;
    const answers = { answers: {}, perChild: { ada: {} } };
    const noted = done(addRecord(to, after, { ...act(21), form: 'note', children: ['ada'], answers })).case;
    expect(dueOf(noted)).toEqual([[['soon', '2026-10-09', '2026-09-27']]]);
    expect(stepDone(to, noted, 'write', 22).case.clocks).toMatchObject([{ stopped: '2026-09-29' }]);
  });

  it('leaves the happening itself on its day', async () => {
    const { from, to } = await versions([rule()], [rule()]);
    expect(moved(from, to, asked(from), { clocks: 'restart' }).case.happenings).toMatchObject([
      { fact: 'asked', on: '2026-09-08' },
    ]);
  });
});
