/** The machine's front door for the browser: words, days and conditions; no schema compiler, no execution. */
export type * from './contracts/index.ts';
export * from './calendar/index.ts';
export * from './forms/browser.ts';
export { dueSays } from './timescales/lateness.ts';
export * from './outputs/index.ts';
export * from './outputs/reading/index.ts';
export * from './pathway/browser.ts';
export * from './practice/index.ts';
export { trustBeside } from './version/trust-beside.ts';
export type { Beside } from './version/beside.ts';
