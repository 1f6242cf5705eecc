import type { Moment } from '#engine';
import type { KeyRow } from '../dump.ts';
import { newDataKey, storeKeyId, unwrap, wrap, type MasterKey } from '../keys.ts';
import type { Database } from './database.ts';

const tables = `
CREATE TABLE IF NOT EXISTS keys (
  id TEXT NOT NULL PRIMARY KEY, wrapped TEXT NOT NULL, destroyed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL) STRICT;
`;

/** A wrapped key; of a destroyed one only when it was. */
export interface StoredKey {
  id: string;
  wrapped: string;
  destroyed: string;
}

/** The tables, and the key that shows which master key is the right one. */
export function makeKeys(db: Database, master: MasterKey): void {
  inOne(db, () => {
    db.connection.exec(tables);
    db.run(`INSERT OR IGNORE INTO keys (id, wrapped, destroyed) VALUES (:id, :wrapped, '')`, {
      ...{ id: storeKeyId, wrapped: wrap(master, newDataKey(storeKeyId)) },
    });
  });
}

/** All in one transaction of the file of keys; a fault is thrown, and refuses the write that needed them. */
function inOne(db: Database, work: () => void): void {
  db.connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.connection.exec('COMMIT');
  } catch (fault) {
    if (db.connection.isTransaction) db.connection.exec('ROLLBACK');
    throw fault;
  }
}

/** A key that is there stays as it is; a stone takes its place. */
export function insert(db: Database, rows: { id: string; wrapped: string; destroyed?: Moment }[]): void {
  inOne(db, () => {
    for (const { id, wrapped, destroyed = '' } of rows) {
      db.run('INSERT OR IGNORE INTO keys (id, wrapped, destroyed) VALUES (:id, :wrapped, :destroyed)', {
        ...{ id, wrapped, destroyed },
      });
      if (destroyed !== '') bury(db, id, destroyed);
    }
  });
}

function bury(db: Database, id: string, at: Moment): void {
  const changed = db.run(`UPDATE keys SET wrapped = '', destroyed = :at WHERE id = :id AND wrapped <> ''`, {
    id,
    at,
  });
  if (changed > 0) db.run('INSERT INTO gone (id) VALUES (:id)', { id });
}

/** Also one that never was gets its stone: it must not be made after this. */
export function destroyAll(db: Database, ids: string[], at: Moment): void {
  inOne(db, () => {
    for (const id of ids) {
      const row = db.get<StoredKey>('SELECT * FROM keys WHERE id = :id', { id });
      if (!row) db.run(`INSERT INTO keys (id, wrapped, destroyed) VALUES (:id, '', :at)`, { id, at });
      else bury(db, id, at);
    }
  });
}

export function rewrapAll(db: Database, from: MasterKey, to: MasterKey): number {
  let count = 0;
  inOne(db, () => {
    for (const { id, wrapped } of db.all<StoredKey>(`SELECT * FROM keys WHERE wrapped <> ''`)) {
      db.run('UPDATE keys SET wrapped = :wrapped WHERE id = :id', {
        id,
        wrapped: wrap(to, unwrap(from, id, wrapped)),
      });
      count += 1;
    }
  });
  return count;
}

export function namedIn(db: Database, prefix: string): string[] {
  const sql = 'SELECT id FROM keys WHERE id >= :prefix AND id < :prefix || char(1114111)';
  return db.all<{ id: string }>(sql, { prefix }).map(({ id }) => id);
}

export function rowsIn(db: Database, after: string, limit: number): KeyRow[] {
  return db
    .all<StoredKey>('SELECT * FROM keys WHERE id > :after ORDER BY id LIMIT :limit', { after, limit })
    .map(({ id, wrapped, destroyed }) => ({
      ...{ place: 'key' as const, id, wrapped },
      ...(destroyed === '' ? {} : { destroyed }),
    }));
}
