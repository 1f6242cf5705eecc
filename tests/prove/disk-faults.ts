import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../../server/store/index.ts';
import { storeIn } from '../server/support/temporary-store.ts';
import { pathwayWrites } from './pathway-writes.ts';
import type { Write } from './pathway-writes.ts';

export interface DiskFaults {
  /** steps that were made to fail, one after the other, each on a store of its own */
  faults: number;
  /** by call, how often it failed */
  calls: Record<string, number>;
  acknowledged: number;
  /** writes that were answered with a refusal or a fault */
  failed: number;
  /** acknowledged and not there, there twice, or said to have failed and done by halves */
  wrong: string[];
  /** stores that did not open again, or did not verify */
  unclean: string[];
}

interface Asked {
  /** folder that the preload watches, and the file in which it tells what failed */
  folder: string;
  told: string;
  /** 1: every step; more: every so many */
  every: number;
  writes: number;
}

/** One whole pathway on a new store, again and again; each time another call to the disk fails, until none does. */
export async function failEachStep({ folder, told, every, writes: most }: Asked): Promise<DiskFaults> {
  const writes = await pathwayWrites(most);
  const found: DiskFaults = {
    ...{ faults: 0, calls: {}, acknowledged: 0, failed: 0, wrong: [], unclean: [] },
  };
  const clean = await walked(join(folder, 'clean'), writes, 0, found);
  for (let at = 1; ; at += every) {
    rmSync(told, { force: true });
    const path = join(folder, `step-${String(at)}`);
    const left = await walked(path, writes, at, found);
    if (!existsSync(told)) return found;
    const [call = '', where = ''] = readFileSync(told, 'utf8').trim().split(' ');
    const what = `${call} of ${where.replace(path, '')}`;
    found.faults += 1;
    found.calls[call] = (found.calls[call] ?? 0) + 1;
    if (left && !isDeepStrictEqual(left, clean))
      found.wrong.push(`step ${String(at)} (${what}): not as without`);
    rmSync(path, { recursive: true });
  }
}

/** What the store says at the end; each write that failed is sent once more, as a page does. */
async function walked(path: string, writes: Write[], at: number, found: DiskFaults): Promise<unknown> {
  mkdirSync(path);
  process.env['FAULT_AT'] = String(at);
  const acknowledged: Write[] = [];
  let store: Store | undefined;
  for (const write of writes) {
    for (let tries = 0; tries < 3; tries += 1) {
      store ??= opened(path, found);
      if (store && (await isDone(store, write))) {
        acknowledged.push(write);
        break;
      }
      found.failed += 1;
    }
  }
  await store?.close().catch(() => (found.failed += 1));
  process.env['FAULT_AT'] = '0';
  found.acknowledged += acknowledged.length;
  if (acknowledged.length < writes.length)
    found.wrong.push(
      `step ${String(at)}: ${String(writes.length - acknowledged.length)} writes were never taken`,
    );
  return looked(path, acknowledged, found, at);
}

function opened(path: string, found: DiskFaults): Store | undefined {
  try {
    return storeIn(path);
  } catch {
    found.failed += 1;
    return undefined;
  }
}

async function isDone(store: Store, write: Write): Promise<boolean> {
  try {
    if (write.kind === 'commit') return (await store.commit(write.commit)).ok;
    const { ok } = await store.putPerson(write.put);
    // a put that was said to have failed may have been done whole
    return ok || (await store.person(write.put.id)) !== undefined;
  } catch {
    return false;
  }
}

/** Opens the store once more on a disk that works, and looks for everything that was acknowledged. */
async function looked(path: string, acknowledged: Write[], found: DiskFaults, at: number): Promise<unknown> {
  let store: Store;
  try {
    store = storeIn(path);
  } catch (fault) {
    found.unclean.push(`step ${String(at)}: ${String(fault)}`);
    return undefined;
  }
  try {
    const { findings } = await store.verify();
    found.unclean.push(...findings.map(({ kind, message }) => `step ${String(at)}: ${kind}: ${message}`));
    for (const write of acknowledged) {
      if (!(await isThere(store, write))) found.wrong.push(`step ${String(at)}: acknowledged, and lost`);
    }
    return await saidAtTheEnd(store, acknowledged);
  } catch (fault) {
    found.unclean.push(`step ${String(at)}: ${String(fault)}`);
    return undefined;
  } finally {
    await store.close();
  }
}

async function isThere(store: Store, write: Write): Promise<boolean> {
  if (write.kind === 'person') return (await store.person(write.put.id)) !== undefined;
  const { case: kase, commandId, actor } = write.commit;
  return (await store.answered(kase.id, commandId, actor)) !== undefined;
}

/** The case, its history and its open tasks: each command once, whatever went wrong on the way. */
async function saidAtTheEnd(store: Store, acknowledged: Write[]): Promise<unknown> {
  const commit = acknowledged.find((write) => write.kind === 'commit')?.commit;
  if (!commit) return undefined;
  const { id } = commit.case;
  const history = await store.history(id, { limit: 500 });
  const tasks = await store.list('case-tasks', { case: id }, { limit: 500 });
  return { stored: await store.load(id), history: history.rows, tasks: tasks.rows };
}
