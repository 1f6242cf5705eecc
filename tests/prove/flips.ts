import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, storeFile } from '../../server/store/index.ts';
import type { Store } from '../../server/store/index.ts';
import { fillStore } from './filled-store.ts';
import type { Filled } from './filled-store.ts';
import { readAll, rowsOf } from './read-all.ts';
import type { Said } from './read-all.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

export interface Flipped {
  /** bits that were flipped in what is stored */
  trials: number;
  /** flips that fell where nothing is kept: no row, no index and no file is another, but for what live pages are told */
  nowhere: number;
  /** found when the store was opened, or by reading everything */
  detected: number;
  /** stores that opened all the same */
  opened: number;
  undetected: string[];
  /** what was said and is not what was written */
  served: string[];
  /** of the families, the least that could still be read where a store opened */
  fewestCases: number;
  families: number;
}

/** One bit is flipped in a store, and everything is asked for; again and again, each time on a whole store. */
export async function flipBits(trials: number, seed = 9): Promise<Flipped> {
  const root = mkdtempSync(join(tmpdir(), 'throughline-flips-'));
  const whole = join(root, 'whole');
  try {
    const filled = await fillStore(whole, 8);
    const store = openSqlite({ folder: whole });
    const before = await readAll(store, filled);
    await store.close();
    const rows = rowsOf(join(whole, storeFile));
    const found: Flipped = {
      ...{ trials: 0, nowhere: 0, detected: 0, opened: 0, undetected: [], served: [] },
      ...{ fewestCases: filled.cases.length, families: filled.cases.length },
    };
    const random = seeded(seed);
    while (found.trials < trials) {
      const folder = join(root, 'flipped');
      cpSync(whole, folder, { recursive: true });
      const where = flip(folder, random);
      const changed =
        where.file === storeFile ? tablesChanged(rows, rowsOf(join(folder, storeFile))) : where.file;
      if (changed === '') found.nowhere += 1;
      else await look(folder, `${where.file} at ${String(where.at)} (${changed})`, { filled, before, found });
      rmSync(folder, { recursive: true });
    }
    return found;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Four times in five in the database, else in a stored file. */
function flip(folder: string, random: Random): { file: string; at: number } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^attachments\/..\/.{30,}/.test(file),
  );
  const file = random.below(5) > 0 ? storeFile : random.pick(files);
  const bytes = readFileSync(join(folder, file));
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  writeFileSync(join(folder, file), bytes);
  return { file, at };
}

/** That something changed a moment ago, for live pages, and the number of the last such change: nothing is read from it. */
const toldToPages = new Set(['changes', 'sqlite_sequence']);

function tablesChanged(
  before: Record<string, string> | undefined,
  now: Record<string, string> | undefined,
): string {
  if (!now) return 'its structure';
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(now)]);
  const kept = [...names].filter((name) => !toldToPages.has(name));
  return kept.filter((name) => before?.[name] !== now[name]).join(', ');
}

async function look(
  folder: string,
  what: string,
  { filled, before, found }: { filled: Filled; before: Said; found: Flipped },
): Promise<void> {
  found.trials += 1;
  let store: Store;
  try {
    store = openSqlite({ folder });
  } catch {
    found.detected += 1;
    return;
  }
  found.opened += 1;
  try {
    const isFound = await store.verify().then(
      ({ ok }) => !ok,
      () => true,
    );
    if (isFound) found.detected += 1;
    else found.undetected.push(what);
    const now = await readAll(store, filled);
    for (const [asked, answer] of now) {
      if (answer !== undefined && answer !== before.get(asked)) found.served.push(`${what}: ${asked}`);
    }
    const cases = filled.cases.filter((id) => now.get(`case ${id}`) !== undefined).length;
    found.fewestCases = Math.min(found.fewestCases, cases);
  } finally {
    await store.close().catch(() => undefined);
  }
}
