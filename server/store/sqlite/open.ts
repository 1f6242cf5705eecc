import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '#engine';
import { answering } from '../answering.ts';
import type { MasterKey } from '../keys.ts';
import { Damaged, type Store, type StoreAbout } from '../port.ts';
import { copyStore, storeFile } from './copy.ts';
import { openDatabase, refusalOf, type Database } from './database.ts';
import { finishDisposals } from './dispose.ts';
import { refuseFrozen } from './freeze.ts';
import type { KeyRing } from './key-ring.ts';
import { StoreNotOpened } from './not-opened.ts';
import { openKeys } from './open-keys.ts';
import { journeysTable, schemaVersion, tables } from './schema.ts';
import type { Scope } from './scope.ts';
import { fillIn, sweepFile } from './search.ts';
import { bindStore } from './store.ts';
import { removeOpenFiles } from './tidy.ts';
import { upgradeFromOne } from './upgrade.ts';

export interface SqliteOptions {
  /** folder of the store; made when it is not there */
  folder: string;
  /** how a new store is made; absent: only an existing one is opened */
  create?: { authority: { id: string; name: string }; demonstration: boolean; created: Moment };
  /** milliseconds, for leases; the machine's clock when absent */
  now?: () => number;
  /** most pages the file may have: how a test stands for a full disk */
  maxPages?: number;
  /** folder of the keys; `keys` in the store's folder when absent */
  keys?: string;
  /** wraps the keys; absent: the one in the folder of the keys, made with a new store */
  masterKey?: MasterKey;
  /** chain of the audit this process writes; a new one when absent */
  process?: string;
}

export function storeExists(folder: string): boolean {
  return existsSync(join(folder, storeFile));
}

/** Opens the store in a folder, or makes it. Refuses before changing anything when it would not be safe. */
export function openSqlite(options: SqliteOptions): Store {
  const exists = storeExists(options.folder);
  if (!exists && !options.create) throw new StoreNotOpened(`There is no store in ${options.folder}.`);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(join(options.folder, storeFile), { guard: refuseFrozen });
  let keys: KeyRing | undefined;
  try {
    if (exists) refuseNewer(db);
    setPragmas(db);
    if (options.maxPages) db.connection.exec(`PRAGMA max_page_count = ${Math.trunc(options.maxPages)}`);
    const places = { folder: options.folder, keys: options.keys ?? join(options.folder, 'keys') };
    const before = formatOf(db);
    keys = openKeys(places.keys, options.masterKey, before < 2);
    if (before === 0) makeTables(db, options);
    const scope: Scope = {
      ...{ db, keys, authority: authorityOf(db), folder: options.folder },
      ...{ process: options.process ?? randomUUID(), now: options.now ?? Date.now },
    };
    if (before === 1) upgrade(scope);
    if (!hasTable(db, 'journeys')) db.connection.exec(journeysTable);
    fillIn(scope);
    removeOpenFiles(scope);
    finishDisposals(scope);
    const store = bindStore(scope, readAbout(db, scope.process), (folder, apart) =>
      copyStore(places, folder, apart),
    );
    return answering(store, refusalOf);
  } catch (fault) {
    keys?.close();
    db.close();
    throw fault;
  }
}

function upgrade(scope: Scope): void {
  const refused = tryUpgrade(scope);
  if (refused !== undefined) throw new StoreNotOpened(refused);
  sweepFile(scope);
}

function tryUpgrade(scope: Scope): string | undefined {
  try {
    return upgradeFromOne(scope);
  } catch (fault) {
    if (!(fault instanceof Damaged)) throw fault;
    return `This store is of an earlier format and can't be upgraded: ${fault.message} Nothing was changed.`;
  }
}

function pragma(db: Database, name: string): unknown {
  return Object.values(db.connection.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function refuseNewer(db: Database): void {
  const version = formatOf(db);
  if (version > schemaVersion) {
    throw new StoreNotOpened(
      `This store was written by a later release (its format is ${version}, this release knows ${schemaVersion}). Nothing was changed: start the later release.`,
    );
  }
}

/** How a file of records is written. */
export const pragmas =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = FAST; PRAGMA wal_autocheckpoint = 4000;';

/** Durability rests on these: they are asked for and read back, since some file systems accept and ignore them. */
function setPragmas(db: Database): void {
  db.connection.exec(pragmas);
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0 };
  for (const [name, value] of Object.entries(wanted)) {
    const there = pragma(db, name);
    if (there === value) continue;
    throw new StoreNotOpened(
      `The store can't promise to keep what it acknowledges here: ${name} is ${String(there)}, not ${value}. Put DATA_DIR on a disk of this machine, not on a network drive.`,
    );
  }
}

/** 0: it has no tables yet. */
function formatOf(db: Database): number {
  return Number(pragma(db, 'user_version'));
}

function hasTable(db: Database, name: string): boolean {
  return db.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :name`, { name }) !== undefined;
}

function authorityOf(db: Database): string {
  return db.get<{ authority: string }>('SELECT authority FROM store')?.authority ?? '';
}

function makeTables(db: Database, { create, folder }: SqliteOptions): void {
  if (!create)
    throw new StoreNotOpened(`The store in ${folder} was never completed. Remove it and start again.`);
  db.connection.exec('BEGIN IMMEDIATE');
  // another process may have made them while this one waited
  if (formatOf(db) === 0) {
    db.connection.exec(tables);
    db.run(
      `INSERT INTO store (authority, name, demonstration, created) VALUES (:id, :name, :demonstration, :created)`,
      { ...create.authority, demonstration: create.demonstration ? 1 : 0, created: create.created },
    );
    db.connection.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  db.connection.exec('COMMIT');
}

function readAbout(db: Database, process: string): StoreAbout {
  const row = db.get<{ id: string; name: string; demonstration: number; created: string }>(
    'SELECT authority AS id, name, demonstration, created FROM store',
  );
  if (!row) throw new StoreNotOpened('The store does not say whose it is.');
  const { id, name, demonstration, created } = row;
  return {
    authority: { id, name },
    demonstration: demonstration === 1,
    created,
    schema: schemaVersion,
    process,
  };
}
