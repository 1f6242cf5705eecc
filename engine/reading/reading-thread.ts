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
 * whatever is in it. `tooLong` when it takes more than two seconds (or the milliseconds given), `failed` when it takes all its memory or breaks: the
 * thread is ended then, and the next order starts another. The thread keeps no process alive.
 */
export function readInThread<W extends Order['what']>(
  order: Extract<Order, { what: W }>,
  within = longest,
): Promise<{ read: Read[W] } | { failed: string } | 'tooLong'> {
  const answer = last.then(() => ask(order, within));
  last = answer;
  return answer as Promise<{ read: Read[W] } | { failed: string } | 'tooLong'>;
}

async function ask(order: Order, within: number): Promise<Said | 'tooLong'> {
  thread ??= start();
  const asked = thread;
  asked.ref();
  const said = await answerOf(asked, order, within);
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

/**
 * The time is counted from when the thread begins: starting it is not what is read. What counts is the time the thread
 * itself has worked, so that what is in order is not refused where the machine has much else to do; in the end the
 * clock on the wall decides.
 */
function answerOf(asked: Worker, order: Order, within: number): Promise<Said | 'tooLong'> {
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout | undefined;
    let over = false;
    const end = (said: Said | 'tooLong'): void => {
      over = true;
      clearTimeout(watch);
      asked.off('message', hear).off('error', fail).off('exit', fail);
      resolve(said);
    };
    const fail = (): void => end({ failed: 'the thread ended' });
    const look = async (worked: () => Promise<number>, looks: number): Promise<void> => {
      const left = within - (await worked());
      if (over) return;
      if (left <= shortest || looks === mostLooks) end('tooLong');
      else watch = setTimeout(() => void look(worked, looks + 1), left);
    };
    const hear = (said: Said): void => {
      if (!('begun' in said)) return end(said);
      const worked = workOf(asked);
      watch = setTimeout(() => void look(worked, 1), within);
    };
    asked.on('message', hear).once('error', fail).once('exit', fail);
    asked.postMessage(order);
  });
}

/** Milliseconds: less than this left to work is nothing left. */
const shortest = 20;
const mostLooks = 8;

/** Asks how long a thread has worked since now, in milliseconds; a thread that does not say has worked all the time. */
function workOf(asked: Worker): () => Promise<number> {
  const before = asked.cpuUsage().catch(() => undefined);
  return async () => {
    const from = await before;
    const spent = from && (await asked.cpuUsage(from).catch(() => undefined));
    return spent ? (spent.user + spent.system) / 1000 : Infinity;
  };
}
