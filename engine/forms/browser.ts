/** The part of forms that a browser may load: no schema compiler, no FEEL. */
export { compareForms } from './compare/compare-forms.ts';
export type { FormChange, FormChangeKind, FormWords } from './compare/change.ts';
export { phrasesOf } from './computed-phrases.ts';
export { conditionInWords } from './condition-in-words.ts';
export {
  holds,
  isGiven,
  isNeeded,
  isShown,
  isWayOut,
  keyOf,
  shownKeys,
  withoutHidden,
} from './conditions.ts';
export type { ChildAsked } from './conditions.ts';
export { describeAnswer, describeRows, shownColumns } from './describe-answer.ts';
export type { DescribedCell, Describing } from './describe-answer.ts';
export { isAnswered, questionsOf } from './form-questions.ts';
export { linted, lintForm } from './lint-form.ts';
export { enoughOf } from './enough.ts';
export type { EnoughSays } from './enough.ts';
export { askedBy, termInWords } from './term-in-words.ts';
export { optionsOf } from './options.ts';
export type { Option } from './options.ts';
