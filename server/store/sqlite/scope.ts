import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

/** What every file of the adapter works on: the database, its keys, the authority all its keys begin with, and the time. */
export interface Scope {
  db: Database;
  keys: KeyRing;
  authority: string;
  folder: string;
  process: string;
  /** milliseconds; leases are counted by it */
  now(): number;
}
