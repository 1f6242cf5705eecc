import type { Store } from '../../server/store/index.ts';
import { demonstrationStore } from './demonstration-store.ts';
import { startServer } from './real-server.ts';
import type { RealServer } from './real-server.ts';

/** A new demonstration store that several server processes share. */
export interface StorePlace {
  name: 'SQLite' | 'MongoDB';
  /** the store as this process sees it: opened once more, beside the servers */
  store: Store;
  startServer(settings?: Record<string, string>): Promise<RealServer>;
  /** where the database is a process of ours: ends it with no warning, and starts it again on the same data */
  database?: { kill(): Promise<void>; restart(): Promise<void> };
  remove(): Promise<void>;
}

/** One SQLite folder on this machine's disk. */
export async function sqlitePlace(): Promise<StorePlace> {
  const { store, folder, remove } = demonstrationStore();
  return {
    ...{ name: 'SQLite', store, remove },
    startServer: (settings = {}) => startServer(folder, [], settings),
  };
}
