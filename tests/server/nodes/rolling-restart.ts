import { expect, it } from 'vitest';
import { killUnderLoad } from '../../prove/kills.ts';
import type { StorePlace } from '../../support/store-place.ts';

/** Servers on one store are told to end and started again, one after another, while people work. */
export function rollingRestart(
  name: string,
  makePlace: () => Promise<StorePlace>,
  size: { rounds: number; clients: number; servers: number; acknowledged: number },
): void {
  it(`servers restarted one after another lose no click (${name})`, async () => {
    const worked = await killUnderLoad({
      ...{ ...size, signal: 'SIGTERM', makePlace },
    });
    expect(worked).toMatchObject({ rounds: size.rounds, lost: 0, doubled: 0, surprises: [], findings: 0 });
    expect(worked).toMatchObject({ orphanTasks: 0, orphanWakeUps: 0 });
    expect(worked.acknowledged).toBeGreaterThanOrEqual(size.acknowledged);
  });
}
