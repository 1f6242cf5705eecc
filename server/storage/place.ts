import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { secretOf, settingOf, type Environment } from '../secret-file.ts';
import {
  mongoExists,
  openMongo,
  openSqlite,
  readMasterKey,
  storeExists,
  type MasterKey,
  type Store,
} from '../store/index.ts';

/** Where a store is: a folder, or a database by its address. Without a master key a folder has its own. */
export type StorePlace =
  | { kind: 'folder'; folder: string; masterKey?: MasterKey }
  | { kind: 'mongodb'; url: string; masterKey: MasterKey };

export type PlaceRead = { ok: true; place: StorePlace } | { ok: false; faults: string[] };

export type Made = {
  authority: { id: string; name: string };
  demonstration: boolean;
  created: string;
  /** which backup it is made from; absent: another store */
  from?: string;
};

/** The store that the servers of this environment use. */
export function placeOf(env: Environment): PlaceRead {
  const faults: string[] = [];
  const url = secretOf(env, 'MONGODB_URL', faults);
  const folder = resolve(settingOf(env, 'DATA_DIR') ?? './data');
  return withMaster(url === undefined ? { folder } : { url }, env, faults);
}

/** Where the servers of this environment keep the heads of the chains. */
export function anchorsOf(env: Environment): string {
  return resolve(settingOf(env, 'ANCHOR_DIR') ?? join(settingOf(env, 'DATA_DIR') ?? './data', 'anchors'));
}

/** A store named on the command line: a folder, or a file in which the address of a database stands. */
export function placeNamed(name: string, env: Environment): PlaceRead {
  const path = resolve(name);
  if (!existsSync(path) || statSync(path).isDirectory()) return withMaster({ folder: path }, env, []);
  const url = readFileSync(path, 'utf8').trim();
  if (url.startsWith('mongodb')) return withMaster({ url }, env, []);
  const message = `${name} holds no address of a database: write mongodb://… into it, or name a folder.`;
  return { ok: false, faults: [message] };
}

function withMaster(where: { folder?: string; url?: string }, env: Environment, faults: string[]): PlaceRead {
  const file = settingOf(env, 'MASTER_KEY_FILE');
  const read = file === undefined ? undefined : readMasterKey(file);
  if (read?.ok === false) faults.push(read.message);
  const masterKey = read?.ok ? read.key : undefined;
  if (where.url !== undefined && file === undefined) {
    faults.push('A store in MongoDB needs MASTER_KEY_FILE: name the file of its master key.');
  }
  if (faults.length > 0) return { ok: false, faults };
  if (where.url !== undefined && masterKey) {
    return { ok: true, place: { kind: 'mongodb', url: where.url, masterKey } };
  }
  const { folder = '' } = where;
  // a store that was made without the setting keeps its own, also where the setting is for the other place of a move
  const own = existsSync(join(folder, 'keys', 'master.key'));
  return { ok: true, place: { kind: 'folder', folder, ...(masterKey && !own ? { masterKey } : {}) } };
}

/** True when there is a store in the place; one in MongoDB that was not moved or restored to its end is none. */
export async function isThere(place: StorePlace): Promise<boolean> {
  return place.kind === 'folder' ? storeExists(place.folder) : mongoExists(place.url);
}

/**
 * Opens the store in a place; with `create` it is made to take rows, and in MongoDB nobody else opens it until `freeze`
 * says that it has them all. Throws StoreNotOpened.
 */
export async function openPlace(place: StorePlace, create?: Made): Promise<Store> {
  const made = create ? { create } : {};
  if (place.kind === 'mongodb') {
    const into = create ? { create: { ...create, arriving: create.from ?? 'another store' } } : {};
    return openMongo({ url: place.url, masterKey: place.masterKey, ...into });
  }
  const { folder, masterKey } = place;
  return openSqlite({ folder, ...made, ...(masterKey ? { masterKey } : {}) });
}

/** A place in words: never the address of a database, which may hold a password. */
export function said(place: StorePlace): string {
  return place.kind === 'folder' ? place.folder : 'the MongoDB database';
}
