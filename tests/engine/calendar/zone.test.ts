import { expect, it } from 'vitest';

it('reads the calendar with the clock of the machine set to the zone this run is for', () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const noonInSummer = new Date('2026-07-01T12:00:00.000Z').getHours();
  expect([process.env['TZ'], zone, noonInSummer]).toEqual(
    process.env['TZ'] === 'UTC' ? ['UTC', 'UTC', 12] : ['Europe/London', 'Europe/London', 13],
  );
});
