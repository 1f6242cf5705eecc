import { clockDue } from '#engine';
import type { Moment } from '#engine';
import type { Host } from '../host.ts';
import { carryOut } from './carry-out.ts';

/** Gives a case the clocks that have fallen due. Repeating it for the same moment does nothing more. */
export async function wakeCase(host: Host, caseId: string): Promise<void> {
  const stored = await host.store.load(caseId);
  const due: Moment | undefined = stored?.case.wakeUp;
  if (!stored || !due || due > host.clock.now()) return;
  // a reopened step may wait for the same moment once more: the revision tells the two apart
  const commandId = `clock-${due}-${String(stored.case.revision)}`;
  const carried = await carryOut(host, {
    ...{ case: caseId, by: 'clock', commandId },
    decide: (version, kase, act) => clockDue(version, kase, act),
    reply: () => ({ woken: true }),
  });
  if (carried.kind === 'not-stored') throw new Error(`the case could not be woken: ${carried.reason}`);
}
