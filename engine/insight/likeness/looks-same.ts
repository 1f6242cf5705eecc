import type { Dictionary, Term } from '../../contracts/index.ts';
import type { DuplicateMark, LooksSame, QuestionRef } from '../shapes.ts';
import { keyOfAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import { compareQuestions } from './compare-questions.ts';
import type { ComparedPair } from './compare-questions.ts';
import { reasonsOf, scoreOf } from './signals.ts';
import type { Weights } from './signals.ts';
import type { Synonyms } from './words.ts';

/** How questions are told to look the same: data of a pathway, set on questions that people sorted by hand. */
export interface Likeness {
  weights: Weights;
  /** pairs that reach it are shown */
  threshold: number;
  synonyms: Synonyms;
}

/** A pair of questions with its score. */
export interface ScoredPair extends ComparedPair {
  score: number;
}

/** All pairs of questions without a common term that reach the threshold, the most alike first, told by term pair. */
export function alikePairs(
  asked: readonly Asked[],
  dictionary: Dictionary,
  likeness: Likeness,
): ScoredPair[][] {
  const found: ScoredPair[][] = [];
  for (const pairs of compareQuestions(asked, dictionary, likeness.synonyms)) {
    const alike = pairs
      .map((pair) => ({ ...pair, score: scoreOf(pair.signals, likeness.weights) }))
      .filter(({ score }) => score >= likeness.threshold)
      .toSorted((a, b) => b.score - a.score);
    if (alike.length > 0) found.push(alike);
  }
  return found.toSorted((a, b) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0));
}

/**
 * Questions that look the same without sharing a term, one entry per pair of terms: the two questions that are most
 * alike stand for the others.
 */
export function looksSame(asked: readonly Asked[], dictionary: Dictionary, likeness: Likeness): LooksSame[] {
  const terms = new Map(dictionary.terms.map((term) => [term.id, term]));
  return alikePairs(asked, dictionary, likeness).flatMap((pairs) => {
    const [best] = pairs;
    if (!best) return [];
    return {
      pair: pairKey(best.a, best.b),
      ...{ a: refOf(best.a, terms), b: refOf(best.b, terms) },
      score: Math.round(best.score * 1000) / 1000,
      because: reasonsOf(best.signals),
      pairs: pairs.map(({ a, b }) => pairKey(a, b)),
    };
  });
}

/** Pairs with what the group said of them: a mark on any pair that an entry stands for is the mark of the entry. */
export function withMarks(entries: readonly LooksSame[], marks: Record<string, DuplicateMark>): LooksSame[] {
  return entries.map((entry) => {
    const pair = [entry.pair, ...entry.pairs].find((key) => marks[key]);
    const mark = pair === undefined ? undefined : marks[pair];
    return pair === undefined || !mark ? entry : { ...entry, pair, mark };
  });
}

/** One key for a pair, whichever way round. */
export const pairKey = (a: Asked, b: Asked): string => [keyOfAsked(a), keyOfAsked(b)].toSorted().join('~');

function refOf({ form, question }: Asked, terms: Map<string, Term>): QuestionRef {
  const name = question.term === undefined ? undefined : terms.get(question.term)?.name;
  return {
    ...{ form: form.id, formTitle: form.title, question: question.id, label: question.label },
    ...(question.term === undefined ? {} : { term: question.term }),
    ...(name === undefined ? {} : { termName: name }),
  };
}
