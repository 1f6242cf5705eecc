import { asked, named, quoted, textChange } from './words.ts';
import type { Comparison } from './change.ts';

/** What a person reads at a question: its text, the hint, the thought beside it, the example, the ends of a scale. */
export const wording: Comparison = (pair) => {
  const { before, after } = pair;
  const label =
    before.label.trim() === after.label.trim()
      ? []
      : [`The question ${asked(before)} now reads ${quoted(after.label)}.`];
  const of = (what: string): string => `${what} ${named(pair)}`;
  return [
    ...label,
    ...textChange(of('The hint at'), before.hint, after.hint),
    ...textChange(of('The thought beside'), before.prompt, after.prompt),
    ...textChange(of('The example of good work at'), before.exemplar, after.exemplar),
    ...textChange(of('What 0 means at'), before.zero, after.zero),
    ...textChange(of('What 10 means at'), before.ten, after.ten),
  ];
};
