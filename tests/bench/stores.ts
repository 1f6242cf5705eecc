import type { AuditEntry, Commit, Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { mongodbPlace } from '../support/mongodb-place.ts';
import { wireAtHand } from '../support/wire/at-hand.ts';
import { wireDatabase } from '../support/wire/wire-database.ts';
import { startWireServer } from '../support/wire/wire-server.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';
import { bareMongo, bareSqlite, type Bare } from './stores-bare.ts';
import { commitsAround, copyFor, sizeOf } from './stores-commits.ts';
import { mongoWrites, sqliteWrites, type Writes } from './stores-writes.ts';

/** size of a case of a family that has been known for a year or two */
const CASE_BYTES = 50_000;
const FAMILIES = 12;
/** of these the first warm everything up */
const WARM = 2;

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
    return await measured(name, place.store, { bare, writes }, commits);
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
  const [place, like] = [demonstrationStore(), demonstrationStore()];
  const bare = bareSqlite(place.folder);
  writes.between(place.folder, like.folder);
  try {
    return await measured('SQLite', place.store, { bare, writes }, commits);
  } finally {
    await bare.close();
    await writes.stop();
    await like.remove();
    await place.remove();
  }
}

interface Beside {
  bare: Bare;
  writes: Writes;
}

/** In turn, so that what else the machine does weighs on all alike. */
async function measured(
  name: string,
  store: Store,
  { bare, writes }: Beside,
  commits: Commit[],
): Promise<Figure[]> {
  const [ours, same, theirs] = [new Latencies(), new Latencies(), new Latencies()];
  let bytes = 0;
  for (let family = 0; family < FAMILIES; family += 1) {
    const isWarm = family >= WARM;
    const [taken, again, written] = isWarm
      ? [ours, same, theirs]
      : [new Latencies(), new Latencies(), new Latencies()];
    for (const commit of copyFor(commits, `family-${String(family)}`)) {
      const text = JSON.stringify([commit.case, commit.history, commit.records]);
      const entry = auditOf(commit);
      if (isWarm) bytes += Buffer.byteLength(text);
      await taken.time(() => writes.of(() => storeCommand(store, commit, entry)));
      await again.time(() => writes.again());
      await written.time(() => bare.write(commit.case.id, text, JSON.stringify(entry)));
    }
  }
  const sizes = `${String(ours.count)} commands, ${(bytes / ours.count / 1000).toFixed(0)} kB each; cases of ${kilobytes(commits)}`;
  return [
    figure(`${name}: commands`, 1000 / ours.mean, 'a second', `one after another; ${sizes}`),
    figure(`${name}: a command, p95`, ours.at(0.95), 'ms', 'case, record, history, lists, command, audit'),
    figure(`${name}: the same rows written bare`, 1000 / same.mean, 'a second', 'history and audit too'),
    figure(`${name}: the same rows, p95`, same.at(0.95), 'ms', ''),
    figure(`${name}: a command to the same rows`, ours.mean / same.mean, 'times', medians(ours, same)),
    figure(`${name}: as many bytes in two rows`, 1000 / theirs.mean, 'a second', 'with no index'),
    figure(`${name}: two rows, p95`, theirs.at(0.95), 'ms', ''),
    figure(`${name}: a command to two rows`, ours.mean / theirs.mean, 'times', medians(ours, theirs)),
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
