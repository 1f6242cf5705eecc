import { describe, expect, test } from 'vitest';
import { isAnswered, questionsOf } from '#engine';
import { readBeside } from '../../engine/version/index.ts';
import { versionFiles } from '../support/version-files.ts';
import gold from './gold/duplicates.json' with { type: 'json' };

const { forms } = readBeside(versionFiles(`processes/${gold.of}`)).beside;
const questions = Object.values(forms).flatMap((form) =>
  questionsOf(form)
    .filter(isAnswered)
    .map(({ id, term }) => ({ key: `${form.id}.${id}`, term })),
);
const sorted = [...gold.groups, ...gold.apart];
const alone = [...gold.alone.weights, ...gold.alone['held-back']];
const placeOf = new Map(sorted.flatMap((group) => group.questions.map((key) => [key, group.id])));

describe('the questions of the pathway before, sorted by hand', () => {
  test('are each sorted once: into a group of one meaning, apart, or alone', () => {
    const all = [...sorted.flatMap((group) => group.questions), ...alone];
    expect(all.toSorted()).toEqual(questions.map(({ key }) => key).toSorted());
  });

  test('are two or more in a group, with a sentence of why', () => {
    for (const { id, because, questions: own } of sorted) {
      expect([id, own.length > 1, /^[A-Z].+\.$/.test(because)]).toEqual([id, true, true]);
    }
  });

  test('take turns: half set the weights, half are held back', () => {
    const turns = (list: { set: string }[]) => list.map(({ set }) => set);
    for (const list of [gold.groups, gold.apart]) {
      expect(turns(list)).toEqual(list.map((_, at) => (at % 2 === 0 ? 'weights' : 'held-back')));
    }
    expect(Math.abs(gold.alone.weights.length - gold.alone['held-back'].length)).toBeLessThanOrEqual(1);
  });

  test('hold duplicates in both halves that share no term, so that only their wording can tell', () => {
    const termOf = new Map(questions.map(({ key, term }) => [key, term]));
    for (const half of ['weights', 'held-back']) {
      const reworded = gold.groups
        .filter(({ set }) => set === half)
        .filter((group) => new Set(group.questions.map((key) => termOf.get(key))).size > 1);
      expect(reworded.length).toBeGreaterThanOrEqual(20);
    }
  });

  test('are never both in one group and told to differ', () => {
    const together = gold.differ.filter(({ a, b }) => placeOf.has(a) && placeOf.get(a) === placeOf.get(b));
    expect(together).toEqual([]);
    const named = gold.differ.flatMap(({ a, b }) => [a, b]);
    expect(named.filter((key) => !questions.some((question) => question.key === key))).toEqual([]);
  });
});
