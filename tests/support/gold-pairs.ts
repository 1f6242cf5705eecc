import { askedIn, compareQuestions, keyOfAsked } from '#engine';
import type { Dictionary, Form, Signals } from '#engine';
import { readBeside } from '../../engine/version/index.ts';
import gold from '../processes/gold/duplicates.json' with { type: 'json' };
import { versionFiles } from './version-files.ts';

export type Half = 'weights' | 'held-back';

/** A pair of questions that share no term, as people sorted it. */
export interface GoldPair {
  pair: string;
  signals: Signals;
  same: boolean;
}

export interface GoldHalf {
  /** pairs whose wording has anything in common; all others look nothing alike */
  pairs: GoldPair[];
  /** duplicates without a common term, those among `pairs` and the others */
  reworded: number;
  /** duplicates with one: the dictionary tells them, no score has to */
  sharing: number;
}

/** The questions of the gold set, of which people said whether they ask for the same. */
export function goldQuestions(): { forms: Record<string, Form>; dictionary: Dictionary } {
  return readBeside(versionFiles(`processes/${gold.of}`)).beside;
}

/** One half of the gold set as pairs, compared with these synonyms. Words are weighed against all questions. */
export function goldPairs(half: Half, synonyms: string[][]): GoldHalf {
  const { forms, dictionary } = goldQuestions();
  const sorted = [...gold.groups, ...gold.apart].filter(({ set }) => set === half);
  const mine = new Set([...sorted.flatMap(({ questions }) => questions), ...gold.alone[half]]);
  const groups = gold.groups.filter(({ set }) => set === half);
  const groupOf = new Map(groups.flatMap(({ id, questions }) => questions.map((key) => [key, id])));
  const asked = askedIn(forms);
  const pairs: GoldPair[] = [];
  for (const compared of compareQuestions(asked, dictionary, synonyms)) {
    for (const { a, b, signals } of compared) {
      const [one, other] = [keyOfAsked(a), keyOfAsked(b)];
      if (!mine.has(one) || !mine.has(other)) continue;
      const group = groupOf.get(one);
      pairs.push({
        pair: `${one}~${other}`,
        signals,
        same: group !== undefined && group === groupOf.get(other),
      });
    }
  }
  const termOf = new Map(asked.map((one) => [keyOfAsked(one), one.question.term]));
  let [reworded, sharing] = [0, 0];
  for (const { questions } of groups) {
    for (const [at, one] of questions.entries()) {
      for (const other of questions.slice(at + 1)) {
        if (termOf.get(one) === termOf.get(other)) sharing += 1;
        else reworded += 1;
      }
    }
  }
  return { pairs, reworded, sharing };
}
