export type { Find, Found, Open } from './definition.ts';
export { findIn, foundIn, lookedAtSince } from './find.ts';
export type { Now } from './kept.ts';
