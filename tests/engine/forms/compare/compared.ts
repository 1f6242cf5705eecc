import { compareForms } from '#engine';
import type { FormQuestion, FormWords } from '#engine';
import { dictionary, form, harms, question } from '../small-form.ts';

export const words: FormWords = {
  ...{ dictionary, timescales: [], roles: [{ id: 'worker', name: 'Worker', meaning: '' }], blocks: [harms] },
  facts: [{ id: 'child-seen', name: 'Child seen', meaning: 'Seen', per: 'child', source: 'local' }],
  outputs: [{ id: 'letter', form: 'visit', title: 'Letter home', audience: 'family', blocks: [] }],
  forms: {},
};

/** What is said when one question becomes this, in a form of two. */
export function becomes(before: Partial<FormQuestion>, after: Partial<FormQuestion>): string[] {
  const of = (given: Partial<FormQuestion>) =>
    form([
      question({ id: 'first', label: 'First?' }),
      question({ id: 'it', label: 'What happened?', ...given }),
    ]);
  const [was, is] = [of(before), of(after)];
  const own = (one: typeof was): FormWords => ({ ...words, forms: { visit: one } });
  return compareForms(was, is, own(was), own(is)).map(({ sentence }) => sentence);
}
