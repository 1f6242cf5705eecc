import { parentPort, workerData } from 'node:worker_threads';
import { duplicatesOf, openSteps, step } from '#engine';
import type { FoundWith, Order } from './find-beside.ts';

/** The thread that `findBeside` starts: looks through one version and ends. */
const { version, likeness, typical }: Order & FoundWith = workerData as Order & FoundWith;
parentPort?.postMessage(duplicatesOf(version, { likeness, typical, stepping: { step, openSteps } }));
