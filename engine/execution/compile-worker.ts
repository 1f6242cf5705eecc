import { parentPort, workerData } from 'node:worker_threads';
import type { Delivery, Order } from './compile-beside.ts';
import { compile } from './compile.ts';

/** The thread that `compileBeside` starts: compiles one drawing and ends. */
const { xml, moddleOptions, known } = workerData as Order;
const delivery: Delivery = { tables: await compile(xml, moddleOptions, known), known };
parentPort?.postMessage(delivery);
