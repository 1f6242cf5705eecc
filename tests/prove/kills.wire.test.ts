import { expect, test } from 'vitest';
import { mongodbPlaceAtHand } from '../support/mongodb-place.ts';
import { wireAtHand } from '../support/wire/at-hand.ts';
import { killUnderLoad } from './kills.ts';

test('on MongoDB what was acknowledged outlives the kill of servers, and of the database under them', async () => {
  const killed = await killUnderLoad({
    ...{ rounds: 4, clients: 4, servers: 2, acknowledged: 24, makePlace: mongodbPlaceAtHand },
  });
  expect(killed).toMatchObject({ rounds: 4, lost: 0, doubled: 0, surprises: [], findings: 0 });
  expect(killed).toMatchObject({ orphanTasks: 0, orphanWakeUps: 0 });
  expect(killed.acknowledged).toBeGreaterThanOrEqual(24);
  expect(killed.ofDatabase).toBe(wireAtHand()?.kind === 'program' ? 1 : 0);
});
