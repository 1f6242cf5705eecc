import { expect, test } from 'vitest';
import { modelEngine } from '../../prove/engine-model.ts';

test('whatever commands come, tasks, tracks, clocks and wake-ups of a case hang together after each', async () => {
  const { runs, done, kinds } = await modelEngine(240);
  expect(runs).toBeGreaterThanOrEqual(240);
  expect(done).toBeGreaterThan(240);
  expect(Object.keys(kinds).sort()).toEqual(['complete', 'correct', 'news', 'reopen', 'wake']);
});
