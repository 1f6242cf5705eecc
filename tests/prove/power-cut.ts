import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite, StoreNotOpened } from '../../server/store/index.ts';
import type { Store } from '../../server/store/index.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';
import { survive } from './survivor.ts';

export interface PowerCuts {
  cuts: number;
  acknowledged: number;
  /** acknowledged, and not there after a cut */
  lost: number;
  /** what the store's own verification found after a cut, and stores that did not open */
  findings: string[];
}

interface Acknowledged {
  kind: string;
  id: string;
  command?: string;
}

const writer = join(import.meta.dirname, 'power-writer.ts');
const fewest = 50;

/** A store is written to, the power fails in the middle, and what the disk kept is opened: again and again. */
export async function cutPower(options: {
  library: string;
  cuts: number;
  /** commands between two cuts, at the most */
  most: number;
  synchronous: 'full' | 'normal';
  seed: number;
}): Promise<PowerCuts> {
  const random = seeded(options.seed);
  const root = mkdtempSync(join(tmpdir(), 'throughline-power-'));
  const all: PowerCuts = { cuts: 0, acknowledged: 0, lost: 0, findings: [] };
  try {
    let folder = join(root, 'disk-0');
    mkdirSync(folder);
    for (; all.cuts < options.cuts; all.cuts += 1) {
      const shadow = join(root, `shadow-${String(all.cuts)}`);
      mkdirSync(shadow);
      const told = await writeUntilCut({ ...options, folder, shadow, random, turn: all.cuts });
      const into = join(root, `disk-${String(all.cuts + 1)}`);
      survive({ folder, shadow, into, random });
      rmSync(shadow, { recursive: true });
      rmSync(folder, { recursive: true });
      folder = into;
      all.acknowledged += told.length;
      if (!(await look(folder, told, all))) {
        // what is not whole any more cannot be gone on with
        folder = join(root, `new-${String(all.cuts)}`);
        mkdirSync(folder);
      }
    }
    return all;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Everything that was acknowledged before the process was gone. */
async function writeUntilCut(of: {
  library: string;
  folder: string;
  shadow: string;
  most: number;
  synchronous: string;
  random: Random;
  turn: number;
}): Promise<Acknowledged[]> {
  const env = { ...process.env, LD_PRELOAD: of.library, POWER_FOLDER: of.folder, POWER_SHADOW: of.shadow };
  const child = spawn(process.execPath, [writer, of.folder, of.synchronous, String(of.turn)], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] as const },
  });
  const told: Acknowledged[] = [];
  const enough = fewest + of.random.below(of.most);
  let isCut = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind = '', id = '', command] = line.split(' ');
    told.push({ kind, id, ...(command ? { command } : {}) });
    if (told.length >= enough && !isCut) isCut = child.kill('SIGKILL');
  }
  if (!isCut) throw new Error('the writer ended by itself');
  return told;
}

/** Opens what was left and looks for everything; false when something is missing or does not open. */
async function look(folder: string, told: Acknowledged[], all: PowerCuts): Promise<boolean> {
  const before = all.lost + all.findings.length;
  let store: Store;
  try {
    store = openSqlite({ folder });
  } catch (fault) {
    all.findings.push(fault instanceof StoreNotOpened ? fault.message : String(fault));
    all.lost += told.length;
    return false;
  }
  try {
    const audited = await auditedIn(store);
    for (const one of told) if (!(await isThere(store, one, audited))) all.lost += 1;
    const { findings } = await store.verify();
    all.findings.push(...findings.map(({ kind, id, message }) => `${kind} ${id}: ${message}`));
  } finally {
    await store.close();
  }
  return all.lost + all.findings.length === before;
}

async function isThere(
  store: Store,
  { kind, id, command = '' }: Acknowledged,
  audited: Set<string>,
): Promise<boolean> {
  if (kind === 'file') return (await store.attachment(id).catch(() => undefined)) !== undefined;
  if (kind === 'note') return (await store.document('note', id)) !== undefined;
  if (kind === 'audit') return audited.has(id);
  // a key that was lost makes what it sealed unreadable: that is lost as well
  const record = await store.record(`${id}-r-${command}`).catch(() => undefined);
  const answered = await store.answered(id, command, 'sam').catch(() => undefined);
  return record !== undefined && answered !== undefined;
}

async function auditedIn(store: Store): Promise<Set<string>> {
  const found = new Set<string>();
  let after: string | undefined;
  do {
    const page = await store.list('audit', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const { request } of page.rows) found.add(request);
    after = page.next;
  } while (after);
  return found;
}
