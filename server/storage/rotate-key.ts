import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readMasterKey } from '../store/index.ts';
import type { Done } from './backup.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';
import { sync } from './sync.ts';

/** Wraps every key anew by the master key in a file. Nothing that is sealed changes. The servers must be stopped. */
export async function rotateKey(place: StorePlace, file: string): Promise<Done> {
  const read = readMasterKey(file);
  if (!read.ok) return { ok: false, lines: [read.message] };
  if (!(await isThere(place))) {
    return { ok: false, lines: [`There is no store in ${said(place)}. Name it by DATA_DIR or MONGODB_URL.`] };
  }
  const store = await openPlace(place);
  try {
    const count = await store.rewrap(read.key);
    const lines = [`${String(count)} keys are wrapped by the new master key.`];
    return { ok: true, lines: [...lines, nextSaid(place, file)] };
  } finally {
    await store.close();
  }
}

/** A store that keeps its own master key gets the new one in its place. */
function nextSaid(place: StorePlace, file: string): string {
  const own = place.kind === 'folder' ? join(place.folder, 'keys', 'master.key') : '';
  if (place.masterKey || !existsSync(own)) {
    return `Start the servers with MASTER_KEY_FILE=${file}. Back up the keys, then destroy the old master key.`;
  }
  writeFileSync(`${own}.next`, readFileSync(file), { mode: 0o600, flush: true });
  renameSync(`${own}.next`, own);
  sync(dirname(own));
  return `It stands in ${own} now. Start the servers, back up the keys, then destroy other copies of the old one.`;
}
