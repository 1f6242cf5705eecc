export type * from './calendar.ts';
export type * from './case.ts';
export type * from './findings.ts';
export type * from './forms.ts';
export type * from './pathway.ts';
export type * from './tables.ts';
export type * from './timescales.ts';
export type * from './version.ts';
