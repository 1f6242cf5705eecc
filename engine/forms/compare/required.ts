import { conditionInWords } from '../condition-in-words.ts';
import type { Comparison, Pair } from './change.ts';
import { named, same, textChange } from './words.ts';

/** Whether a question must be answered, the way out of it, and whether one answer may be set for all children. */
export const required: Comparison = (pair) => {
  const { before, after } = pair;
  const when = same(before.requiredWhen, after.requiredWhen) ? [] : [saysWhen(pair)];
  const must =
    (before.required ?? false) === (after.required ?? false)
      ? []
      : [after.required ? `${named(pair)} must now be answered.` : `${named(pair)} may now be left open.`];
  const copied =
    (before.sameForAll ?? false) === (after.sameForAll ?? false)
      ? []
      : [`${named(pair)} ${after.sameForAll ? 'can now' : 'can no longer'} be set for all children at once.`];
  return [
    ...must,
    ...when,
    ...copied,
    ...textChange(`The way out of ${named(pair)}`, before.wayOut, after.wayOut),
  ];
};

function saysWhen(pair: Pair): string {
  const { form, after, is } = pair;
  const { dictionary, timescales } = is;
  return after.requiredWhen
    ? `${named(pair)} must now be answered only when ${conditionInWords(after.requiredWhen, { form, dictionary, timescales })}.`
    : `Whether ${named(pair)} must be answered hangs on no other answer any more.`;
}
