export { duplicatesOf, pathTotals, waysThrough } from './duplicates.ts';
export type { DuplicateFinding } from './duplicates.ts';
export { alikePairs, askedIn, compareQuestions, keyOfAsked, scoreOf, withMarks } from './likeness/index.ts';
export type {
  Asked as AskedQuestion,
  ComparedPair,
  Likeness,
  ScoredPair,
  Signals,
  Synonyms,
  Weights,
} from './likeness/index.ts';
export type * from './shapes.ts';
export { totalsOf } from './walks/index.ts';
export type { Stepping, Typical, Walk } from './walks/index.ts';
