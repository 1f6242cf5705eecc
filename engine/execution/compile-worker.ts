import { parentPort } from 'node:worker_threads';
import type { Delivery, Order } from './compile-beside.ts';
import { compile } from './compile.ts';

/** The thread that `compileBeside` starts: compiles what it is given; a drawing it can't compile ends it. */
parentPort?.on('message', ({ xml, moddleOptions, known }: Order) => {
  void compile(xml, moddleOptions, known).then((tables) =>
    parentPort?.postMessage({ tables, known } satisfies Delivery),
  );
});
