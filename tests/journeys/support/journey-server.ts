import { join } from 'node:path';
import { dayOf, momentOf } from '#engine';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { createAccount, hashPassword, putTeam } from '../../../server/access/index.ts';
import { buildApp } from '../../../server/app.ts';
import { wakeCase } from '../../../server/cases/index.ts';
import authority from '../../../server/demo/authority.json' with { type: 'json' };
import type { Versions } from '../../../server/host.ts';
import { openVersions, tablesId } from '../../../server/pathways/index.ts';
import type { Store } from '../../../server/store/index.ts';
import { pollOnce } from '../../../server/timers/index.ts';
import { portToKeep } from '../../support/port-to-keep.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { sqliteJourney, type JourneyPlace } from './journey-place.ts';

const processes = join(import.meta.dirname, '..', '..', '..', 'processes');

/** The server on a port and a disk, with the invented authority's people and nobody else yet. */
export interface JourneyServer {
  readonly url: string;
  readonly store: Store;
  /** what the server had to log as a fault: must be empty */
  readonly faults: string[];
  /** London day and time from now on; what is due by then happens */
  moveTo(day: string, time: string): Promise<void>;
  today(): string;
  /** Stops answering, as when the machine goes down. */
  stop(): Promise<void>;
  /** Comes back on the same address and the same store. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** An account that signs in with a password, as everyone does outside a demonstration. */
export const withPassword = { id: 'priya-anand', password: 'harbour lantern twelve' };

/** Starts a server of its own on an empty store; time stands still until a journey moves it. */
export async function journeyServer(
  day: string,
  time: string,
  place: JourneyPlace = sqliteJourney(),
): Promise<JourneyServer> {
  let now = momentOf(day, time);
  const clock = { now: () => now };
  const port = await portToKeep();
  let isNew = true;
  const faults: string[] = [];
  let running: Running | undefined;
  const up = async (): Promise<Running> => {
    const made = { authority: authority.authority, demonstration: true, created: now };
    const store = await place.open(isNew ? made : undefined);
    if (isNew) {
      await makeStaff(store);
      await putTables(store);
    }
    running = await serve(store, clock, port, faults);
    isNew = false;
    return running;
  };
  await up();
  const current = (): Running => {
    if (!running) throw new Error('the server of this journey is stopped');
    return running;
  };
  const stop = async (): Promise<void> => {
    await running?.app.close();
    await running?.store.close();
    running = undefined;
  };
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get store() {
      return current().store;
    },
    faults,
    today: () => dayOf(now),
    async moveTo(toDay, toTime) {
      now = momentOf(toDay, toTime);
      await wakeDue(current(), clock);
    },
    stop,
    async start() {
      await up();
    },
    async close() {
      await stop();
      await place.remove();
    },
  };
}

interface Running {
  app: FastifyInstance;
  store: Store;
  versions: Versions;
}

async function serve(
  store: Store,
  clock: { now(): string },
  port: number,
  faults: string[],
): Promise<Running> {
  const versions = await openVersions(store, processes, 'child-protection', clock);
  const app = await buildApp({
    ...{ store, clock, versions, secure: false, version: '0.0.0', pages: inject('pages') },
    ...{ trustProxy: false, logLevel: 'error', logTo: { write: (line) => void faults.push(line) } },
  });
  await app.listen({ port, host: '127.0.0.1' });
  return { app, store, versions };
}

/** Compiled once for all journeys: what a server makes of the drawing itself is tested with the versions. */
async function putTables(store: Store): Promise<void> {
  const { xml, tables } = await shippedVersion();
  await store.put({ kind: 'tables', id: tablesId(xml), body: tables, expecting: 0 });
}

async function makeStaff(store: Store): Promise<void> {
  for (const team of authority.teams) await putTeam(store, team);
  const password = await hashPassword(withPassword.password);
  for (const { id, name, roles, team, says } of authority.staff) {
    const account = { id, name: id, displayName: name, roles, team, says };
    await createAccount(store, id === withPassword.id ? { ...account, password } : account);
  }
  await store.put({ kind: 'setting', id: 'queues', body: authority.queues, expecting: 0 });
}

async function wakeDue({ store, versions }: Running, clock: { now(): string }): Promise<void> {
  await pollOnce({
    ...{ store, clock, owner: store.about.process },
    onDue: (caseId) => wakeCase({ store, clock, versions }, caseId),
    failed: (caseId, _, fault) => {
      throw new Error(`${caseId} was not woken`, { cause: fault });
    },
  });
}
