import { parentPort, workerData } from 'node:worker_threads';
import { readPathway, readVersion } from '#engine';
import type { Tables } from '#engine';
import { groundOf } from '../pathways/index.ts';
import { play } from './play.ts';

/** What the thread is given; it answers with how each example went. */
export interface Order {
  files: Record<string, string>;
  tables: Tables;
  examples: Record<string, string>;
}

const { files, tables, examples } = workerData as Order;
const { calendar, moddle } = await groundOf();
const { version } = await readVersion(files, { calendar, moddle, readPathway, tables });
parentPort?.postMessage(Object.entries(examples).map(([path, text]) => play(version, path, text)));
