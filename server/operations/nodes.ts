import type { Moment } from '#engine';
import { secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';

/** A server process that shares the store. */
export interface Node {
  process: string;
  version: string;
  since: Moment;
  seen: Moment;
}

type Seen = Record<string, Omit<Node, 'process'>>;

const sayEvery = 30_000;
const forgetAfter = 60 * 60;

/** Leaves a word in the store that this process is there. Two that do so at once: one says it the next time. */
export async function sayHere({ store, clock }: Services, version: string, since: Moment): Promise<void> {
  const now = clock.now();
  const found = await store.document<Seen>('setting', 'nodes');
  const others = Object.entries(found?.body ?? {}).filter(
    ([, { seen }]) => secondsBetween(seen, now) < forgetAfter,
  );
  const body: Seen = { ...Object.fromEntries(others), [store.about.process]: { version, since, seen: now } };
  await store.put({ kind: 'setting', id: 'nodes', body, expecting: found?.revision ?? 0 });
}

/** Processes seen within the hour, the latest first. */
export async function nodesSeen({ store, clock }: Services): Promise<Node[]> {
  const found = await store.document<Seen>('setting', 'nodes');
  const now = clock.now();
  return Object.entries(found?.body ?? {})
    .map(([process, one]) => ({ process, ...one }))
    .filter(({ seen }) => secondsBetween(seen, now) < forgetAfter)
    .toSorted((a, b) => b.seen.localeCompare(a.seen));
}

/** Says it now and every half minute; a store that does not answer is told of elsewhere. */
export function startSayingHere(
  services: Services,
  version: string,
  since: Moment,
): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve();
  const say = (): void => {
    round = round.then(() => sayHere(services, version, since)).catch(() => undefined);
  };
  say();
  const timer = setInterval(say, sayEvery);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
