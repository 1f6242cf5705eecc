import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { VerifyReport } from '../port.ts';
import { storeFile } from './copy.ts';
import type { Database } from './database.ts';
import type { Snapshot } from './snapshot.ts';

/** Bytes of a file from which on a thread is started for it: SQLite looks through it in one piece. */
const worthAThread = 16 * 1024 * 1024;

/** The file itself: pages, indexes and rows fit together, as SQLite sees it. */
export async function verifyStructure(
  { db, folder }: Pick<Snapshot, 'db' | 'folder'>,
  findings: VerifyReport['findings'],
  threadFrom = worthAThread,
): Promise<void> {
  const file = join(folder, storeFile);
  const said = statSync(file).size < threadFrom ? saidAtOnce(db) : await saidByThread(file);
  if (said.every((message) => message === 'ok')) return;
  findings.push({ kind: 'store', id: 'file', message: 'its pages or indexes are damaged' });
}

/** A file that can't be read is damaged. */
function saidAtOnce(db: Database): unknown[] {
  try {
    return db.all<object>('PRAGMA integrity_check(20)').flatMap((row) => Object.values(row) as unknown[]);
  } catch (fault) {
    return [(fault as Error).message];
  }
}

function saidByThread(file: string): Promise<unknown[]> {
  const worker = new Worker(new URL('./structure-worker.ts', import.meta.url), { workerData: file });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (fault) => resolve([fault.message]));
    worker.once('exit', () => reject(new Error('the thread that looks through the file stopped early')));
  });
}
