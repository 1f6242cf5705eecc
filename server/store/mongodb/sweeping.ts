import { removeAgain } from './dispose-again.ts';
import { finishDisposals } from './dispose.ts';
import { drainAll } from './drain.ts';
import type { Scope } from './scope.ts';

/** Seconds between two looks at what other servers left behind. */
const every = 3;

/**
 * Brings along what a server that ended left in its cases, and forgets keys that another destroyed. What a commit under
 * way still holds is spared once: only what stands there at two looks was left behind.
 */
export function startSweeping(scope: Scope): { stop(): Promise<void> } {
  let seen = new Set<string>();
  let under: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    await scope.keys.refresh();
    const waiting = new Set<string>();
    await drainAll(scope, (token) => {
      waiting.add(token);
      return !seen.has(token);
    });
    seen = waiting;
    await finishDisposals(scope);
    await removeAgain(scope);
  };
  const timer = setInterval(() => {
    // a database that does not answer is told of by `health`; the next look comes
    under = under.then(look).catch(() => undefined);
  }, every * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await under;
    },
  };
}
