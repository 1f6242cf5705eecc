import { hash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { versionId } from '#engine';
import type { Order } from './play-worker.ts';
import type { Played } from './play.ts';

export type Tried = Played;

const most = 8;
const tried = new Map<string, Promise<Played[]>>();

/**
 * Plays examples on a version in a thread of their own, T1, T2 … T10 first. The same examples on the same version are
 * played once; the last few results are remembered.
 */
export function tryExamples(order: Order): Promise<Played[]> {
  const key = `${versionId(order.files)} ${hash('sha256', JSON.stringify(order.examples), 'hex')}`;
  const known = tried.get(key) ?? inWorker(order);
  tried.delete(key);
  tried.set(key, known);
  known.catch(() => tried.delete(key));
  for (const oldest of tried.keys()) {
    if (tried.size <= most) break;
    tried.delete(oldest);
  }
  return known;
}

async function inWorker(order: Order): Promise<Played[]> {
  const worker = new Worker(new URL('./play-worker.ts', import.meta.url), { workerData: order });
  const played = await new Promise<Played[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that plays examples stopped before it was done')));
  });
  const isNumbered = ({ id }: Played): boolean => /^T\d/.test(id);
  return played.toSorted(
    (a, b) =>
      Number(isNumbered(b)) - Number(isNumbered(a)) || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
}
