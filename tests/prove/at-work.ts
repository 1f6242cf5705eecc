import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccount } from '../../server/access/index.ts';
import { Caller } from '../support/caller.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { Practitioners, send, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Pair } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

export interface AtWork {
  people: number;
  minutes: number;
  requests: number;
  completed: number;
  errors: string[];
  /** milliseconds within which 95 of 100 requests were answered */
  p95: number;
  longest: number;
  /** megabytes that the server held after the warm-up, and at the end */
  memory: { before: number; after: number };
}

/** one in so many completes forms; the others read, and take contacts in */
const completing = 10;
const roles = ['business-support', 'front-door-social-worker', 'social-worker', 'team-manager'];

/** People at work on one server, each with time to think between two requests. */
export async function work(of: { people: number; minutes: number; think: number }): Promise<AtWork> {
  const { store, folder, remove } = demonstrationStore();
  await storePractitioners(store);
  const ids = Array.from({ length: of.people }, (_, at) => `person-${String(at)}`);
  for (const id of ids)
    await createAccount(store, { id, name: id, displayName: id, roles, team: 'everyone' });
  const server = await startServer(folder);
  const found: AtWork = {
    ...{ people: of.people, minutes: of.minutes, requests: 0, completed: 0, errors: [], p95: 0, longest: 0 },
    memory: { before: 0, after: 0 },
  };
  const taken: number[] = [];
  try {
    const version = await shippedVersion();
    const pair = await signInPair(server.address);
    const people: Worker[] = [];
    for (const [at, id] of ids.entries()) {
      const practitioners = new Practitioners({ store, version, seed: id });
      const caller = await Caller.signIn(server.address, id);
      people.push(
        new Worker({
          caller,
          pair,
          practitioners,
          isCompleting: at % completing === 0,
          random: seeded(at),
          taken,
          found,
        }),
      );
    }
    const ends = Date.now() + of.minutes * 60_000;
    const memory = watchMemory(server.pid, ends, of.minutes * 60_000);
    await Promise.all(people.map((person) => person.work(ends, of.think)));
    found.memory = await memory;
  } finally {
    await server.stop();
    await remove();
  }
  taken.sort((a, b) => a - b);
  found.requests = taken.length;
  found.p95 = taken[Math.floor(taken.length * 0.95)] ?? 0;
  found.longest = taken.at(-1) ?? 0;
  return found;
}

/** The mean of the second quarter of the time, and of the last: the first is warming up. */
async function watchMemory(
  pid: number,
  ends: number,
  length: number,
): Promise<{ before: number; after: number }> {
  const seen: [number, number][] = [];
  while (Date.now() < ends - 1000) {
    await sleep(1000);
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    seen.push([1 - (ends - Date.now()) / length, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024]);
  }
  const mean = (from: number, to: number): number => {
    const some = seen.filter(([at]) => at >= from && at < to);
    return some.reduce((sum, [, megabytes]) => sum + megabytes, 0) / Math.max(1, some.length);
  };
  return { before: mean(0.25, 0.5), after: mean(0.75, 1) };
}

interface Of {
  caller: Caller;
  pair: Pair;
  practitioners: Practitioners;
  isCompleting: boolean;
  random: Random;
  taken: number[];
  found: AtWork;
}

class Worker {
  readonly #of: Of;
  #task: string | undefined;
  #family: string | undefined;

  constructor(of: Of) {
    this.#of = of;
  }

  async work(ends: number, think: number): Promise<void> {
    const { random, isCompleting } = this.#of;
    await sleep(random.below(think * 1000));
    while (Date.now() < ends) {
      if (isCompleting) await this.#complete();
      else await this.#look();
      await sleep(think * 500 + random.below(think * 1000));
    }
  }

  async #complete(): Promise<void> {
    const { pair, practitioners, found } = this.#of;
    const sent = (await practitioners.next()) ?? practitioners.contact();
    const { status, body } = await this.#timed(sent.path, () => send<{ case?: string }>(pair, sent));
    if (status !== 200) return;
    if (body.case) await practitioners.opened(body.case);
    else found.completed += 1;
  }

  async #look(): Promise<void> {
    const { caller, random, practitioners } = this.#of;
    if (random.below(12) === 0) {
      const { path, body } = practitioners.contact();
      await this.#timed(path, () => caller.post(path, body));
      return;
    }
    const places = ['/api/tasks?view=team', '/api/tasks?view=mine', '/api/stages'];
    if (this.#task) places.push(`/api/tasks/${this.#task}`, `/api/tasks/${this.#task}`);
    if (this.#family) places.push(`/api/cases/${this.#family}`, `/api/cases/${this.#family}/history`);
    const path = random.pick(places);
    const { body } = await this.#timed(path, () =>
      caller.get<{ tasks?: { id: string; case: string }[] }>(path),
    );
    const rows = body.tasks ?? [];
    if (rows.length === 0) return;
    const row = random.pick(rows);
    this.#task = encodeURIComponent(row.id);
    this.#family = row.case;
  }

  async #timed<T extends { status: number }>(path: string, ask: () => Promise<T>): Promise<T> {
    const { taken, found } = this.#of;
    const began = performance.now();
    const answer = await ask();
    taken.push(performance.now() - began);
    // a step that somebody else has completed meanwhile is no error
    const isError = answer.status >= 400 && answer.status !== 409 && answer.status !== 404;
    if (isError) found.errors.push(`${path}: ${String(answer.status)}`);
    return answer;
  }
}
