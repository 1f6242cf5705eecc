import { expect, it } from 'vitest';
import { sentences } from './two-versions.ts';

const drawing = { main: '(start) -> write -> sign -> (end)' };

it('a step that its author may not judge any more is told with whose work it judges', async () => {
  const judged = { drawing, more: { sign: { notBy: 'write' } } };
  expect(await sentences({ drawing }, judged)).toEqual([
    '“sign” may not be done by whoever did “write” any more.',
  ]);
  expect(await sentences(judged, { drawing })).toEqual(['“sign” may now be done by whoever did “write”.']);
});
