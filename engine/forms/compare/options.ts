import type { FormQuestion } from '../../contracts/index.ts';
import { optionsOf } from '../options.ts';
import type { Comparison, FormWords, Pair } from './change.ts';
import { listed, named, quoted, same } from './words.ts';

interface Offered {
  value: string;
  label: string;
  hint?: string;
}

/**
 * What a question offers to choose from. Where both take the same list of the dictionary, a change of that list is the
 * dictionary's, and is told once there.
 */
export const options: Comparison = (pair) => {
  const { before, after, was, is } = pair;
  if (before.type === 'yes-no' || after.type === 'yes-no') return [];
  const own = ({ options: offers, codes, only }: FormQuestion): unknown => [offers, codes, only];
  if (same(own(before), own(after))) return [];
  const [old, now] = [offeredBy(before, was), offeredBy(after, is)];
  const said = [...gained(pair, old, now), ...reworded(pair, old, now), ...reordered(pair, old, now)];
  if (said.length > 0) return said;
  const name = (codes: string | undefined, { dictionary }: FormWords): string =>
    codes === undefined
      ? 'choices of its own'
      : `the list ${quoted(dictionary.codeLists.find(({ id }) => id === codes)?.name ?? codes)}`;
  if (before.codes === after.codes) return [];
  return [
    `${named(pair)} now takes its choices from ${name(after.codes, is)} (before: ${name(before.codes, was)}).`,
  ];
};

function offeredBy(question: FormQuestion, { dictionary }: FormWords): Offered[] {
  return optionsOf(question, dictionary);
}

function gained(pair: Pair, old: Offered[], now: Offered[]): string[] {
  const labels = (from: Offered[], without: Offered[]): string[] =>
    from.filter(({ value }) => !without.some((one) => one.value === value)).map(({ label }) => quoted(label));
  const [more, fewer] = [labels(now, old), labels(old, now)];
  return [
    ...(more.length > 0 ? [`${named(pair)} now also offers ${listed(more)}.`] : []),
    ...(fewer.length > 0 ? [`${named(pair)} no longer offers ${listed(fewer)}.`] : []),
  ];
}

function reworded(pair: Pair, old: Offered[], now: Offered[]): string[] {
  return now.flatMap(({ value, label, hint }) => {
    const was = old.find((one) => one.value === value);
    if (!was) return [];
    return [
      ...(was.label === label
        ? []
        : [`The choice ${quoted(was.label)} of ${named(pair)} is now called ${quoted(label)}.`]),
      ...(was.hint === hint
        ? []
        : [`The hint at the choice ${quoted(label)} of ${named(pair)} is now worded otherwise.`]),
    ];
  });
}

function reordered(pair: Pair, old: Offered[], now: Offered[]): string[] {
  const both = (from: Offered[], other: Offered[]): string[] =>
    from.map(({ value }) => value).filter((value) => other.some((one) => one.value === value));
  return same(both(old, now), both(now, old))
    ? []
    : [
        `The choices of ${named(pair)} now stand in another order: ${listed(now.map(({ label }) => quoted(label)))}.`,
      ];
}
