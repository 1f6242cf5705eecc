/** The machine's front door for the host. */
export type * from './contracts/index.ts';
export * from './calendar/index.ts';
export * from './cases/index.ts';
export * from './execution/index.ts';
export * from './forms/index.ts';
export * from './insight/index.ts';
export * from './journeys/index.ts';
export * from './measures/index.ts';
export * from './moving/index.ts';
export * from './pathway/index.ts';
export * from './practice/index.ts';
export * from './pathway/exchange/index.ts';
export * from './outputs/index.ts';
export * from './outputs/reading/index.ts';
export * from './reading/index.ts';
export * from './timescales/index.ts';
export * from './version/index.ts';
export * from './worklists/index.ts';
