import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createAccount, openSession, putTeam } from '../../server/access/index.ts';
import { buildApp } from '../../server/app.ts';
import { wakeCase } from '../../server/cases/index.ts';
import type { Host } from '../../server/host.ts';
import { movingClock } from '../server/support/moving-clock.ts';
import { storeIn, temporaryFolder } from '../server/support/temporary-store.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';
import { onlyVersion, storeWaiting, waitingVersion } from './waiting.ts';

export interface ClockRaces {
  races: number;
  /** the person was first: 200, and the clock did nothing */
  person: number;
  /** the clock was first: the person was answered 409 with what closed the step, and their draft is kept */
  clock: number;
  /** anything else */
  others: string[];
  findings: number;
}

const day = 24 * 60 * 60;
const roles = ['social-worker'];

/** Somebody completes a step at the moment at which the clock on its border goes off, again and again. */
export async function raceClock(races: number, seed = 5): Promise<ClockRaces> {
  const folder = temporaryFolder();
  const clock = movingClock();
  const version = await waitingVersion({ length: 5, unit: 'calendar-days' });
  // two servers on one store, as two processes have it
  const [store, other] = [storeIn(folder.path), storeIn(folder.path)];
  const host: Host = { store, clock, versions: onlyVersion(version) };
  const app = await buildApp({
    ...{ ...host, secure: false, version: '0.0.0', pages: `${folder.path}/pages` },
    ...{ trustProxy: false, logLevel: 'silent' },
  });
  const raced: ClockRaces = { races: 0, person: 0, clock: 0, others: [], findings: 0 };
  const random = seeded(seed);
  try {
    await putTeam(store, { id: 'north', name: 'North', service: 'children' });
    await createAccount(store, { id: 'sam', name: 'sam', displayName: 'Sam', roles, team: 'north' });
    for (; raced.races < races; raced.races += 1) {
      const id = `family-${String(raced.races)}`;
      await storeWaiting(host, version, { id, team: 'north', worker: 'sam' });
      clock.pass(6 * day);
      const person = await Person.signIn(app, host);
      await once({ id, person, host: { ...host, store: other }, random, raced });
    }
    raced.findings = (await store.verify()).findings.length;
    return raced;
  } finally {
    await app.close();
    await store.close();
    await other.close();
    folder.remove();
  }
}

async function once(of: {
  id: string;
  person: Person;
  host: Host;
  random: Random;
  raced: ClockRaces;
}): Promise<void> {
  const { id, person, host, random, raced } = of;
  const task = (await host.store.load(id))?.case.tasks[0]?.id ?? '';
  await person.send('PUT', `/api/tasks/${task}/drafts/said`, { value: 'What I saw', revision: 0 });
  const completion = { answers: { said: 'What I saw' }, perChild: {}, commandId: randomUUID() };
  const [wait, beside] = [random.below(8), random.below(8)];
  const [answer] = await Promise.all([
    turns(wait).then(() => person.send('POST', `/api/tasks/${task}/completion`, completion)),
    turns(beside).then(() => wakeCase(host, id)),
  ]);
  const { rows } = await host.store.history(id, { limit: 100 });
  const told = (kind: string, step: string): number =>
    rows.filter((row) => row.kind === kind && row.about['step'] === step).length;
  const [completed, called] = [told('task-completed', 'write'), told('task-opened', 'call')];
  const drafts = (await host.store.list('documents', { kind: 'draft', owner: task })).rows.length;
  const said = `${String(answer.status)}, completed ${String(completed)}, called ${String(called)}, drafts ${String(drafts)}`;
  if (answer.status === 200 && completed === 1 && called === 0) raced.person += 1;
  else if (answer.status === 409 && answer.changed && completed === 0 && called === 1 && drafts === 1)
    raced.clock += 1;
  else raced.others.push(said);
}

async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await turn();
}

/** Somebody signed in, as a browser sends it. */
class Person {
  readonly #app: FastifyInstance;
  readonly #headers: Record<string, string>;

  private constructor(app: FastifyInstance, headers: Record<string, string>) {
    this.#app = app;
    this.#headers = headers;
  }

  static async signIn(app: FastifyInstance, host: Host): Promise<Person> {
    const cookie = `throughline=${await openSession(host, 'sam')}`;
    const { csrf } = (await app.inject({ url: '/api/session', headers: { cookie } })).json<{
      csrf: string;
    }>();
    return new Person(app, { cookie, 'x-csrf-token': csrf });
  }

  async send(
    method: 'PUT' | 'POST',
    url: string,
    payload: object,
  ): Promise<{ status: number; changed?: object }> {
    const response = await this.#app.inject({ method, url, payload, headers: this.#headers });
    const { changed } = response.json<{ changed?: object }>();
    return { status: response.statusCode, ...(changed ? { changed } : {}) };
  }
}
