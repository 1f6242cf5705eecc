import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from 'node:sqlite';
import type { Moment } from '#engine';
import type { Store, StoreAbout } from '../port.ts';
import { openDatabase, type Database } from './database.ts';
import { schemaVersion, tables } from './schema.ts';
import type { Scope } from './scope.ts';
import { bindStore } from './store.ts';

export interface SqliteOptions {
  /** folder of the store; made when it is not there */
  folder: string;
  /** how a new store is made; absent: only an existing one is opened */
  create?: { authority: { id: string; name: string }; demonstration: boolean; created: Moment };
  /** milliseconds, for leases; the machine's clock when absent */
  now?: () => number;
  /** most pages the file may have: how a test stands for a full disk */
  maxPages?: number;
  /** chain of the audit this process writes; a new one when absent */
  process?: string;
}

/** The store can't be opened, and why, in words for whoever starts the server. */
export class StoreNotOpened extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreNotOpened';
  }
}

export const storeFile = 'throughline.db';

export function storeExists(folder: string): boolean {
  return existsSync(join(folder, storeFile));
}

/** Opens the store in a folder, or makes it. Refuses before changing anything when it would not be safe. */
export function openSqlite(options: SqliteOptions): Store {
  const exists = storeExists(options.folder);
  if (!exists && !options.create) throw new StoreNotOpened(`There is no store in ${options.folder}.`);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(join(options.folder, storeFile));
  try {
    if (exists) refuseNewer(db);
    setPragmas(db);
    if (options.maxPages) db.connection.exec(`PRAGMA max_page_count = ${Math.trunc(options.maxPages)}`);
    if (!hasTables(db)) makeTables(db, options);
    const about = readAbout(db, options.process ?? randomUUID());
    const scope: Scope = {
      db,
      authority: about.authority.id,
      folder: options.folder,
      process: about.process,
      now: options.now ?? Date.now,
    };
    return bindStore(scope, about, (folder) => copyStore(scope, folder));
  } catch (fault) {
    db.close();
    throw fault;
  }
}

function pragma(db: Database, name: string): unknown {
  return Object.values(db.connection.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function refuseNewer(db: Database): void {
  const version = Number(pragma(db, 'user_version'));
  if (version > schemaVersion) {
    throw new StoreNotOpened(
      `This store was written by a later release (its format is ${version}, this release knows ${schemaVersion}). Nothing was changed: start the later release.`,
    );
  }
}

/** Durability rests on these: they are asked for and read back, since some file systems accept and ignore them. */
function setPragmas(db: Database): void {
  db.connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;',
  );
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0 };
  for (const [name, value] of Object.entries(wanted)) {
    const there = pragma(db, name);
    if (there === value) continue;
    throw new StoreNotOpened(
      `The store can't promise to keep what it acknowledges here: ${name} is ${String(there)}, not ${value}. Put DATA_DIR on a disk of this machine, not on a network drive.`,
    );
  }
}

function hasTables(db: Database): boolean {
  return Number(pragma(db, 'user_version')) > 0;
}

function makeTables(db: Database, { create, folder }: SqliteOptions): void {
  if (!create)
    throw new StoreNotOpened(`The store in ${folder} was never completed. Remove it and start again.`);
  db.connection.exec('BEGIN IMMEDIATE');
  // another process may have made them while this one waited
  if (!hasTables(db)) {
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

/** A whole copy while the store is in use: first the files, which never change, then the database that names them. */
async function copyStore(scope: Scope, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new StoreNotOpened(`The folder ${folder} is not empty.`);
  // a connection of its own, and all pages in one step: writers go on and the copy is of one moment
  const source = openDatabase(join(scope.folder, storeFile), { readOnly: true });
  try {
    await backup(source.connection, join(folder, storeFile), { rate: 0x7fffffff });
  } finally {
    source.close();
  }
  const files = join(scope.folder, 'attachments');
  if (existsSync(files)) cpSync(files, join(folder, 'attachments'), { recursive: true });
}
