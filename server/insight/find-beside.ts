import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Duplicates, Likeness, Typical, Version } from '#engine';

/** What the thread is asked. */
export interface Order {
  version: Version;
}

/** What duplicates are found with: data that comes with the pathway. */
export interface FoundWith {
  likeness: Likeness;
  typical: Typical;
}

/** Versions kept: drafts change with every save, and what they were is not asked for again. */
const mostKept = 12;
const kept = new Map<string, Promise<Duplicates>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * What a version asks twice, without the group's marks: found once per content, in a thread of its own, one version
 * after another, so that a server goes on answering.
 */
export function findBeside(version: Version): Promise<Duplicates> {
  const known = kept.get(version.id);
  if (known) return known;
  const looking = (): Promise<Duplicates> => look(version);
  const found = last.then(looking, looking);
  last = found.catch(() => undefined);
  kept.set(version.id, found);
  found.catch(() => kept.delete(version.id));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return found;
}

async function look(version: Version): Promise<Duplicates> {
  const order: Order & FoundWith = { version, ...(await foundWith()) };
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new Error('the thread that looks for duplicates stopped before it was done')),
    );
  });
}

const folder = join(import.meta.dirname, '..', '..', 'processes', 'child-protection');
let read: Promise<FoundWith> | undefined;

/** Weights, synonyms and what is typically decided, read once: they come with the program. */
function foundWith(): Promise<FoundWith> {
  read ??= Promise.all([
    readFile(join(folder, 'likeness.json'), 'utf8'),
    readFile(join(folder, 'typical.json'), 'utf8'),
  ]).then(([likeness, typical]) => ({
    likeness: JSON.parse(likeness) as Likeness,
    typical: (JSON.parse(typical) as { decided: Typical }).decided,
  }));
  return read;
}
