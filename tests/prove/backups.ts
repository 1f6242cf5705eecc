import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/index.ts';
import type { Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { Practitioners, send, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Pair, Sent } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import { completionsIn } from './completions-in.ts';

export interface BackedUp {
  backups: number;
  /** acknowledged in all, and before the last backup began */
  acknowledged: number;
  before: number;
  /** acknowledged while a backup was being made: the load did not stand still */
  meanwhile: number;
  /** acknowledged before the backup began, and not in the restored store */
  lost: number;
  /** in the restored store more than once */
  doubled: number;
  /** what the restored stores' own verification found, heads of the living store included */
  findings: number;
  /** the last restored store was served, and took the next command of a family */
  goesOn: boolean;
}

/** Backups are made while several people complete forms; each is restored, read, and the last one is worked on. */
export async function backUpUnderLoad(of: {
  backups: number;
  clients: number;
  between: number;
}): Promise<BackedUp> {
  const { store, folder, remove } = demonstrationStore();
  const root = mkdtempSync(join(tmpdir(), 'throughline-backups-'));
  const found: BackedUp = {
    ...{
      backups: 0,
      acknowledged: 0,
      before: 0,
      meanwhile: 0,
      lost: 0,
      doubled: 0,
      findings: 0,
      goesOn: false,
    },
  };
  await storePractitioners(store);
  const server = await startServer(folder);
  try {
    const pair = await signInPair(server.address);
    const version = await shippedVersion();
    const clients = Array.from(
      { length: of.clients },
      (_, at) => new Client(pair, new Practitioners({ store, version, seed: `backed-up-${String(at)}` })),
    );
    const all = (): number => clients.reduce((sum, client) => sum + client.count, 0);
    const working = clients.map((client) => client.work());
    let restored = '';
    while (found.backups < of.backups) {
      const next = all() + of.between;
      while (all() < next) await Promise.race(clients.map((client) => client.nextAnswer()));
      const before = clients.map((client) => client.acknowledged());
      restored = join(root, String(found.backups));
      await store.backup(join(restored, 'copy'), join(restored, 'keys'));
      found.before = before.flat().length;
      found.meanwhile += all() - found.before;
      await look(restored, before.flat(), found);
      found.backups += 1;
    }
    for (const client of clients) client.stop();
    await Promise.all(working);
    found.acknowledged = all();
    found.goesOn = await goesOn(restored);
    return found;
  } finally {
    await server.stop();
    await remove();
    rmSync(root, { recursive: true, force: true });
  }
}

/** What was acknowledged before the backup began is in it, once. */
async function look(restored: string, before: [string, string][], found: BackedUp): Promise<void> {
  const copy = openSqlite({ folder: join(restored, 'copy'), keys: join(restored, 'keys') });
  try {
    for (const [family, commands] of Map.groupBy(before, ([id]) => id)) {
      const there = await completionsIn(copy, family);
      found.lost += commands.filter(([, command]) => !there.has(command)).length;
      found.doubled += [...there.values()].filter((times) => times > 1).length;
    }
    found.findings += (await copy.verify()).findings.length;
  } finally {
    await copy.close();
  }
}

/** Puts the keys back beside the copy, as one restores it, and goes on with new families on a server of its own. */
async function goesOn(restored: string): Promise<boolean> {
  const folder = join(restored, 'copy');
  cpSync(join(restored, 'keys'), join(folder, 'keys'), { recursive: true });
  const server = await startServer(folder);
  const store: Store = openSqlite({ folder });
  try {
    const pair = await signInPair(server.address);
    const practitioners = new Practitioners({ store, version: await shippedVersion(), seed: 'restored' });
    const client = new Client(pair, practitioners);
    for (let step = 0; step < 6; step += 1) await client.step();
    return client.count === 6 && (await store.verify()).ok;
  } finally {
    await store.close();
    await server.stop();
  }
}

const stepsPerFamily = 12;

/** Somebody who takes one family after another along, and keeps what was acknowledged. */
class Client {
  readonly #pair: Pair;
  readonly #practitioners: Practitioners;
  readonly #done: [string, string][] = [];
  count = 0;
  #steps = 0;
  #isStopped = false;
  #waiting: (() => void)[] = [];

  constructor(pair: Pair, practitioners: Practitioners) {
    this.#pair = pair;
    this.#practitioners = practitioners;
  }

  async work(): Promise<void> {
    while (!this.#isStopped) await this.step();
  }

  stop(): void {
    this.#isStopped = true;
  }

  acknowledged(): [string, string][] {
    return [...this.#done];
  }

  nextAnswer(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async step(): Promise<void> {
    const sent = await this.#next();
    const { status, body } = await send<{ case?: string }>(this.#pair, sent);
    if (status !== 200) throw new Error(`${sent.path} was answered ${String(status)}`);
    if (body.case) await this.#practitioners.opened(body.case);
    else {
      this.#done.push([this.#practitioners.family ?? '', sent.body.commandId]);
      this.count += 1;
    }
    for (const tell of this.#waiting.splice(0)) tell();
    if (body.case) await this.step();
  }

  async #next(): Promise<Sent> {
    this.#steps = (this.#steps + 1) % stepsPerFamily;
    const next = this.#steps === 1 ? undefined : await this.#practitioners.next();
    return next ?? this.#practitioners.contact();
  }
}
