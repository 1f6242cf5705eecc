import type { Moment } from '#engine';
import { openMongo, openSqlite, type Store } from '../../../server/store/index.ts';
import { masterOfTests } from '../../server/store/place.ts';
import { temporaryFolder } from '../../server/support/temporary-store.ts';
import { wireDatabase } from '../../support/wire/wire-database.ts';

/** How a new store is made. */
export interface Made {
  authority: { id: string; name: string };
  demonstration: boolean;
  created: Moment;
}

/** Where a journey's store stands: it is made once, and opened again when the server comes back. */
export interface JourneyPlace {
  open(create?: Made): Promise<Store>;
  remove(): Promise<void>;
}

/** An empty folder on this machine's disk. */
export function sqliteJourney(): JourneyPlace {
  const folder = temporaryFolder();
  return {
    open: async (create) => openSqlite({ folder: folder.path, ...(create ? { create } : {}) }),
    remove: async () => folder.remove(),
  };
}

/** A database of its own on a server of MongoDB's protocol. */
export function mongodbJourney(server: string): JourneyPlace {
  const database = wireDatabase(server);
  return {
    open: (create) =>
      openMongo({ url: database.url, masterKey: masterOfTests, ...(create ? { create } : {}) }),
    remove: () => database.remove(),
  };
}
