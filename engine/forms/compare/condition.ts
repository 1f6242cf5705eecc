import type { FormQuestion } from '../../contracts/index.ts';
import { conditionInWords } from '../condition-in-words.ts';
import type { Comparison, FormWords, Pair } from './change.ts';
import { named, same } from './words.ts';

/** When a question is asked at all. */
export const condition: Comparison = (pair) => {
  const { form, before, after, was, is } = pair;
  if (same(before.when, after.when)) return [];
  const old = was.forms[form.id] ?? form;
  return [`${named(pair)} is now asked ${says(after, form, is)} (before: ${says(before, old, was)}).`];
};

function says({ when }: FormQuestion, form: Pair['form'], { dictionary, timescales }: FormWords): string {
  return when ? `only when ${conditionInWords(when, { form, dictionary, timescales })}` : 'always';
}
