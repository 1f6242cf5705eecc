import { expect, it } from 'vitest';
import { sentences } from './two-versions.ts';

const drawing = {
  main: `(start) -> write -> <ready>
         <ready> -[done = true]-> (end)
         <ready> => write`,
};

it('a step under another name is told with the old name first and the new one after', async () => {
  const before = { drawing, more: { write: { name: 'Write the plan' } } };
  const after = { drawing, more: { write: { name: 'Write the plan together' } } };
  expect(await sentences(before, after)).toEqual([
    'Step “Write the plan” is now called “Write the plan together”.',
  ]);
});

it('a question and its branches are told in their own words', async () => {
  const before = { drawing, more: { ready: { name: 'Ready?' }, 'ready--end': { name: 'Yes' } } };
  const after = { drawing, more: { ready: { name: 'Is it ready?' }, 'ready--end': { name: 'It is' } } };
  expect(await sentences(before, after)).toEqual([
    'The question “Ready?” now reads “Is it ready?”.',
    'The branch “Yes” of “Is it ready?” is now called “It is”.',
  ]);
});
