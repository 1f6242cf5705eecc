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
  const place = await mongodbPlace(server.url);
  const { url, remove } = wireDatabase(server.url);
  const bare = await bareMongo(url);
  try {
    const name = server.ours ? 'MongoDB (a stand-in)' : 'MongoDB';
    return await measured(name, place.store, bare, commits);
  } finally {
    await bare.close();
    await remove();
    await place.remove();
    await server.stop();
  }
}

async function onSqlite(commits: Commit[]): Promise<Figure[]> {
  const { store, folder, remove } = demonstrationStore();
  const bare = bareSqlite(folder);
  try {
    return await measured('SQLite', store, bare, commits);
  } finally {
    await bare.close();
    await remove();
  }
}

/** In turn, so that what else the machine does weighs on both alike. */
async function measured(name: string, store: Store, bare: Bare, commits: Commit[]): Promise<Figure[]> {
  const [ours, theirs] = [new Latencies(), new Latencies()];
  let bytes = 0;
  for (let family = 0; family < FAMILIES; family += 1) {
    const isWarm = family >= WARM;
    const [taken, written] = isWarm ? [ours, theirs] : [new Latencies(), new Latencies()];
    for (const commit of copyFor(commits, `family-${String(family)}`)) {
      const text = JSON.stringify([commit.case, commit.history, commit.records]);
      const entry = auditOf(commit);
      if (isWarm) bytes += Buffer.byteLength(text);
      await taken.time(() => storeCommand(store, commit, entry));
      await written.time(() => bare.write(commit.case.id, text, JSON.stringify(entry)));
    }
  }
  const sizes = `${String(ours.count)} commands, ${(bytes / ours.count / 1000).toFixed(0)} kB each; cases of ${kilobytes(commits)}`;
  return [
    figure(`${name}: commands`, 1000 / ours.mean, 'a second', `one after another; ${sizes}`),
    figure(`${name}: a command, p95`, ours.at(0.95), 'ms', 'case, record, history, lists, command, audit'),
    figure(`${name}: bare writes`, 1000 / theirs.mean, 'a second', 'the same bytes, as durable'),
    figure(`${name}: a bare write, p95`, theirs.at(0.95), 'ms', ''),
    figure(
      `${name}: a command to a bare write`,
      ours.mean / theirs.mean,
      'times',
      `medians ${(ours.at(0.5) / theirs.at(0.5)).toFixed(2)}`,
    ),
  ];
}

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
