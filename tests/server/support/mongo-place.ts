import { openMongo, type MongoOptions } from '../../../server/store/mongodb/open.ts';
import type { Store } from '../../../server/store/index.ts';
import { wireDatabase } from '../../support/wire/wire-database.ts';
import { masterOfTests } from '../store/place.ts';
import { startOfTest } from './a-commit.ts';
import { authority } from './temporary-store.ts';

/** A fresh database on a wire server: opened as often as a test wants, dropped at its end. */
export interface MongoPlace {
  url: string;
  open(options?: Partial<MongoOptions>): Promise<Store>;
  pass(milliseconds: number): void;
  remove(): Promise<void>;
}

/** Leases are counted by a clock that the test moves, from the time of the test on. */
export function mongoPlace(server: string): MongoPlace {
  const database = wireDatabase(server);
  const masterKey = masterOfTests;
  let time = 0;
  return {
    url: database.url,
    open: (options = {}) =>
      openMongo({
        ...{ url: database.url, masterKey, standalone: 'allowed', now: () => time },
        create: { authority, demonstration: false, created: startOfTest },
        ...options,
      }),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    remove: () => database.remove(),
  };
}
