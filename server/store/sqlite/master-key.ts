import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { newMasterKeyText, readMasterKey, type MasterKey } from '../keys.ts';

export const masterKeyFile = 'master.key';

/** The master key beside the keys, for whoever named none; a new store gets one. Undefined: it can't be read. */
export function masterKeyIn(folder: string, make: boolean): MasterKey | undefined {
  const file = join(folder, masterKeyFile);
  if (!existsSync(file) && make) makeMasterKey(folder, file);
  const read = readMasterKey(file);
  return read.ok ? read.key : undefined;
}

/** Whole or not at all, also when two processes begin at once: it is linked to its name when it is on the disk. */
function makeMasterKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const waiting = `${file}.${randomUUID()}`;
  const handle = openSync(waiting, 'wx', 0o600);
  try {
    writeSync(handle, newMasterKeyText());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(waiting, file);
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(waiting);
  }
  const place = openSync(folder, 'r');
  fsyncSync(place);
  closeSync(place);
}
