import { Worker } from 'node:worker_threads';
import type { Tables } from '../contracts/index.ts';
import type { KnownTables } from './compile.ts';

/** What the worker is asked and answers. */
export interface Order {
  xml: string;
  moddleOptions: Record<string, unknown>;
  known: KnownTables;
}

export interface Delivery {
  tables: Tables;
  known: KnownTables;
}

/** So long a thread waits for another drawing, in milliseconds: starting one takes longer than most changes to a drawing. */
const waits = 60_000;
let waiting: { worker: Worker; until: NodeJS.Timeout } | undefined;

/**
 * `compile` in a thread of its own, so that a server goes on answering meanwhile: same arguments, same result, `known`
 * read and added to. Waits for nobody: while a thread is at work, the next drawing has another.
 */
export function compileBeside(
  xml: string,
  moddleOptions: Record<string, unknown> = {},
  known: KnownTables = new Map(),
): Promise<Tables> {
  const worker = waitingOrNew();
  return new Promise<Tables>((resolve, reject) => {
    const stopped = (): void => reject(new Error('the compiling thread stopped before it was done'));
    worker.once('error', reject).once('exit', stopped);
    worker.once('message', (delivery: Delivery) => {
      worker.off('error', reject).off('exit', stopped);
      for (const [hash, table] of delivery.known) known.set(hash, table);
      resolve(delivery.tables);
      letWait(worker);
    });
    worker.postMessage({ xml, moddleOptions, known } satisfies Order);
  });
}

function waitingOrNew(): Worker {
  if (!waiting) return start();
  const { worker, until } = waiting;
  clearTimeout(until);
  waiting = undefined;
  worker.ref();
  return worker;
}

/** A larger young generation makes compiling nearly twice as fast. One that ended while it waited is not there any more. */
function start(): Worker {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  const gone = (): void => {
    if (waiting?.worker === worker) waiting = undefined;
  };
  return worker.on('error', gone).on('exit', gone);
}

/** One is kept, which keeps no process alive. */
function letWait(worker: Worker): void {
  if (waiting) return void worker.terminate();
  worker.unref();
  const until = setTimeout(() => {
    // a thread that is about to end is given nothing more
    waiting = undefined;
    void worker.terminate();
  }, waits).unref();
  waiting = { worker, until };
}
