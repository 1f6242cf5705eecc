import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { backup } from 'node:sqlite';
import { openDatabase } from './database.ts';
import { keysFile } from './key-ring.ts';
import { masterKeyFile } from './master-key.ts';
import { StoreNotOpened } from './not-opened.ts';
import { blank } from './search.ts';

/** Name of the database in the folder of a store. */
export const storeFile = 'throughline.db';

/** Where a store's parts lie. */
export interface Places {
  folder: string;
  keys: string;
}

/**
 * A whole copy while the store is in use: first the database, then the files it names, which never change. What is in
 * the open about people is blank in it. The keys go to a folder of their own, when one is named: apart, a copy without
 * keys opens nothing.
 */
export async function copyStore(from: Places, folder: string, keys: string | undefined): Promise<void> {
  if (keys !== undefined && resolve(keys) === resolve(folder)) {
    throw new StoreNotOpened(`Keys are kept apart from what they open: name another folder than ${folder}.`);
  }
  for (const target of [folder, keys]) if (target !== undefined) makeEmpty(target);
  const named = await copyBlank(join(from.folder, storeFile), join(folder, storeFile));
  const files = join(from.folder, 'attachments');
  if (existsSync(files)) {
    // what is still arriving, or was let go of meanwhile, belongs to nothing in the copy
    const filter = (source: string): boolean => statSync(source).isDirectory() || named.has(basename(source));
    cpSync(files, join(folder, 'attachments'), { recursive: true, filter });
  }
  if (keys === undefined) return;
  await copyDatabase(join(from.keys, keysFile), join(keys, keysFile));
  const master = join(from.keys, masterKeyFile);
  if (existsSync(master)) copyFileSync(master, join(keys, masterKeyFile));
}

/** The copy has its name when nothing about people is in the open in it any more. Says which files it names. */
async function copyBlank(from: string, to: string): Promise<Set<string>> {
  const arriving = `${to}.arriving`;
  try {
    await copyDatabase(from, arriving);
    const files = blanked(arriving);
    renameSync(arriving, to);
    return files;
  } finally {
    rmSync(arriving, { force: true });
  }
}

function blanked(file: string): Set<string> {
  const copy = openDatabase(file);
  try {
    blank(copy);
    return new Set(copy.all<{ id: string }>('SELECT id FROM attachments').map(({ id }) => id));
  } finally {
    copy.close();
  }
}

function makeEmpty(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new StoreNotOpened(`The folder ${folder} is not empty.`);
}

/** Through a connection of its own, all pages in one step: writers go on and the copy is of one moment. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = openDatabase(from, { readOnly: true });
  try {
    await backup(source.connection, to, { rate: 0x7fffffff });
  } finally {
    source.close();
  }
}
