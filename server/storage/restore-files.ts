import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeFile } from '../store/index.ts';
import type { Manifest } from './manifest.ts';
import { sync } from './sync.ts';

/** A folder of a backup, and what it says that it holds: nothing else of it is taken. */
export interface BackedUp {
  folder: string;
  manifest: Manifest;
}

/** Everything is put together in here and gets its place when it is whole and on the disk. */
const arriving = 'restoring';

/** What may be there already. A log of writes left behind by another database would be replayed over this one. */
const mayBeThere = new Set(['keys', 'anchors', 'audit-reserve', 'lost+found', arriving]);

/** Puts a backup of files into a folder. The database comes last: a restore broken off has left no store, and is done again. */
export function restoreFiles(folder: string, backup: BackedUp, keys?: BackedUp): string | undefined {
  const { begun, message } = lookAt(folder);
  if (message !== undefined) return message;
  const kept = join(folder, 'keys');
  const keysThere = existsSync(kept) ? readdirSync(kept) : [];
  const hasKeys = keysThere.includes('keys.db');
  if (!keys && !hasKeys) return noKeys;
  if (keys && hasKeys && !begun) return `There are keys in ${kept} already. Restore without --keys.`;
  if (keys && !hasKeys && keysThere.length > 0) {
    return `There is a part of some keys in ${kept}: ${keysThere.join(', ')}. Move it aside, then restore.`;
  }
  put(folder, backup, hasKeys ? undefined : keys);
  return undefined;
}

/** Whether a restore into it was begun, and what stands in the way of one. */
function lookAt(folder: string): { begun: boolean; message?: string } {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const begun = there.includes(arriving);
  const strange = there.filter((name) => !mayBeThere.has(name) && !(begun && name === 'attachments'));
  if (strange.length === 0) return { begun };
  const message = `${folder} is not empty: it holds ${strange.slice(0, 3).join(', ')}. Move all of it aside (its keys and anchors may stay), then restore.`;
  return { begun, message };
}

/** An empty folder for a store that is made of rows, which bring their keys; or why there can be none. */
export function roomForRows(folder: string): { aside: string } | { message: string } {
  const { message } = lookAt(folder);
  if (message !== undefined) return { message };
  if (existsSync(join(folder, 'keys'))) {
    return {
      message: `There are keys in ${folder} already, and this backup brings its own. Move them aside, then restore.`,
    };
  }
  return { aside: emptied(folder) };
}

function emptied(folder: string): string {
  const aside = join(folder, arriving);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  return aside;
}

export const noKeys =
  'Without its keys nothing of a backup can be read. Name the folder of their own backup: --keys <folder>.';

function put(folder: string, backup: BackedUp, keys: BackedUp | undefined): void {
  const aside = emptied(folder);
  const isFile = (path: string): boolean => path === storeFile || path.startsWith('attachments/');
  copy(backup, aside, isFile);
  if (keys) copy(keys, join(aside, 'keys'), () => true);
  settle(folder);
}

/** What was put together gets its place; the database last. */
export function settle(folder: string): void {
  const aside = join(folder, arriving);
  // of a restore that was broken off before this one
  rmSync(join(folder, 'attachments'), { recursive: true, force: true });
  for (const name of ['attachments', 'keys']) {
    if (existsSync(join(aside, name))) renameSync(join(aside, name), join(folder, name));
  }
  sync(folder);
  renameSync(join(aside, storeFile), join(folder, storeFile));
  rmSync(aside, { recursive: true, force: true });
  sync(folder);
  sync(dirname(folder));
}

function copy({ folder, manifest }: BackedUp, to: string, isTaken: (path: string) => boolean): void {
  const folders = new Set([to]);
  for (const path of Object.keys(manifest.files).filter(isTaken)) {
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    copyFileSync(join(folder, path), file);
    chmodSync(file, 0o600);
    sync(file);
    for (let above = dirname(file); above !== to; above = dirname(above)) folders.add(above);
  }
  for (const one of folders) sync(one);
}
