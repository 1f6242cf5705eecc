import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** The thread that `verifyStructure` starts: SQLite looks through its file, which it does in one piece, and ends. */
const file = new DatabaseSync(workerData as string, { readOnly: true });
const rows = file.prepare('PRAGMA integrity_check(20)').all();
file.close();
parentPort?.postMessage(rows.flatMap((row) => Object.values(row)));
