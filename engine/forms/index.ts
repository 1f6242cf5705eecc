/** Front door of forms for the server side; what a browser may have stands in browser.ts. */
export * from './browser.ts';
export { carryForward } from './carry-forward.ts';
export type { CarryForward, Offer } from './carry-forward.ts';
export { checkAnswers } from './check-answers.ts';
export type { CheckAnswers } from './check-answers.ts';
export type { Surroundings } from './checks/surroundings.ts';
export { computeAnswer } from './compute-answer.ts';
export type { Computing } from './compute-answer.ts';
export { earlierAnswers } from './earlier-answers.ts';
export type { EarlierAnswer } from './earlier-answers.ts';
export { evaluateFeel, parseFeel } from './feel.ts';
export type { ParsedFeel } from './feel.ts';
export { columnSchema } from './form-file-schema.ts';
export { readForm } from './read-form.ts';
export type { FormRead } from './read-form.ts';
export type { ChildRuled } from './rule-findings.ts';
export { MOST_CHARACTERS, schemaOf } from './schema-of.ts';
export type { Schema } from './schema-of.ts';
