import { isLoopback, type Config } from './config.ts';
import { demonstrationCouncil } from './demo/index.ts';
import {
  mongoExists,
  openMongo,
  openSqlite,
  readMasterKey,
  storeExists,
  StoreNotOpened,
  type MasterKey,
  type Store,
} from './store/index.ts';

/**
 * The store that the settings name: MongoDB where MONGODB_URL is set, else SQLite in DATA_DIR. A new one is a
 * demonstration unless `empty` says otherwise; an existing one is what it was made as. Throws StoreNotOpened, in words
 * for whoever starts the server.
 */
export async function configuredStore(config: Config, empty: boolean, created: string): Promise<Store> {
  const { authority, dataDir, host, mongodbUrl } = config;
  const where = mongodbUrl === undefined ? dataDir : 'the database of MONGODB_URL';
  const other = mongodbUrl === undefined ? 'DATA_DIR' : 'database';
  const exists = mongodbUrl === undefined ? storeExists(dataDir) : await mongoExists(mongodbUrl);
  if (exists && empty) {
    throw new StoreNotOpened(
      `There is a store in ${where} already. Start without --empty, or choose another ${other}.`,
    );
  }
  if (!exists && !empty && !isLoopback(host)) {
    throw new StoreNotOpened(
      'A demonstration is for this machine only. Start with --empty, or without HOST.',
    );
  }
  const create = { authority: empty ? authority : demonstrationCouncil, demonstration: !empty, created };
  const made = exists ? {} : { create };
  const masterKey = config.masterKeyFile === undefined ? undefined : masterKeyOf(config.masterKeyFile);
  if (mongodbUrl === undefined) {
    return openSqlite({ folder: dataDir, ...made, ...(masterKey ? { masterKey } : {}) });
  }
  if (!masterKey) throw new StoreNotOpened('MONGODB_URL needs MASTER_KEY_FILE.');
  return openMongo({ url: mongodbUrl, masterKey, ...made });
}

function masterKeyOf(file: string): MasterKey {
  const read = readMasterKey(file);
  if (!read.ok) throw new StoreNotOpened(read.message);
  return read.key;
}
