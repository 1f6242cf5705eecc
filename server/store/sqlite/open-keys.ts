import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MasterKey } from '../keys.ts';
import { Damaged } from '../port.ts';
import { keysFile, openKeyRing, type KeyRing } from './key-ring.ts';
import { masterKeyFile, masterKeyIn } from './master-key.ts';
import { StoreNotOpened } from './not-opened.ts';

/** Opens the keys of a store, or makes them for a new one. Refuses when they are not there or not this master key's. */
export function openKeys(folder: string, given: MasterKey | undefined, create: boolean): KeyRing {
  if (create) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const master = given ?? masterKeyIn(folder, create);
  if (!master) {
    throw new StoreNotOpened(
      `There is no master key in ${join(folder, masterKeyFile)}, so nothing of this store can be read. Put it back, or name it by MASTER_KEY_FILE.`,
    );
  }
  const ring = create || existsSync(join(folder, keysFile)) ? ringIn(folder, master, create) : undefined;
  if (!ring) {
    throw new StoreNotOpened(
      `The keys of this store are not in ${folder}. Restore them from their own backup, then start again.`,
    );
  }
  return ring;
}

function ringIn(folder: string, master: MasterKey, create: boolean): KeyRing | undefined {
  try {
    return openKeyRing(folder, master, create);
  } catch (fault) {
    if (!(fault instanceof Damaged)) throw fault;
    throw new StoreNotOpened(
      `The master key is not the one the keys in ${folder} were wrapped with. Name the right one by MASTER_KEY_FILE.`,
    );
  }
}
