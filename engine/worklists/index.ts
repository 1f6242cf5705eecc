export type { Find, Found, Open } from './definition.ts';
export { findIn } from './find.ts';
export type { Now } from './find.ts';
