import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../server/clock.ts';
import type { StorePlace } from '../support/store-place.ts';
import { sqlitePlace } from '../support/store-place.ts';
import { Practitioners, signInPair, storePractitioners } from '../support/practitioners.ts';
import { publishedVersions, shippedVersion } from '../support/shipped-version.ts';
import { KillsClient } from './kills-client.ts';
import { countLeft } from './kills-count.ts';
import { Fleet } from './kills-fleet.ts';
import type { Killed } from './killed.ts';

export interface KillsOptions {
  rounds: number;
  clients: number;
  servers: number;
  /** at least so many, spread over the rounds */
  acknowledged: number;
  /** how a server is ended; with no warning when it is not said */
  signal?: 'SIGTERM' | 'SIGKILL';
  makePlace?: () => Promise<StorePlace>;
  /** told after each round how things stand */
  told?: (killed: Killed) => void;
}

/** a contact and what follows it: few forms in a family keep each command light */
const PER_FAMILY = 6;
/** one round in so many kills the database, where it is ours */
const EVERY_SO_OFTEN = 4;
/** what takes longer than this, and this for each answer, in milliseconds, goes on no more */
const PATIENCE = 150_000;
const EACH = 1000;

/**
 * Servers on one store, killed in turn with no warning while people work, who go on at the others with the same
 * command; the one that was killed is started again. Each round lasts until its share of answers was given.
 */
export async function killUnderLoad(options: KillsOptions): Promise<Killed> {
  const place = await (options.makePlace ?? sqlitePlace)();
  await storePractitioners(place.store);
  // compiled once, here, and not by each server that starts
  await publishedVersions(place.store, systemClock);
  const killed: Killed = {
    ...{ rounds: 0, ofDatabase: 0, acknowledged: 0, repeated: 0, broken: 0, turnedAway: 0 },
    ...{ lost: 0, doubled: 0, surprises: [], findings: 0, orphanTasks: 0, orphanWakeUps: 0, perSecond: 0 },
  };
  try {
    const fleet = await Fleet.start(place, options.servers);
    const clients = await clientsAt(place, fleet, options, killed);
    try {
      await killInTurn(fleet, clients, options, killed, place.database !== undefined);
    } finally {
      for (const client of clients) client.stop();
      await fleet.stop();
    }
    await countLeft(
      place.store,
      clients.map(({ acknowledged }) => acknowledged),
      killed,
    );
    return killed;
  } finally {
    await place.remove();
  }
}

async function clientsAt(
  { store }: StorePlace,
  fleet: Fleet,
  options: KillsOptions,
  killed: Killed,
): Promise<KillsClient[]> {
  const version = await shippedVersion();
  const pair = await signInPair(await fleet.address(0));
  return Array.from({ length: options.clients }, (_, server) => {
    const practitioners = new Practitioners({ store, version, seed: `client-${String(server)}` });
    return new KillsClient({ ...{ practitioners, pair, fleet, killed, server }, perFamily: PER_FAMILY });
  });
}

async function killInTurn(
  fleet: Fleet,
  clients: KillsClient[],
  { rounds, acknowledged, signal = 'SIGKILL', told }: KillsOptions,
  killed: Killed,
  databaseIsOurs: boolean,
): Promise<void> {
  const answers = new Answers();
  const began = performance.now();
  const working = clients.map((client) => client.work(() => answers.give()));
  const failed = Promise.all(working).then(() => undefined);
  // heard at the end, too, when something else went wrong before
  failed.catch(() => undefined);
  const come = (count: number): Promise<void> =>
    Promise.race([answers.wait(count), failed, standstill(count, killed)]);
  const share = Math.ceil(acknowledged / (rounds + 1));
  for (; killed.rounds < rounds; killed.rounds += 1) {
    await come(share);
    if (databaseIsOurs && killed.rounds % EVERY_SO_OFTEN === EVERY_SO_OFTEN - 1) {
      await fleet.killDatabase();
      killed.ofDatabase += 1;
      await come(clients.length);
      fleet.databaseBack();
    } else {
      const number = killed.rounds % fleet.size;
      await fleet.end(number, signal);
      await fleet.startAgain(number);
    }
    told?.(killed);
  }
  await come(acknowledged - killed.acknowledged);
  for (const client of clients) client.stop();
  await failed;
  killed.perSecond = killed.acknowledged / ((performance.now() - began) / 1000);
}

/** Rejects, and says how far it came, where so many answers take much longer than they could. */
async function standstill(answers: number, killed: Killed): Promise<never> {
  await pause(PATIENCE + answers * EACH, undefined, { ref: false });
  throw new Error(`Nothing went on: ${JSON.stringify(killed)}`);
}

/** Counts answers, and lets one wait for so many more. */
class Answers {
  #left = 0;
  #go: () => void = () => undefined;

  give(): void {
    this.#left -= 1;
    if (this.#left <= 0) this.#go();
  }

  wait(count: number): Promise<void> {
    this.#left = count;
    return count <= 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.#go = resolve;
        });
  }
}
