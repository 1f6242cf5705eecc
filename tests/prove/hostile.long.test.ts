import { expect, test } from 'vitest';
import { withstand } from './hostile.ts';

test('every hostile drawing, form and version is refused with a reason, held back or inert', async () => {
  const { files, refused, held, inert, faults } = await withstand();
  expect(faults).toEqual([]);
  expect(files).toBeGreaterThanOrEqual(60);
  expect(refused.length + held.length + inert.length).toBe(files);
  const names = (posted: typeof inert): string[] => posted.map(({ kind, name }) => `${kind}/${name}`);
  expect(names(held)).toContain('drawings/script-task');
  expect(names(refused)).toContain('drawings/billion-laughs');
  // a drawing that is taken with nothing against it holds no program
  expect(names(inert).filter((name) => /script-|condition|task/.test(name))).toEqual([]);
});
