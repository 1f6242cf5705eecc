import { faultToRefusal, type Database } from './database.ts';

/**
 * What was overwritten must not be left in the log of writes. Where somebody reads an older state of the store, or the
 * disk is full, it is left to whoever comes next, who may well be that reader: to wait would hold up everybody else.
 */
export function emptyLog({ connection }: Database): void {
  const wait = Object.values(connection.prepare('PRAGMA busy_timeout').get() ?? {})[0];
  try {
    connection.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (fault) {
    faultToRefusal(fault);
  } finally {
    connection.exec(`PRAGMA busy_timeout = ${String(wait)}`);
  }
}
