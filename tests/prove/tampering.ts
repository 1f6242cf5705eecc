import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite, storeFile, type Store } from '../../server/store/index.ts';
import { linkHash } from '../../server/store/chain.ts';
import { anEntry, startOfTest } from '../server/support/a-commit.ts';
import { fillStore } from './filled-store.ts';
import type { Filled } from './filled-store.ts';
import { readAll } from './read-all.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

export interface Tampered {
  /** by what was done: how often, and how often it was found */
  done: Record<string, { times: number; found: number; onlyByHeads: number }>;
  /** what was said afterwards of the family and is not what was written */
  served: string[];
  /** other families that could not be read any more */
  unavailable: string[];
}

/** A family's history as it lies in the file. */
interface Link {
  seq: number;
  id: string;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

/** `earlier`: the family's row as it was before the last commit, from an older copy of the file. */
type Tamper = (db: DatabaseSync, family: string, at: number, earlier: Row) => void;

type Row = Record<string, string | number>;

const run = (db: DatabaseSync, sql: string, ...values: (string | number)[]): void =>
  void db.prepare(sql).run(...values);
const linksOf = (db: DatabaseSync, family: string): Link[] =>
  db.prepare('SELECT * FROM history WHERE case_id = ? ORDER BY seq').all(family) as unknown as Link[];

/** What somebody with the file and a tool can do to a history. */
const ways: Record<string, Tamper> = {
  edited(db, family, at) {
    const { body = '' } = linksOf(db, family)[at - 1] ?? {};
    const middle = Math.floor(body.length / 2);
    const other = body[middle] === 'A' ? 'B' : 'A';
    const changed = body.slice(0, middle) + other + body.slice(middle + 1);
    run(db, 'UPDATE history SET body = ? WHERE case_id = ? AND seq = ?', changed, family, at);
  },
  deleted: (db, family, at) => run(db, 'DELETE FROM history WHERE case_id = ? AND seq = ?', family, at),
  inserted(db, family, at) {
    run(db, 'UPDATE history SET seq = -seq WHERE case_id = ? AND seq >= ?', family, at);
    run(db, 'UPDATE history SET seq = 1 - seq WHERE case_id = ? AND seq < 0', family);
    run(
      db,
      `INSERT INTO history (authority, case_id, seq, id, revision, body, wrote, hash)
       SELECT authority, case_id, ?, 'inserted', revision, body, wrote, hash FROM history WHERE case_id = ? AND seq = ?`,
      ...[at, family, at + 1],
    );
  },
  truncated(db, family, at) {
    run(db, 'DELETE FROM history WHERE case_id = ? AND seq >= ?', family, at);
    const last = linksOf(db, family).at(-1);
    run(db, 'UPDATE cases SET entries = ?, head = ? WHERE id = ?', at - 1, last?.hash ?? '', family);
  },
  /** an entry taken out and every hash after it made to fit */
  rewritten(db, family, at) {
    const links = linksOf(db, family);
    // the last entry of a commit carries what the commit wrote: without it the records would tell
    const taken =
      links.findLast((link) => link.seq <= at && link.wrote === '') ??
      links.find((link) => link.wrote === '');
    let head = '';
    run(db, 'DELETE FROM history WHERE case_id = ?', family);
    const left = links.filter((link) => link !== taken);
    for (const [index, link] of left.entries()) {
      head = linkHash(head, index + 1, link.revision, link.body, link.wrote);
      run(
        db,
        `INSERT INTO history (authority, case_id, seq, id, revision, body, wrote, hash)
         VALUES ((SELECT authority FROM store), ?, ?, ?, ?, ?, ?, ?)`,
        ...[family, index + 1, link.id, link.revision, link.body, link.wrote, head],
      );
    }
    run(db, 'UPDATE cases SET entries = ?, head = ? WHERE id = ?', left.length, head, family);
  },
  /** the family's row of before it was restricted, whole as it was written then */
  unrestricted(db, family, _at, earlier) {
    const set = Object.keys(earlier).map((column) => `${column} = ?`);
    run(db, `UPDATE families SET ${set.join(', ')} WHERE id = ?`, ...Object.values(earlier), family);
  },
};

/** Restricts every family. Gives the row of each as it was before, in the file and as the store said it. */
async function restrict(store: Store, file: string, families: string[]) {
  const rows = new Map<string, Row>();
  const said = new Map<string, string>();
  const db = new DatabaseSync(file);
  for (const id of families) {
    rows.set(id, db.prepare('SELECT * FROM families WHERE id = ?').get(id) as Row);
    const stored = await store.load(id);
    if (!stored) throw new Error(`${id} is not there`);
    said.set(`family ${id}`, JSON.stringify(stored.family));
    const { rows: tasks } = await store.list('case-tasks', { case: id }, { limit: 500 });
    const restricted = { to: ['sam'], contact: 'sam', shown: 'hidden' as const };
    const done = await store.commit({
      ...{ case: stored.case, expecting: stored.case.revision, tasks, cards: [] },
      ...{ family: { ...stored.family, restricted }, history: [anEntry(`restricted-${id}`, id)] },
      ...{ commandId: `restrict-${id}`, actor: 'sam', at: startOfTest, reply: null },
    });
    if (!done.ok) throw new Error(`it was not restricted: ${done.reason}`);
  }
  db.close();
  return { rows, said };
}

/** Histories are tampered with in every way, each on a copy of a whole store whose heads are kept outside. */
export async function tamper(timesEach: number, seed = 19): Promise<Tampered> {
  const root = mkdtempSync(join(tmpdir(), 'throughline-tampering-'));
  const whole = join(root, 'whole');
  const found: Tampered = { done: {}, served: [], unavailable: [] };
  try {
    const filled = await fillStore(whole, 5);
    const store = openSqlite({ folder: whole });
    const earlier = await restrict(store, join(whole, storeFile), filled.cases);
    const kept = { before: await readAll(store, filled), heads: await store.heads(), earlier };
    await store.close();
    const random = seeded(seed);
    for (const [name, way] of Object.entries(ways)) {
      for (let time = 0; time < timesEach; time += 1) {
        const folder = join(root, 'tampered');
        cpSync(whole, folder, { recursive: true });
        await tryOnce({ folder, name, way, random, filled, kept, found });
        rmSync(folder, { recursive: true });
      }
    }
    return found;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function tryOnce(of: {
  folder: string;
  name: string;
  way: Tamper;
  random: Random;
  filled: Filled;
  kept: {
    before: Awaited<ReturnType<typeof readAll>>;
    heads: Awaited<ReturnType<ReturnType<typeof openSqlite>['heads']>>;
    earlier: Awaited<ReturnType<typeof restrict>>;
  };
  found: Tampered;
}): Promise<void> {
  const { folder, name, way, random, filled, kept, found } = of;
  const family = random.pick(filled.cases);
  const db = new DatabaseSync(join(folder, storeFile));
  way(db, family, 2 + random.below(linksOf(db, family).length - 3), kept.earlier.rows.get(family) ?? {});
  db.close();
  const store = openSqlite({ folder });
  try {
    const isFound = async (heads?: typeof kept.heads): Promise<boolean> =>
      store.verify(heads).then(
        ({ ok }) => !ok,
        () => true,
      );
    const [byItself, withHeads] = [await isFound(), await isFound(kept.heads)];
    const done = (found.done[name] ??= { times: 0, found: 0, onlyByHeads: 0 });
    done.times += 1;
    if (byItself || withHeads) done.found += 1;
    if (!byItself && withHeads) done.onlyByHeads += 1;
    const now = await readAll(store, filled);
    for (const [asked, answer] of now) {
      const before = kept.before.get(asked);
      // what was written once and is put back is only told apart by verifying
      const wasOnce = name === 'unrestricted' && answer === kept.earlier.said.get(asked);
      if (answer !== undefined && answer !== before && !wasOnce) found.served.push(`${name}: ${asked}`);
      if (answer === undefined && before !== undefined && !asked.includes(family))
        found.unavailable.push(`${name}: ${asked}`);
    }
  } finally {
    await store.close();
  }
}
