import { expect, it } from 'vitest';
import { sentences } from './two-versions.ts';

const drawing = { main: '(start) -> write -> @reply "reply came" -> (end)' };

it('news that a step now gives is told of the step', async () => {
  expect(await sentences({ drawing }, { drawing, more: { write: { sends: 'written' } } })).toEqual([
    'Completing “write” now gives the news “written” (before: no news).',
  ]);
});

it('a wait for other news is told of the wait', async () => {
  const after = { main: '(start) -> write -> @reply "parents agreed" -> (end)' };
  expect(await sentences({ drawing }, { drawing: after })).toEqual([
    'What “reply” waits for is now the news “parents agreed” (before: the news “reply came”).',
  ]);
});
