import { openSqlite } from '../../server/store/index.ts';
import { Practitioners, send, sendWell, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Pair, Sent } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import { completionsIn } from './completions-in.ts';
import type { SmallDisk } from './small-disk.ts';

export interface DiskFull {
  /** acknowledged before, while and after the disk was full */
  acknowledged: number;
  refused: number;
  /** milliseconds that the slowest refusal took */
  slowest: number;
  /** pages read while it was full, and what was not answered as before */
  reads: number;
  unread: string[];
  /** what was refused, sent again by the same id when there was room */
  recovered: boolean;
  lost: number;
  /** any answer to a write but "done" and "the disk is full" */
  surprises: string[];
  findings: number;
}

interface Refusal {
  refusal?: { reason?: string };
}

/** most commands that fit into what the files have room for already */
const mostBefore = 400;

/** A server goes on while its disk fills up and is emptied again: no restart, nothing lost. */
export async function fillDisk(disk: SmallDisk, steps: number): Promise<DiskFull> {
  const authority = { id: 'northmoor-council', name: 'Northmoor Council' };
  const created = new Date().toISOString();
  const store = openSqlite({ folder: disk.folder, create: { authority, demonstration: true, created } });
  const found: DiskFull = {
    ...{ acknowledged: 0, refused: 0, slowest: 0, reads: 0, unread: [], recovered: false, lost: 0 },
    ...{ surprises: [], findings: 0 },
  };
  try {
    await storePractitioners(store);
    const server = await withEnvironment(disk.env, () => startServer(disk.folder));
    try {
      const pair = await signInPair(server.address);
      const practitioners = new Practitioners({ store, version: await shippedVersion(), seed: 'full' });
      const work = new Work(pair, practitioners, found);
      await work.goOn(steps);
      disk.fill();
      const refused = await work.untilRefused();
      for (let time = 0; time < steps; time += 1) {
        await work.read();
        await work.give(refused);
      }
      disk.empty();
      found.recovered = await work.give(refused);
      await work.goOn(steps);
      found.lost = await work.lostFrom(store);
    } finally {
      await server.stop();
    }
    found.findings = (await store.verify()).findings.length;
    return found;
  } finally {
    await store.close();
  }
}

async function withEnvironment<T>(env: Record<string, string>, run: () => Promise<T>): Promise<T> {
  Object.assign(process.env, env);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
  }
}

/** One person's work, command by command. */
class Work {
  readonly #pair: Pair;
  readonly #practitioners: Practitioners;
  readonly #found: DiskFull;
  readonly #acknowledged = new Map<string, string[]>();

  constructor(pair: Pair, practitioners: Practitioners, found: DiskFull) {
    this.#pair = pair;
    this.#practitioners = practitioners;
    this.#found = found;
  }

  async goOn(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      const next = await this.#next();
      if (!(await this.give(next))) this.#found.surprises.push(`${next.path} was refused with room to write`);
    }
  }

  /** Goes on until the disk has no room left, and gives back what it had no room for. */
  async untilRefused(): Promise<Sent> {
    for (let step = 0; step < mostBefore; step += 1) {
      const next = await this.#next();
      if (!(await this.give(next))) return next;
    }
    throw new Error('the disk was never full');
  }

  /** True when it was done. */
  async give(sent: Sent): Promise<boolean> {
    const began = performance.now();
    const { status, body } = await send<Refusal & { case?: string }>(this.#pair, sent);
    const { reason } = body.refusal ?? {};
    if (status === 200) {
      this.#found.acknowledged += 1;
      const family = this.#practitioners.family ?? '';
      if (!body.case)
        this.#acknowledged.set(family, [...(this.#acknowledged.get(family) ?? []), sent.body.commandId]);
      return true;
    }
    if (status === 503 && reason === 'full') this.#found.refused += 1;
    else this.#found.surprises.push(`${sent.path}: ${String(status)} ${String(reason)}`);
    this.#found.slowest = Math.max(this.#found.slowest, performance.now() - began);
    return false;
  }

  async read(): Promise<void> {
    for (const [path, status] of Object.entries(await this.#pages())) {
      this.#found.reads += 1;
      if (status !== 200) this.#found.unread.push(`${path}: ${String(status)}`);
    }
  }

  async #pages(): Promise<Record<string, number>> {
    const family = this.#practitioners.family ?? '';
    const paths = [
      '/api/session',
      '/api/tasks?view=team',
      `/api/cases/${family}`,
      `/api/cases/${family}/history`,
    ];
    const asked = paths.map(async (path) => [path, (await this.#pair.first.get(path)).status] as const);
    return Object.fromEntries(await Promise.all(asked));
  }

  async lostFrom(store: Parameters<typeof completionsIn>[0]): Promise<number> {
    let lost = 0;
    for (const [family, commands] of this.#acknowledged) {
      const there = await completionsIn(store, family);
      lost += new Set(commands.filter((command) => there.get(command) !== 1)).size;
    }
    return lost;
  }

  async #next(): Promise<Sent> {
    const next = await this.#practitioners.next();
    if (next) return next;
    const { case: id } = await sendWell<{ case: string }>(this.#pair, this.#practitioners.contact());
    await this.#practitioners.opened(id);
    return this.#next();
  }
}
