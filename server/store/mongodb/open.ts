import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { answering } from '../answering.ts';
import type { Store, StoreAbout } from '../port.ts';
import { storeKeyId, type MasterKey } from '../keys.ts';
import { StoreNotOpened } from '../sqlite/not-opened.ts';
import { afterwards } from './afterwards.ts';
import { assertServer, clientOf, databaseName, standaloneAt, type Standalone } from './client.ts';
import {
  collectionsOf,
  storeDocumentId,
  type Collections,
  type KeyDocument,
  type StoreDocument,
} from './collections.ts';
import { removeAgain } from './dispose-again.ts';
import { finishDisposals } from './dispose.ts';
import { drainAll } from './drain.ts';
import { isDuplicate, refusalOf } from './faults.ts';
import { arriving, arrivingOther, frozenReader } from './freeze.ts';
import { assertIndexes } from './indexes-there.ts';
import { keyring } from './keyring.ts';
import type { CommitPoint, Scope } from './scope.ts';
import { bindStore } from './store.ts';
import { startSweeping } from './sweeping.ts';

export interface MongoOptions {
  /** address of the replica set; its path names the database, `<name>-keys` beside it holds the keys */
  url: string;
  masterKey: MasterKey;
  /** how a new store is made; absent: only an existing one is opened */
  create?: {
    authority: { id: string; name: string };
    demonstration: boolean;
    created: string;
    /** what rows are to be taken from: until `freeze` lifts that it is opened with the same only, and takes nothing else */
    arriving?: string;
  };
  /** milliseconds, for leases; the database's clock when absent */
  now?: () => number;
  /** chain of the audit this process writes; a new one when absent */
  process?: string;
  /** may the server be no replica set; only tests say so */
  standalone?: Standalone;
  /** told where a commit is: what it throws ends the commit there, as a kill would */
  reached?: (point: CommitPoint) => void | Promise<void>;
}

/** Version of the documents. A store made by a later version is refused, one made by an earlier is upgraded. */
export const formatVersion = 1;

/** True when there is a store behind the address, and a whole one. */
export async function mongoExists(url: string): Promise<boolean> {
  const client = clientOf(url);
  try {
    const db = client.db(databaseName(url));
    const there = await collectionsOf(db).store.findOne({ _id: storeDocumentId });
    return there !== null && there.frozen !== arriving;
  } catch (fault) {
    throw notOpened(fault);
  } finally {
    await client.close();
  }
}

/** Opens the store behind an address, or makes it. Refuses before changing anything when it would not be safe. */
export async function openMongo(options: MongoOptions): Promise<Store> {
  const client = clientOf(options.url);
  try {
    const name = databaseName(options.url);
    const db = client.db(name);
    await assertServer(db, options.standalone ?? standaloneAt(client));
    const collections = collectionsOf(db);
    const stored = client.db(`${name}-keys`).collection<KeyDocument>('keys');
    const there = await existing(collections, options);
    await assertIndexes(collections);
    const authority = there?.authority ?? options.create?.authority.id ?? '';
    const keys = keyring(stored, authority, options.masterKey);
    const kept = there ?? (await made(collections, keys, options));
    await assertMasterKey(keys);
    await assertWrites(collections);
    const about = aboutOf(kept, options.process ?? randomUUID());
    const scope = scopeOf(db, collections, keys, about, options);
    await drainAll(scope);
    await finishDisposals(scope);
    await removeAgain(scope);
    const sweeping = startSweeping(scope);
    const store = bindStore(scope, about, async () => {
      await sweeping.stop();
      await scope.afterwards.all();
      await client.close();
    });
    return answering(store, refusalOf);
  } catch (fault) {
    await client.close();
    throw notOpened(fault);
  }
}

function scopeOf(
  db: Db,
  collections: Collections,
  keys: Scope['keys'],
  about: StoreAbout,
  { now, reached }: MongoOptions,
): Scope {
  const clock = async (): Promise<number> => {
    const hello = await db.admin().command({ hello: 1 });
    return (hello['localTime'] as Date).getTime();
  };
  return {
    ...{ ...collections, keys, authority: about.authority.id, process: about.process },
    ...{
      afterwards: afterwards(),
      frozen: frozenReader(collections),
      reached: async (point) => reached?.(point),
    },
    now: now ? async () => now() : clock,
  };
}

/** The store that is there; undefined when there is none and one may be made. */
async function existing(
  { store }: Collections,
  { create }: MongoOptions,
): Promise<StoreDocument | undefined> {
  const there = await store.findOne({ _id: storeDocumentId });
  if (!there && !create) throw new StoreNotOpened('There is no store in the database of MONGODB_URL.');
  if (there && there.schema > formatVersion) {
    throw new StoreNotOpened(
      `This store was written by a later release (its format is ${there.schema}, this release knows ${formatVersion}). Nothing was changed: start the later release.`,
    );
  }
  if (there?.frozen === arriving && create?.arriving !== there.arriving) {
    throw new StoreNotOpened(create?.arriving === undefined ? arriving : arrivingOther);
  }
  return there ?? undefined;
}

/** Of two servers that make the store at once one does; the other opens it. */
async function made(
  { store }: Collections,
  keys: Scope['keys'],
  { create }: MongoOptions,
): Promise<StoreDocument> {
  if (!create) throw new StoreNotOpened('There is no store in the database of MONGODB_URL.');
  await keys.ensure(storeKeyId);
  const { authority, demonstration, created } = create;
  const from = create.arriving === undefined ? {} : { arriving: create.arriving };
  const frozen = create.arriving === undefined ? '' : arriving;
  const document: StoreDocument = {
    ...{ _id: storeDocumentId, authority: authority.id, name: authority.name, demonstration, created },
    ...{ schema: formatVersion, frozen, beat: 0, ...from },
  };
  try {
    await store.insertOne(document);
    return document;
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    return (await store.findOne({ _id: storeDocumentId })) ?? document;
  }
}

async function assertMasterKey(keys: Scope['keys']): Promise<void> {
  const there = (await keys.of([storeKeyId]).catch(() => undefined))?.get(storeKeyId);
  if (there) return;
  throw new StoreNotOpened(
    'The master key is not the one this store was made with, or its keys are not beside it. Name the right one in MASTER_KEY_FILE, or restore the keys.',
  );
}

/** One write that a majority must acknowledge: a set that can't do that is told of now, not at the first record. */
async function assertWrites({ store }: Collections): Promise<void> {
  await store.updateOne({ _id: storeDocumentId }, { $inc: { beat: 1 } });
}

function aboutOf(row: StoreDocument, process: string): StoreAbout {
  const { authority: id, name, demonstration, created, schema } = row;
  return { authority: { id, name }, demonstration, created, schema, process };
}

/** A fault of the database in words for whoever starts the server; never the address, which may hold a password. */
function notOpened(fault: unknown): unknown {
  if (fault instanceof StoreNotOpened) return fault;
  const reasons = {
    unavailable:
      'The database of MONGODB_URL does not answer. Start it, or name another; nothing was changed.',
    readonly:
      'The account of MONGODB_URL may not do what the store needs. Give it the role that server/store/mongodb/account.md lists.',
    full: 'The disk of the database is full. Make room, then start again.',
  };
  const code = (fault as { code?: unknown }).code;
  if (code === 18) return new StoreNotOpened('The account or the password in MONGODB_URL is not right.');
  const reason = refusalOf(fault);
  return reason ? new StoreNotOpened(reasons[reason]) : fault;
}
