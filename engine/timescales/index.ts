/** Front door of timescales: clocks computed from what happened. Pure; the time is always an argument. */
export { becauseOf } from './because.ts';
export { clocksFor } from './clocks-for.ts';
export type { Applying } from './clocks-for.ts';
export { dueOf, isUncertain } from './due.ts';
export { dueDayInWords, duePhrase, dueSays, lateFrom, lateness } from './lateness.ts';
export type { DistanceUnit } from './due-phrases.ts';
export type { Lateness } from './lateness.ts';
export { warnedBy, warnings, warningsBefore } from './warnings.ts';
export type { Warning } from './warnings.ts';
