import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../server/store/index.ts';
import { storeIn, temporaryFolder } from '../server/support/temporary-store.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';
import { onlyVersion, storeWaiting, waitingVersion } from './waiting.ts';
import type { Wait } from './waiting.ts';

export interface Woken {
  wakeUps: number;
  /** done once, done more than once, never done, by the history of each case */
  once: number;
  more: number;
  never: number;
  kills: number;
  /** seconds after its moment that the latest one was done, of those that no killed worker held */
  latest: number;
  /** the same of those that a worker held when it was killed, from the moment or the kill, whichever came later */
  latestAfterKill: number;
  /** done before the moment by the true clock, by the worker whose clock runs ahead */
  ahead: number;
  /** done before the moment by the clock of the worker itself */
  early: number;
  incidents: number;
  findings: number;
}

/** the clock of every family runs so long; where its moment is, each is told apart */
export const wakeWait: Wait = { length: 30, unit: 'calendar-days' };

/** what the clocks of the workers are wrong by, in seconds */
const clocks = [0, 0, 300, -120];
const worker = join(import.meta.dirname, 'wake-worker.ts');

/** Workers with clocks of their own wake what is due, and are killed in the middle of it. */
export async function wakeAll(of: {
  wakeUps: number;
  seconds: number;
  kills: number;
  seed?: number;
}): Promise<Woken> {
  const random = seeded(of.seed ?? 7);
  const folder = temporaryFolder();
  const store = storeIn(folder.path);
  const dues = new Map<string, number>();
  try {
    const version = await waitingVersion(wakeWait);
    const host = { store, clock: { now: () => new Date().toISOString() }, versions: onlyVersion(version) };
    // a third is due for the workers whose clocks are right; the others for the one that runs ahead, and from long ago
    const begins = Date.now() + of.wakeUps * 15 + 8000;
    for (let at = 0; at < of.wakeUps; at += 1) {
      const id = `family-${String(at)}`;
      const due = begins + random.below(of.seconds * 1000) + (at % 3 === 0 ? 300_000 : 0);
      dues.set(id, due);
      await storeWaiting(host, version, { id, due: new Date(due).toISOString() });
    }
    const crew = clocks.map((off) => new Crew(folder.path, off));
    await Promise.all(crew.map((one) => one.ready));
    const up = Date.now();
    const kills = await keepKilling(crew, of, random, begins);
    await untilDone(crew, dues.size);
    for (const one of crew) await one.kill();
    return {
      ...(await count(store, dues)),
      ...lateness(crew, dues, up),
      kills,
      incidents: await incidentsIn(store),
    };
  } finally {
    await store.close();
    folder.remove();
  }
}

/** One worker after the other, begun again each time it was killed. */
class Crew {
  readonly #folder: string;
  readonly off: number;
  /** by family: when it was done, by the true clock */
  readonly done = new Map<string, number>();
  /** what was held when a worker was killed, and when that was */
  readonly orphaned = new Map<string, number>();
  readonly #held = new Set<string>();
  #child: ChildProcess;
  #gone: Promise<void>;
  #isReady: () => void = () => undefined;
  /** the first of its workers looks for what is due */
  readonly ready = new Promise<void>((resolve) => (this.#isReady = resolve));

  constructor(folder: string, off: number) {
    this.#folder = folder;
    this.off = off;
    [this.#child, this.#gone] = this.#begin();
  }

  #begin(): [ChildProcess, Promise<void>] {
    const child = spawn(process.execPath, [worker, this.#folder, String(this.off)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const [what, id = '', at] = line.split(' ');
      if (what === 'ready') this.#isReady();
      if (what === 'claimed') this.#held.add(id);
      if (what === 'done') {
        this.#held.delete(id);
        this.done.set(id, Number(at));
      }
    });
    return [child, new Promise((resolve) => lines.once('close', resolve))];
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
    for (const id of this.#held) this.orphaned.set(id, Date.now());
    this.#held.clear();
  }

  beginAgain(): void {
    [this.#child, this.#gone] = this.#begin();
  }
}

async function keepKilling(
  crew: Crew[],
  of: { seconds: number; kills: number },
  random: Random,
  begins: number,
): Promise<number> {
  await sleep(Math.max(0, begins - Date.now()));
  let kills = 0;
  for (; kills < of.kills; kills += 1) {
    await sleep((of.seconds * 1000) / (of.kills + 1));
    const one = random.pick(crew);
    await one.kill();
    one.beginAgain();
  }
  return kills;
}

/** Until nothing more was done for longer than a claim is held. */
async function untilDone(crew: Crew[], wakeUps: number): Promise<void> {
  const done = (): number => new Set(crew.flatMap((one) => [...one.done.keys()])).size;
  for (let still = 0, before = done(); done() < wakeUps && still < 45; before = done()) {
    await sleep(1000);
    still = done() === before ? still + 1 : 0;
  }
}

async function count(
  store: Store,
  dues: Map<string, number>,
): Promise<Pick<Woken, 'wakeUps' | 'once' | 'more' | 'never' | 'findings'>> {
  const counted = { wakeUps: dues.size, once: 0, more: 0, never: 0, findings: 0 };
  for (const id of dues.keys()) {
    const { rows } = await store.history(id, { limit: 100 });
    const times = rows.filter(({ by, kind }) => by === 'clock' && kind === 'task-opened').length;
    counted[times === 0 ? 'never' : times === 1 ? 'once' : 'more'] += 1;
  }
  counted.findings = (await store.verify()).findings.length;
  return counted;
}

/** Nobody is late for what fell due before anybody was up. */
function lateness(
  crew: Crew[],
  dues: Map<string, number>,
  up: number,
): Pick<Woken, 'latest' | 'latestAfterKill' | 'ahead' | 'early'> {
  const late = { latest: 0, latestAfterKill: 0, ahead: 0, early: 0 };
  for (const { done, off } of crew) {
    for (const [id, at] of done) {
      const due = dues.get(id) ?? 0;
      const killed = Math.max(0, ...crew.map((one) => one.orphaned.get(id) ?? 0));
      const seconds = (at - Math.max(due, killed, up)) / 1000;
      if (at < due) late.ahead += 1;
      if (at + off * 1000 < due) late.early += 1;
      if (killed > 0 && killed < at) late.latestAfterKill = Math.max(late.latestAfterKill, seconds);
      else late.latest = Math.max(late.latest, seconds);
    }
  }
  return late;
}

async function incidentsIn(store: Store): Promise<number> {
  return (await store.list('incidents', {}, { limit: 500 })).rows.length;
}
