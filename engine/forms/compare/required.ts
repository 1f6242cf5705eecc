import type { Comparison } from './change.ts';
import { named, textChange } from './words.ts';

/** Whether a question must be answered, and the way out of it. */
export const required: Comparison = (pair) => {
  const { before, after } = pair;
  const must =
    (before.required ?? false) === (after.required ?? false)
      ? []
      : [after.required ? `${named(pair)} must now be answered.` : `${named(pair)} may now be left open.`];
  return [...must, ...textChange(`The way out of ${named(pair)}`, before.wayOut, after.wayOut)];
};
