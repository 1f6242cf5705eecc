import type { Form, FormQuestion, Output, OutputSource } from '../../../engine/contracts/index.ts';

export const asked = (id: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  ...{ id, type: 'long-text', label: `What about ${id}?`, per: 'family', purpose: '', source: 'local' },
  ...{ policy: 'ask', ...more },
});

export const form = (questions: FormQuestion[]): Form => ({
  ...{ id: 'letter', title: 'Letter', purpose: '', source: 'local', schema: {}, facts: [], rules: [] },
  layout: [{ id: 'all', title: 'All', questions }],
});

export const layout = (blocks: Output['blocks'], more: Partial<Output> = {}): Output => ({
  ...{ id: 'letter', form: 'letter', title: 'A letter about [child]', audience: 'family', blocks, ...more },
});

export function source(questions: FormQuestion[], more: Partial<OutputSource> = {}): OutputSource {
  return {
    ...{ form: form(questions), blocks: [], codeLists: [], computed: {}, living: {} },
    answers: { answers: {}, perChild: {} },
    ...{ family: 'Marsh', authority: 'Seaton Council', people: [], roles: {}, pictures: {}, sensitive: [] },
    children: [
      { id: 'a', name: 'Amy Marsh', called: 'Amy', born: '2015-03-02' },
      { id: 'b', name: 'Ben Marsh', called: 'Ben', expected: '2026-12-24' },
    ],
    ...{ by: { name: 'Kay Lowe' }, on: '2026-11-20', ...more },
  };
}
