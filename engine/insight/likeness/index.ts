export { askedIn, keyOfAsked } from './asked.ts';
export type { Asked } from './asked.ts';
export { alikePairs, looksSame, pairKey, withMarks } from './looks-same.ts';
export type { Likeness, ScoredPair } from './looks-same.ts';
export { compareQuestions } from './compare-questions.ts';
export type { ComparedPair } from './compare-questions.ts';
export { scoreOf } from './signals.ts';
export type { Signals, Weights } from './signals.ts';
export type { Synonyms } from './words.ts';
