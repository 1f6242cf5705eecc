import type { FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';

export interface Closing {
  app: FastifyInstance;
  /** what goes on by itself: each stops when its round under way has ended */
  rounds: { stop(): Promise<void> }[];
  store: { close(): Promise<void> };
  /** how long the proxy is given to notice that this server is no longer ready */
  drainSeconds: number;
  /** the most that answering what is under way may take; after it lines are cut, and the rest may take as long again */
  patienceSeconds?: number;
}

/**
 * Ends the service here: not ready any more, so that a proxy sends nobody new; what is under way is answered, live
 * streams end, nothing more is woken, and the store is closed last. Fails where that does not come to an end.
 */
export async function closeDown(closing: Closing): Promise<void> {
  const { app, drainSeconds, patienceSeconds = 20 } = closing;
  app.duty.leave();
  app.log.info('leaving');
  if (drainSeconds > 0) await pause(drainSeconds * 1000);
  const patience = setTimeout(() => {
    app.log.error('requests did not end in time: their lines are cut');
    app.server.closeAllConnections();
  }, patienceSeconds * 1000);
  const over = new AbortController();
  const tooLong = pause(2 * patienceSeconds * 1000, 'tooLong', { signal: over.signal }).catch(
    () => undefined,
  );
  const ended = await Promise.race([endAll(closing, patience), tooLong]).finally(() => {
    clearTimeout(patience);
    over.abort();
  });
  if (ended !== 'tooLong') return;
  app.log.error('closing did not end in time: what is left of it is given up');
  throw new Error('closing did not end in time');
}

async function endAll({ app, rounds, store }: Closing, patience: NodeJS.Timeout): Promise<void> {
  await app.close();
  clearTimeout(patience);
  await Promise.all(rounds.map((round) => round.stop()));
  await store.close();
}

/** Closes down on the first signal; whoever signals again does not want to wait. */
export function closeOnSignal(closing: Closing): void {
  let begun = false;
  const close = (): void => {
    if (begun) process.exit(1);
    begun = true;
    closeDown(closing).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
}
