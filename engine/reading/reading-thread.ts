import { Worker } from 'node:worker_threads';
import type { ImportedDrawing } from '../pathway/exchange/index.ts';
import type { Accepted } from '../pathway/exchange/index.ts';
import type { Calendar, Finding, Version } from '../contracts/index.ts';

/** What the thread may be asked to read. */
export type Order =
  | { what: 'drawing'; xml: string; descriptor: object }
  | { what: 'offers'; xml: string; accepted: Accepted[]; descriptor: object }
  | { what: 'version'; files: Record<string, string>; calendar: Calendar; moddle: object };

/** What it gives, by what it was asked. */
export interface Read {
  drawing: ImportedDrawing;
  offers: string;
  version: { version: Version; findings: Finding[] };
}

/** What the thread says: that it has begun, what it read, or the defect that kept it from reading. */
export type Said = { begun: true } | { read: Read[Order['what']] } | { failed: string };

/** Milliseconds that reading one thing may take. */
export const longest = 2000;
const mostMegabytes = 256;

let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Has something from outside read in a thread of its own, one after the other, so that a server goes on answering
 * whatever is in it. `tooLong` when it takes more than two seconds, `failed` when it takes all its memory or breaks: the
 * thread is ended then, and the next order starts another. The thread keeps no process alive.
 */
export function readInThread<W extends Order['what']>(
  order: Extract<Order, { what: W }>,
): Promise<{ read: Read[W] } | { failed: string } | 'tooLong'> {
  const answer = last.then(() => ask(order));
  last = answer;
  return answer as Promise<{ read: Read[W] } | { failed: string } | 'tooLong'>;
}

async function ask(order: Order): Promise<Said | 'tooLong'> {
  thread ??= start();
  const asked = thread;
  asked.ref();
  const said = await answerOf(asked, order);
  if (said === 'tooLong' || 'failed' in said) {
    thread = null;
    await asked.terminate();
  } else asked.unref();
  return said;
}

function start(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}

/** Two seconds are counted from when the thread begins: starting it is not what is read. */
function answerOf(asked: Worker, order: Order): Promise<Said | 'tooLong'> {
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout | undefined;
    const end = (said: Said | 'tooLong'): void => {
      clearTimeout(watch);
      asked.off('message', hear).off('error', fail).off('exit', fail);
      resolve(said);
    };
    const stop = (): void => end('tooLong');
    const fail = (): void => end({ failed: 'the thread ended' });
    const hear = (said: Said): void => {
      if ('begun' in said) watch = setTimeout(stop, longest);
      else end(said);
    };
    asked.on('message', hear).once('error', fail).once('exit', fail);
    asked.postMessage(order);
  });
}
