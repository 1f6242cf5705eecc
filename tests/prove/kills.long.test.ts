import { expect, test } from 'vitest';
import { killUnderLoad } from './kills.ts';

test('what was acknowledged outlives the kill of one server after another, and is there once', async () => {
  const killed = await killUnderLoad({ rounds: 2, clients: 16, servers: 3, acknowledged: 400 });
  expect(killed).toMatchObject({ rounds: 2, lost: 0, doubled: 0, surprises: [], findings: 0 });
  expect(killed).toMatchObject({ orphanTasks: 0, orphanWakeUps: 0 });
  expect(killed.acknowledged).toBeGreaterThanOrEqual(400);
  expect(killed.repeated).toBeGreaterThan(0);
});
