import type { Comparison } from './change.ts';
import { named, textChange } from './words.ts';

/** Why a question is asked, and what asks for it. */
export const purpose: Comparison = (pair) => [
  ...textChange(`Why ${named(pair)} is asked`, pair.before.purpose, pair.after.purpose),
  ...textChange(`What ${named(pair)} rests on`, pair.before.source, pair.after.source),
];
