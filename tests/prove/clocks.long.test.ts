import { expect, test } from 'vitest';
import { work } from './at-work.ts';
import { moveClocks } from './clock-moves.ts';
import { raceClock } from './clock-races.ts';
import { wakeAll } from './wake-ups.ts';

test('a step completed at the moment its clock goes off is done by one of the two, and no draft is lost', async () => {
  const raced = await raceClock(40);
  expect(raced).toMatchObject({ races: 40, others: [], findings: 0 });
  expect(raced.person + raced.clock).toBe(40);
});

test('wake-ups are each done once by workers whose clocks differ and who are killed', async () => {
  const woken = await wakeAll({ wakeUps: 60, seconds: 4, kills: 2 });
  expect(woken).toMatchObject({
    wakeUps: 60,
    once: 60,
    more: 0,
    never: 0,
    early: 0,
    incidents: 0,
    findings: 0,
  });
});

test('clocks of days, months and years go off once, on their day, though the server’s own clock jumps', async () => {
  const moved = await moveClocks(40);
  expect(moved).toMatchObject({ early: [], lost: [], twice: [], otherDay: [] });
  expect(moved.clocks).toBeGreaterThan(20);
});

test('people at work with time to think meet no errors', async () => {
  const found = await work({ people: 12, minutes: 0.15, think: 1 });
  expect(found.errors).toEqual([]);
  expect(found.requests).toBeGreaterThan(0);
});
