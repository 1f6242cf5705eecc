import type { Database } from './database.ts';

/** What every file of the adapter works on: the database, the authority all its keys begin with, and the time. */
export interface Scope {
  db: Database;
  authority: string;
  folder: string;
  process: string;
  /** milliseconds; leases are counted by it */
  now(): number;
}
