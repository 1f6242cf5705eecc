import { MongoClient, type Db } from 'mongodb';
import { StoreNotOpened } from '../sqlite/not-opened.ts';

/**
 * A server that is no replica set keeps what it acknowledged on one machine only: allowed where a test says so. One that
 * stands in for MongoDB where this is developed may be on this machine.
 */
export type Standalone = 'refused' | 'stand-in' | 'allowed';

const here = new Set(['127.0.0.1', '::1', 'localhost']);

/** What is asked of the servers of an address when nobody says otherwise. */
export function standaloneAt({ options }: MongoClient): Standalone {
  return options.hosts.every(({ host }) => here.has(host ?? '')) ? 'stand-in' : 'refused';
}

/**
 * A client whose writes are acknowledged when a majority has them in its journal, and whose reads see nothing that could
 * be taken back. The driver lets the address overrule some of it: `assertServer` refuses what came of that.
 */
export function clientOf(url: string): MongoClient {
  try {
    return new MongoClient(url, {
      ...{ writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 }, appName: 'throughline' },
      ...{
        readConcern: { level: 'majority' },
        readPreference: 'primary',
        retryWrites: true,
        retryReads: true,
      },
      ...{ serverSelectionTimeoutMS: 3000, connectTimeoutMS: 3000, socketTimeoutMS: 20_000 },
      ...{ waitQueueTimeoutMS: 5000, maxPoolSize: 50, ignoreUndefined: false },
    });
  } catch {
    // what the driver says could repeat the address, and with it a password
    throw new StoreNotOpened(
      'MONGODB_URL is not an address of MongoDB: mongodb://host:port/name?replicaSet=…',
    );
  }
}

/** Name of the database the address names. */
export function databaseName(url: string): string {
  const path = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(url)?.[1] ?? '';
  return path === '' ? 'throughline' : decodeURIComponent(path);
}

/** Asks the server what it is, and refuses one that can't promise to keep what it acknowledges. */
export async function assertServer(db: Db, standalone: Standalone): Promise<void> {
  const hello = await db.admin().command({ hello: 1 });
  const cluster = typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid';
  if (!cluster && standalone !== 'allowed' && !(standalone === 'stand-in' && (await isStandIn(db)))) {
    throw new StoreNotOpened(
      'The server of MONGODB_URL is no replica set: it could lose what it acknowledged. Make it a replica set of at least three, and name it in the address (replicaSet=…).',
    );
  }
  const { w, journal, j } = db.writeConcern ?? {};
  if (w !== 'majority' || !(journal ?? j) || db.readConcern?.level !== 'majority') {
    throw new StoreNotOpened(
      'The address in MONGODB_URL takes back the durability this store asks for. Leave journal and readConcernLevel out of it.',
    );
  }
}

/** The server that tests use says what it is. */
async function isStandIn(db: Db): Promise<boolean> {
  const built = await db.admin().command({ buildInfo: 1 });
  return 'ferretdbVersion' in built || 'ferretdb' in built;
}
