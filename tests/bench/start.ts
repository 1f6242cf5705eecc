import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startServer } from '../support/real-server.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

const TIMES = 5;

/** From starting the process to its saying that it is ready: with a store that is there, and making a new one. */
export async function measureStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  try {
    const first = await ready(join(folder, 'demonstration'), []);
    const empty = await ready(join(folder, 'empty'), ['--empty']);
    const again = new Latencies();
    for (let time = 0; time < TIMES; time += 1) {
      await again.time(() => ready(join(folder, 'demonstration'), []));
    }
    return [
      figure(
        'start with a store',
        again.at(0.5) / 1000,
        's',
        `median of ${String(TIMES)}; tables of the pathway stored; first answer included`,
      ),
      figure('first start, empty', empty / 1000, 's', 'a new store'),
      figure(
        'first start, demonstration',
        first / 1000,
        's',
        'a new store; pathway compiled, the invented authority made',
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds to ready and a first answer. */
async function ready(folder: string, args: string[]): Promise<number> {
  const began = performance.now();
  const server = await startServer(folder, args);
  const answer = await fetch(`${server.address}/api/health`);
  const taken = performance.now() - began;
  await server.stop();
  if (!answer.ok) throw new Error(`the server says that it is not well: ${String(answer.status)}`);
  return taken;
}
