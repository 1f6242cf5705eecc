import { expect, test } from 'vitest';
import { race } from './races.ts';
import { repeat } from './repeats.ts';

test('of two people completing one task, one does and the other is told who and when', async () => {
  const raced = await race(15);
  expect(raced).toEqual({ races: 15, wonByOne: 15, others: {}, notOnce: 0, findings: 0 });
});

test('a command sent again and again at once has one effect, and one answer each time', async () => {
  const repeated = await repeat(60);
  expect(repeated).toEqual({ sent: 60, replies: 1, refused: 0, effects: 1, findings: 0 });
});
