import { optionsOf } from '../options.ts';
import type { Comparison } from './change.ts';
import { named, quoted } from './words.ts';

/** Answers that give the pathway news by themselves. */
export const news: Comparison = (pair) => {
  const { before, after, is, was } = pair;
  const label = (value: string): string => {
    const offered = [...optionsOf(after, is.dictionary), ...optionsOf(before, was.dictionary)];
    return quoted(offered.find((one) => one.value === value)?.label ?? value);
  };
  const values = new Set([...Object.keys(before.opens ?? {}), ...Object.keys(after.opens ?? {})]);
  return [...values].flatMap((value) => {
    const [old, now] = [before.opens?.[value], after.opens?.[value]];
    if (old === now) return [];
    const answer = `The answer ${label(value)} to ${named(pair)}`;
    if (now === undefined) return [`${answer} no longer gives the news ${quoted(old ?? '')}.`];
    return [
      `${answer} now gives the news ${quoted(now)}${old === undefined ? '' : ` (before: ${quoted(old)})`}.`,
    ];
  });
};
