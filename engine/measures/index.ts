/** Front door of the measures: definitions are data, journeys come in, figures with everyone in them go out. */
export { carryCaseload, journeysOfChildren } from './caseload.ts';
export type { ListChange } from './caseload.ts';
export { checkMeasures } from './check-measures.ts';
export type { Spoken } from './check-measures.ts';
export { rowsOf, rowsOn, sidesOf } from './figure.ts';
export type { Over } from './figure.ts';
export { measure, readyOver } from './measure.ts';
export type { MeasuredWith } from './measure.ts';
export { daysLookedAt } from './occasions.ts';
export { NOT_WITHIN, outcomesOf, passagesOf, TOO_RECENT } from './passages.ts';
export type { Went, FunnelPassage, Passed } from './passages.ts';
export { monthsTo, trendOf } from './trend.ts';
export type { TrendMonth } from './trend.ts';
export { changedBy, figureOfSum, sumOf, together } from './sums.ts';
export type { Sum } from './sums.ts';
