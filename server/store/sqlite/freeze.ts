import type { Refused } from '../port.ts';
import type { Database } from './database.ts';

/** Every write of every process asks this first: a store that is being moved keeps still. */
export function refuseFrozen(db: Database): Refused | undefined {
  return frozenWhy(db) === '' ? undefined : { ok: false, reason: 'readonly' };
}

export function frozenWhy(db: Database): string {
  return db.get<{ frozen: string }>('SELECT frozen FROM store')?.frozen ?? '';
}

/** Not through `write`, which it closes. */
export function freeze(db: Database, reason: string | undefined): void {
  db.connection.exec('BEGIN IMMEDIATE');
  try {
    db.run('UPDATE store SET frozen = :reason', { reason: reason ?? '' });
    db.connection.exec('COMMIT');
  } catch (fault) {
    if (db.connection.isTransaction) db.connection.exec('ROLLBACK');
    throw fault;
  }
}
