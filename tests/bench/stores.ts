import type { AuditEntry, Commit, Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { mongodbPlace } from '../support/mongodb-place.ts';
import { wireAtHand } from '../support/wire/at-hand.ts';
import { wireDatabase } from '../support/wire/wire-database.ts';
import { startWireServer } from '../support/wire/wire-server.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { collectLitter } from './garbage.ts';
import { Latencies } from './latencies.ts';
import { bareMongo, bareSqlite, type Bare } from './stores-bare.ts';
import { commitsAround, copyFor, sizeOf } from './stores-commits.ts';
import { inTheOpen } from './stores-in-the-open.ts';
import { sqliteWrites } from './stores-writes-sqlite.ts';
import { mongoWrites } from './stores-writes.ts';

/** size of a case of a family that has been known for a year or two */
const CASE_BYTES = 50_000;
const FAMILIES = 26;
/** of these the first warm everything up */
const WARM = 6;

/** One command stored with its history and audit, on each store there is, beside as many bytes written bare. */
export async function measureStores(): Promise<Figure[]> {
  const commits = await commitsAround(CASE_BYTES);
  const sqlite = await onSqlite(commits);
  if (wireAtHand()) return [...sqlite, ...(await onMongo(commits))];
  console.log('MongoDB: not measured; set MONGODB_URL, or run .ci/wire-server where Go is at hand');
  return sqlite;
}

/** The server of MONGODB_URL, or a stand-in of the same protocol, of which only the ratio says anything. */
async function onMongo(commits: Commit[]): Promise<Figure[]> {
  const server = await startWireServer();
  const [place, like] = [await mongodbPlace(server.url), await mongodbPlace(server.url)];
  const { url, remove } = wireDatabase(server.url);
  const bare = await bareMongo(url);
  const writes = await mongoWrites(place.url, like.url);
  try {
    const name = server.ours ? 'MongoDB (a stand-in)' : 'MongoDB';
    const again: Again[] = [{ ...sameRows, ready: () => () => writes.again() }];
    return await measured(name, place.store, { bare, of: (work) => writes.of(work), again }, commits);
  } finally {
    await bare.close();
    await writes.stop();
    await remove();
    await like.remove();
    await place.remove();
    await server.stop();
  }
}

async function onSqlite(commits: Commit[]): Promise<Figure[]> {
  const writes = sqliteWrites();
  const [place, like, open] = [demonstrationStore(), demonstrationStore(), demonstrationStore()];
  const bare = bareSqlite(place.folder);
  writes.from(place.folder);
  const again: Again[] = [
    { ...sameRows, ready: () => writes.to(like.folder) },
    { ...sameBytes, ready: (commit) => writes.to(open.folder, inTheOpen(commit)) },
  ];
  try {
    return await measured('SQLite', place.store, { bare, of: (work) => writes.of(work), again }, commits);
  } finally {
    await bare.close();
    await writes.stop();
    await open.remove();
    await like.remove();
    await place.remove();
  }
}

/** A way to write once more what a command wrote, with nothing around it: made ready outside of its time. */
interface Again {
  name: string;
  of: string;
  ready(commit: Commit): () => unknown;
}

const sameRows = { name: 'the same rows', of: 'as they are sealed, history and audit too' };
const sameBytes = { name: 'the same bytes', of: 'in the same rows and indexes, not packed and not sealed' };

interface Beside {
  bare: Bare;
  of(work: () => Promise<void>): Promise<void>;
  again: Again[];
}

/** In turn, so that what else the machine does weighs on all alike. */
async function measured(
  name: string,
  store: Store,
  { bare, of, again }: Beside,
  commits: Commit[],
): Promise<Figure[]> {
  const ours = new Latencies();
  const ways = again.map((way) => ({ ...way, took: new Latencies() }));
  const theirs = new Latencies();
  let bytes = 0;
  for (let family = 0; family < FAMILIES; family += 1) {
    const isWarm = family >= WARM;
    const kept = (latencies: Latencies): Latencies => (isWarm ? latencies : new Latencies());
    for (const commit of copyFor(commits, `family-${String(family)}`)) {
      const text = JSON.stringify([commit.case, commit.history, commit.records]);
      const entry = auditOf(commit);
      if (isWarm) bytes += Buffer.byteLength(text);
      collectLitter();
      await kept(ours).time(() => of(() => storeCommand(store, commit, entry)));
      for (const { ready, took } of ways) {
        const write = ready(commit);
        collectLitter();
        await kept(took).time(async () => write());
      }
      collectLitter();
      await kept(theirs).time(() => bare.write(commit.case.id, text, JSON.stringify(entry)));
    }
  }
  const sizes = `${String(ours.count)} commands, ${(bytes / ours.count / 1000).toFixed(0)} kB each; cases of ${kilobytes(commits)}`;
  const beside = (what: string, took: Latencies, said: string): Figure[] => [
    figure(`${name}: ${what} written bare`, 1000 / took.mean, 'a second', said),
    figure(`${name}: ${what}, p95`, took.at(0.95), 'ms', ''),
    figure(`${name}: a command to ${what}`, ours.mean / took.mean, 'times', medians(ours, took)),
  ];
  return [
    figure(`${name}: commands`, 1000 / ours.mean, 'a second', `one after another; ${sizes}`),
    figure(`${name}: a command, p95`, ours.at(0.95), 'ms', 'case, record, history, lists, command, audit'),
    ...ways.flatMap((way) => beside(way.name, way.took, way.of)),
    ...beside('two rows', theirs, 'as many bytes, with no index'),
  ];
}

const medians = (ours: Latencies, other: Latencies): string =>
  `medians ${(ours.at(0.5) / other.at(0.5)).toFixed(2)}`;

const kilobytes = (commits: Commit[]): string => {
  const sizes = commits.map(({ case: kase }) => sizeOf(kase) / 1000);
  return `${Math.min(...sizes).toFixed(0)} to ${Math.max(...sizes).toFixed(0)} kB`;
};

async function storeCommand(store: Store, commit: Commit, entry: AuditEntry): Promise<void> {
  const done = await store.commit(commit);
  const kept = await store.appendAudit([entry]);
  if (!done.ok || !kept.ok) throw new Error(`a command was not stored: ${JSON.stringify([done, kept])}`);
}

function auditOf({ case: kase, at, actor, commandId }: Commit): AuditEntry {
  return {
    ...{ at, actor, action: 'complete-task', outcome: 'ok', status: 200, request: commandId, case: kase.id },
    ...{ route: 'POST /api/tasks/:id/completion', thing: { kind: 'task', id: `${kase.id}-t-1` } },
  };
}
