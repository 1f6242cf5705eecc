import { parentPort } from 'node:worker_threads';
import { importDrawing, takeOffers } from '../pathway/exchange/index.ts';
import { readPathway } from '../pathway/read-pathway.ts';
import { readVersion } from '../version/index.ts';
import type { Order, Read, Said } from './reading-thread.ts';

/** The thread that `readInThread` starts: reads what it is given, one after the other. */
parentPort?.on('message', (order: Order) => {
  say({ begun: true });
  read(order).then(
    (done) => say({ read: done }),
    (defect: unknown) => say({ failed: defect instanceof Error ? defect.message : 'unknown' }),
  );
});

const say = (said: Said): void => parentPort?.postMessage(said);

function read(order: Order): Promise<Read[Order['what']]> {
  switch (order.what) {
    case 'drawing':
      return importDrawing(order.xml, order.descriptor);
    case 'offers':
      return takeOffers(order.xml, order.accepted, order.descriptor);
    case 'version':
      return readVersion(order.files, { calendar: order.calendar, moddle: order.moddle, readPathway });
  }
}
