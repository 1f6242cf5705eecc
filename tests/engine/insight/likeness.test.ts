import { describe, expect, test } from 'vitest';
import { alikePairs, askedIn, duplicatesOf, openSteps, step } from '#engine';
import type { FormQuestion, Likeness } from '#engine';
import { smallVersion } from '../../support/small-version.ts';

const likeness: Likeness = {
  weights: { words: 1, meaning: 5, rare: 3, spelling: 1, shape: 3, place: 1 },
  threshold: 0.6,
  synonyms: [['doctor', 'GP', 'general practitioner']],
};

const version = (one: Partial<FormQuestion>[], other: Partial<FormQuestion>[]) =>
  smallVersion({
    drawing: { main: '(start) -> first -> second -> (end)' },
    forms: { first: one, second: other },
  });

const others = [
  { id: 'height', label: 'How tall', type: 'number' as const },
  { id: 'seen', label: 'Was [child] seen', type: 'yes-no' as const },
  { id: 'when', label: 'Day of the talk', type: 'date' as const },
];

const pairsOf = async (one: Partial<FormQuestion>[], other: Partial<FormQuestion>[]) => {
  const { forms, dictionary } = await version([...one, ...others], other);
  return alikePairs(askedIn(forms), dictionary, likeness).map(([first]) => [
    first?.a.question.id,
    first?.b.question.id,
  ]);
};

describe('questions that share no term', () => {
  test('look the same when their words are the same, or mean the same', async () => {
    const doctor = { id: 'doctor', label: 'The doctor’s name' };
    expect(await pairsOf([doctor], [{ id: 'surgery', label: 'Name of the doctor' }])).toEqual([
      ['doctor', 'surgery'],
    ]);
    expect(await pairsOf([doctor], [{ id: 'gp', label: 'GP name' }])).toEqual([['doctor', 'gp']]);
    expect(await pairsOf([doctor], [{ id: 'practice', label: 'Name of general practitioners' }])).toEqual([
      ['doctor', 'practice'],
    ]);
    expect(await pairsOf([doctor], [{ id: 'school', label: 'The school’s address' }])).toEqual([]);
  });

  test('look less the same when another kind of answer is wanted', async () => {
    const one = { id: 'lives', label: 'Who lives at home with the family', type: 'table' as const };
    const other = { id: 'home', label: 'Who lives in the family', type: 'yes-no' as const };
    expect(await pairsOf([one], [{ ...other, type: 'table' }])).toEqual([['lives', 'home']]);
    const scoreOf = async (type: FormQuestion['type']) => {
      const { forms, dictionary } = await version([one, ...others], [{ ...other, type }]);
      return alikePairs(askedIn(forms), dictionary, { ...likeness, threshold: 0 })[0]?.[0]?.score ?? 0;
    };
    expect(await scoreOf('table')).toBeGreaterThan(await scoreOf('yes-no'));
  });

  test('are never those that share a term: these are asked twice', async () => {
    const same = { id: 'doctor', label: 'The doctor', term: 'doctor' };
    expect(await pairsOf([same], [same])).toEqual([]);
  });

  test('carry the mark of the group, and their reasons', async () => {
    const small = await version(
      [{ id: 'doctor', label: 'The doctor' }, ...others],
      [{ id: 'gp', label: 'GP' }],
    );
    const finding = { likeness, typical: {}, stepping: { step, openSteps } };
    const [plain] = duplicatesOf(small, finding).looksSame;
    expect([plain?.pair, plain?.mark]).toEqual(['first.doctor~second.gp', undefined]);
    expect(plain?.because).toEqual([
      'words that mean the same',
      'the same kind of answer',
      'in a like place of the form',
    ]);
    const mark = {
      mark: 'differs' as const,
      because: 'Another doctor.',
      by: 'a',
      at: '2026-11-03T09:00:00Z',
    };
    const marks = { 'first.doctor~second.gp': mark };
    expect(duplicatesOf(small, { ...finding, marks }).looksSame[0]?.mark).toEqual(mark);
  });
});
