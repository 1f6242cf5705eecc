import type { Comparison } from './change.ts';
import { named, termName } from './words.ts';

/** Which term of the dictionary an answer records. */
export const term: Comparison = (pair) => {
  const { before, after, was, is } = pair;
  if (before.term === after.term) return [];
  return [`${named(pair)} now records ${termName(is, after.term)} (before: ${termName(was, before.term)}).`];
};
