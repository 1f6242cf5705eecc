import type { Moment } from '#engine';
import { secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';
import type { Claim } from '../store/port.ts';

export interface PollerOptions extends Services {
  /** name of this process among those that share the store */
  owner: string;
  /** does what is due in a case and commits it; nothing timed is remembered between calls */
  onDue(caseId: string, now: Moment): Promise<void>;
  /** told how many seconds after it was due a case was woken */
  woken?(late: number): void;
  /** told when a case could not be woken; the poller goes on with the others */
  failed(caseId: string, attempts: number, fault: unknown): void;
}

/** long enough for any one case; a process that dies holds its claims no longer */
const leaseSeconds = 30;
const atOnce = 20;

/** Looks once for cases whose earliest wake-up has passed, and wakes each. Says how many were woken. */
export async function pollOnce(options: PollerOptions): Promise<number> {
  const { store, clock, owner } = options;
  let woken = 0;
  for (;;) {
    const claims = await store.claim({ owner, now: clock.now(), lease: leaseSeconds, limit: atOnce });
    for (const claim of claims) if (await wake(options, claim)) woken += 1;
    if (claims.length < atOnce) return woken;
  }
}

async function wake({ store, clock, onDue, failed, woken }: PollerOptions, claim: Claim): Promise<boolean> {
  if (!(await store.begin(claim))) return false;
  try {
    await onDue(claim.case, clock.now());
  } catch (fault) {
    failed(claim.case, claim.attempts + 1, fault);
    // the message may hold what somebody wrote: the kind of fault is enough here, the log has where
    const message = fault instanceof Error ? fault.name : 'unknown fault';
    await store.settle(claim, { done: false, message });
    return false;
  }
  woken?.(secondsBetween(claim.due, clock.now()));
  return store.settle(claim, { done: true });
}

/** Polls until stopped. `stop` resolves when a round under way has ended. */
export function startPoller(options: PollerOptions, everyMilliseconds = 2000): { stop(): Promise<void> } {
  let round: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    round = pollOnce(options)
      .catch((fault: unknown) => options.failed('', 0, fault))
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMilliseconds);
      });
  };
  timer = setTimeout(next, everyMilliseconds);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
