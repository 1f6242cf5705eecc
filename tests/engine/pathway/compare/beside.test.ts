import { expect, it } from 'vitest';
import { fact, role } from '../sketch.ts';
import { sentences } from './two-versions.ts';

const drawing = { main: '(start) -> write -> (end)' };
const list = (...labels: string[]) => ({
  terms: [{ id: 'score', name: 'Score', meaning: 'How safe', type: 'number' as const, source: 'local' }],
  codeLists: [
    {
      ...{ id: 'ways', name: 'Ways on', source: 'local' },
      codes: labels.map((label) => ({ value: label.toLowerCase(), label })),
    },
  ],
});

it('a choice added to a list of the dictionary is told once, of the list', async () => {
  expect(
    await sentences({ drawing, dictionary: list('Plan') }, { drawing, dictionary: list('Plan', 'Close') }),
  ).toEqual(['The list “Ways on” now also offers “Close”.']);
});

it('a term that means something else is told with both meanings', async () => {
  const changed = {
    ...list('Plan'),
    terms: list().terms.map((term) => ({ ...term, meaning: 'How worried' })),
  };
  expect(await sentences({ drawing, dictionary: list('Plan') }, { drawing, dictionary: changed })).toEqual([
    'What “Score” means now reads “How worried” (before: “How safe”).',
  ]);
});

it('roles, facts, shared tables and outputs are told as they come, go and change', async () => {
  const block = { id: 'map', title: 'Map', prompt: 'What works?', part: 'map', columns: [] };
  const output = { id: 'letter', form: 'write', title: 'Letter', audience: 'family' as const, blocks: [] };
  const before = {
    drawing,
    roles: [role('worker', 'Worker')],
    facts: [fact('seen')],
    blocks: [block],
    outputs: [output],
  };
  const after = {
    drawing,
    roles: [role('worker', 'Practitioner')],
    facts: [{ ...fact('seen'), open: { as: 'seenNow', until: [] } }, fact('met')],
    blocks: [{ ...block, columns: [{ id: 'what', label: 'What', type: 'short-text' as const }] }],
    outputs: [{ ...output, blocks: [{ kind: 'people' as const }] }],
  };
  expect(await sentences(before, after)).toEqual([
    'The role “Worker” is now called “Practitioner”.',
    'What the role “Practitioner” does now reads “Practitioner” (before: “Worker”).',
    'How long “seen” stands once it happened is now decided otherwise.',
    'There is a new fact: “met”.',
    'The shared table “Map” has a new column: “What”.',
    'What the output “Letter” prints, or its order, has changed.',
  ]);
});
