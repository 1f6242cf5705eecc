import { expect, it } from 'vitest';
import { changes } from './two-versions.ts';

const drawing = { main: '(start) -> write -> (end)' };

it('a purpose that reads otherwise is told with both texts, and marked where the law asks for the step', async () => {
  const before = { drawing, more: { write: { purpose: 'To agree.', statute: 'The Act' } } };
  const after = { drawing, more: { write: { purpose: 'To agree what helps.', statute: 'The Act' } } };
  expect(await changes(before, after)).toEqual([
    {
      ...{ kind: 'why', element: 'write', statutory: true },
      sentence: 'Why “write” is done now reads “To agree what helps.” (before: “To agree.”).',
    },
  ]);
});
