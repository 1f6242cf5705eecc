import { join } from 'node:path';
import type { Moment } from '#engine';
import type { KeyRow } from '../dump.ts';
import { newDataKey, storeKeyId, unwrap, wrap, type MasterKey } from '../keys.ts';
import type { KeyState } from '../sealing.ts';
import { openDatabase, type Database } from './database.ts';
import { emptyLog } from './empty-log.ts';
import { keyCache } from './key-cache.ts';
import { destroyAll, insert, makeKeys, namedIn, rewrapAll, rowsIn, type StoredKey } from './key-rows.ts';

/** The keys of a store: in a file of their own, wrapped, and a few thousand unwrapped in memory. */
export interface KeyRing {
  /** what became of each of these keys: one look for a whole page of rows */
  states(ids: Iterable<string>): (id: string) => KeyState;
  /** as `states`, after making those that never were: they are on the disk before anything is sealed with them */
  made(ids: Iterable<string>): (id: string) => KeyState;
  /** for ever: what was sealed with them opens no more, here or from a backup */
  destroy(ids: string[], at: Moment): void;
  /** ids that begin so, also of what was destroyed */
  named(prefix: string): string[];
  rows(after: string, limit: number): KeyRow[];
  /** a tombstone is never replaced by a key */
  put(rows: KeyRow[]): void;
  count(): number;
  rewrap(master: MasterKey): number;
  /** what a reader held back when a key was destroyed */
  emptyLog(): void;
  close(): void;
}

export const keysFile = 'keys.db';

/** Opens the file of keys in a folder; `create` makes it, with the key that shows which master key is the right one. */
export function openKeyRing(folder: string, master: MasterKey, create: boolean): KeyRing | undefined {
  const db = openDatabase(join(folder, keysFile));
  try {
    // a destroyed key must not stay behind in a free page
    db.connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    if (create) makeKeys(db, master);
    const shown = db.get<StoredKey>('SELECT * FROM keys WHERE id = :id', { id: storeKeyId });
    if (!shown) {
      db.close();
      return undefined;
    }
    unwrap(master, shown.id, shown.wrapped);
    return bindRing(db, master);
  } catch (fault) {
    db.close();
    throw fault;
  }
}

function bindRing(db: Database, first: MasterKey): KeyRing {
  const cache = keyCache(db);
  let master = first;
  const states = (ids: Iterable<string>) => cache.states(ids, master);
  return {
    states,
    made(ids) {
      const wanted = [...new Set(ids)];
      const state = states(wanted);
      const missing = wanted.filter((id) => state(id) === undefined);
      if (missing.length === 0) return state;
      insert(
        db,
        missing.map((id) => ({ id, wrapped: wrap(master, newDataKey(id)) })),
      );
      return states(wanted);
    },
    destroy(ids, at) {
      destroyAll(db, ids, at);
      cache.forget(ids);
      // nothing of it in the log of writes either
      emptyLog(db);
    },
    named: (prefix) => namedIn(db, prefix),
    rows: (after, limit) => rowsIn(db, after, limit),
    put: (rows) => {
      insert(db, rows);
    },
    count: () => db.get<{ n: number }>('SELECT COUNT(*) AS n FROM keys')?.n ?? 0,
    rewrap(next) {
      const count = rewrapAll(db, master, next);
      master = next;
      return count;
    },
    emptyLog: () => {
      emptyLog(db);
    },
    close: () => {
      db.close();
    },
  };
}
