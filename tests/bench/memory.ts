import type { Case } from '#engine';
import { join } from 'node:path';
import { addDays, dayOf } from '#engine';
import { systemClock } from '../../server/clock.ts';
import { storeCaseload } from '../../server/demo/index.ts';
import { openVersions } from '../../server/pathways/index.ts';
import type { Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { rowsOf } from './store-rows.ts';
import { collectGarbage } from './garbage.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';

const REFERRALS = 100;
/** as many times as each case is held at once: one alone is less than what the heap moves by itself */
const COPIES = 20;

/** What an open case takes, on disk and in memory, where families have the history that a year of work gives them. */
export async function measureMemory(): Promise<Figure[]> {
  const { store, folder, remove } = demonstrationStore();
  try {
    const versions = await openVersions(
      store,
      join(import.meta.dirname, '../../processes'),
      'child-protection',
    );
    const { calendar, tables } = await versions.current();
    const to = dayOf(systemClock.now());
    const before = rowsOf(folder).bytesOfAll();
    await storeCaseload({ store, clock: systemClock, versions }, 'large', {
      calendar,
      seed: 2,
      from: addDays(to, -365),
      to,
      referrals: REFERRALS,
    });
    const rows = rowsOf(folder);
    const open = rows.openCases();
    const heap = await heapOf(store, open);
    const table = JSON.stringify(tables);
    return [
      figure(
        'an open case in the heap',
        heap.mean / 1024,
        'KiB',
        `${String(open.length)} open cases held ${String(COPIES)} times each`,
      ),
      figure(
        'an open case as stored',
        rows.meanBytes('cases', open) / 1024,
        'KiB',
        'the one document that a command reads and writes',
      ),
      figure(
        'the longest of them',
        rows.mostBytes('cases', open) / 1024,
        'KiB',
        `${String(heap.happenings)} happenings in it`,
      ),
      figure(
        'all that is stored of a family',
        (rows.bytesOfAll() - before) / rows.count('cases') / 1024,
        'KiB',
        `history, records, queue rows and indexes; ${String(rows.count('cases'))} families`,
      ),
      figure(
        'the tables of the pathway',
        Buffer.byteLength(table) / 1024,
        'KiB',
        'as JSON, once for each version',
      ),
      figure('the tables in the heap', heapTaken(() => JSON.parse(table) as unknown).bytes / 1024, 'KiB', ''),
    ];
  } finally {
    await remove();
  }
}

async function heapOf(store: Store, ids: string[]): Promise<{ mean: number; happenings: number }> {
  const texts: string[] = [];
  let happenings = 0;
  for (const id of ids) {
    const stored = await store.load(id);
    if (!stored) throw new Error(`${id} is not stored`);
    happenings = Math.max(happenings, stored.case.happenings.length);
    texts.push(JSON.stringify(stored.case));
  }
  const { bytes } = heapTaken(() =>
    Array.from({ length: COPIES }, () => texts.map((text) => JSON.parse(text) as Case)),
  );
  return { mean: bytes / (ids.length * COPIES), happenings };
}

/** Bytes of heap that what `make` gives holds on to. */
function heapTaken<T>(make: () => T): { bytes: number; made: T } {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  collectGarbage();
  return { bytes: process.memoryUsage().heapUsed - before, made };
}
