import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Version } from '#engine';
import type { Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { Practitioners, sendWell, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Pair, Sent } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

const CLIENTS = 8;
const FAMILIES = 24;
/** of these the first eight warm the server up */
const WARM = 8;
/** from the referral through the conference into the plan */
const PER_FAMILY = 30;

/**
 * Forms completed over HTTP on a durable store by several clients at once, beside bare durable writes as large. What
 * they send is written down first, on a store of its own: filling forms in costs as much as taking them.
 */
export async function measureCompletions(): Promise<Figure[]> {
  const written = await onServer((pair, store) => writeDown(pair, store, FAMILIES));
  return onServer(async (pair, _, folder, address) => {
    const clients = [
      pair,
      ...(await Promise.all(Array.from({ length: CLIENTS - 1 }, () => signInPair(address)))),
    ];
    await sendAll(clients, written.slice(0, WARM));
    const before = bytesIn(folder);
    const { latencies, seconds } = await sendAll(clients, written.slice(WARM));
    const bytes = Math.round(bytesWritten(before, bytesIn(folder), latencies.count));
    const bare = bareWrites(folder, bytes, latencies.count);
    const perSecond = latencies.count / seconds;
    return [
      figure(
        'completions over HTTP',
        perSecond,
        'a second',
        `${String(CLIENTS)} clients, ${String(latencies.count)} forms; the server in a process of its own`,
      ),
      figure('a completion, p50', latencies.at(0.5), 'ms', 'from sending to the answer; stored by then'),
      figure('a completion, p95', latencies.at(0.95), 'ms', ''),
      figure(
        'stored for a completion',
        bytes / 1024,
        'KiB',
        'case, record, history, queue rows, card, audit',
      ),
      figure(
        'bare durable writes',
        1000 / bare.mean,
        'a second',
        'one row of as many bytes; WAL, synchronous FULL; one after another',
      ),
      figure('a bare durable write, p95', bare.at(0.95), 'ms', ''),
    ];
  });
}

type Work<T> = (pair: Pair, store: Store, folder: string, address: string) => Promise<T>;

async function onServer<T>(work: Work<T>): Promise<T> {
  const { store, folder, remove } = demonstrationStore();
  await storePractitioners(store);
  const server = await startServer(folder);
  try {
    return await work(await signInPair(server.address), store, folder, server.address);
  } finally {
    await server.stop();
    await remove();
  }
}

/** By family, everything that is sent for it. */
async function writeDown(pair: Pair, store: Store, families: number): Promise<Sent[][]> {
  const version: Version = await shippedVersion();
  const practitioners = new Practitioners({ store, version, seed: 'bench' });
  const written: Sent[][] = [];
  while (written.length < families) {
    const contact = practitioners.contact();
    await practitioners.opened((await sendWell<{ case: string }>(pair, contact)).case);
    const own = [contact];
    while (own.length <= PER_FAMILY) {
      const sent = await practitioners.next();
      if (!sent) throw new Error('the pathway ended before the plan');
      own.push(sent);
      await sendWell(pair, sent);
    }
    written.push(own);
  }
  return written;
}

/** Each client takes a family that nobody has taken, sends everything for it in order, then takes the next. */
async function sendAll(clients: Pair[], families: Sent[][]) {
  const latencies = new Latencies();
  const left = [...families];
  const began = performance.now();
  await Promise.all(
    clients.map(async (pair) => {
      for (let family = left.shift(); family; family = left.shift()) {
        const [contact, ...completions] = family;
        if (contact) await sendWell(pair, contact);
        for (const sent of completions) await latencies.time(() => sendWell(pair, sent));
      }
    }),
  );
  return { latencies, seconds: (performance.now() - began) / 1000 };
}

/** Bytes of what only grows, and of what each command of a family writes again. */
function bytesIn(folder: string): { grown: number; again: number } {
  const db = new DatabaseSync(join(folder, 'throughline.db'), { readOnly: true });
  const bytes = (from: string, column = 'body'): number =>
    (db.prepare(`SELECT TOTAL(LENGTH(${column})) AS bytes FROM ${from}`).get() as { bytes: number }).bytes;
  const families = (db.prepare('SELECT COUNT(*) AS n FROM cases').get() as { n: number }).n;
  const grown = ['records', 'history', 'audit', 'parts', "tasks WHERE state = 'done'"].map((from) =>
    bytes(from),
  );
  const again = ['cases', 'families', 'cards', "tasks WHERE state = 'open'"].map((from) => bytes(from));
  const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
  const found = { grown: sum(grown) + bytes('commands', 'reply'), again: sum(again) / families };
  db.close();
  return found;
}

function bytesWritten(
  before: ReturnType<typeof bytesIn>,
  after: ReturnType<typeof bytesIn>,
  commands: number,
): number {
  return (after.grown - before.grown) / commands + after.again;
}

/** One row of so many bytes, written and synced, again and again. */
function bareWrites(folder: string, bytes: number, count: number): Latencies {
  const db = new DatabaseSync(join(folder, 'bare.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows (body) VALUES (?)');
  const body = 'x'.repeat(bytes);
  const latencies = new Latencies();
  for (let at = 0; at < count; at += 1) latencies.timeAtOnce(() => insert.run(body));
  db.close();
  return latencies;
}
