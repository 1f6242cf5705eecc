import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

const sector = 512;

interface Named {
  name: string;
  inode: number;
  isFolder: boolean;
  /** file of the shadow with what was synced of it */
  kept: string;
}

/**
 * Makes from the shadow what a power cut leaves: what was synced, and of the rest whatever the disk had got to by
 * chance, sector by sector. A name that was made, changed or taken away without its folder being synced stands or not.
 */
export function survive(of: { folder: string; shadow: string; into: string; random: Random }): void {
  const { folder, shadow, into, random } = of;
  mkdirSync(into, { recursive: true });
  const there = existsSync(folder) ? namesNow(folder, shadow) : [];
  const kept = namesKept(folder, shadow);
  for (const name of new Set([...there, ...kept].map((one) => one.name))) {
    // shared memory is no part of a disk
    if (name.endsWith('-shm')) continue;
    const now = there.find((one) => one.name === name);
    const before = kept.find((one) => one.name === name);
    const one = now?.kept === before?.kept || random.below(2) === 0 ? before : now;
    if (!one) continue;
    const inner = { folder: join(folder, name), shadow, into: join(into, name), random };
    if (one.isFolder) survive(inner);
    else writeFileSync(inner.into, tornFrom(one, now?.kept === one.kept ? inner.folder : undefined, random));
  }
}

/** What was synced of a file, with some of the sectors that were written since. */
function tornFrom({ kept }: Named, now: string | undefined, random: Random): Buffer {
  const synced = existsSync(kept) ? readFileSync(kept) : Buffer.alloc(0);
  if (!now) return synced;
  const written = readFileSync(now);
  if (written.equals(synced) || random.below(3) === 0) return synced;
  const length = random.below(2) === 0 ? synced.length : written.length;
  const torn = Buffer.alloc(length);
  synced.copy(torn);
  for (let at = 0; at < length; at += sector) {
    if (random.below(2) === 0) written.copy(torn, at, at, Math.min(at + sector, length));
  }
  return torn;
}

function namesKept(folder: string, shadow: string): Named[] {
  const list = existsSync(folder) ? join(shadow, `names-${String(statSync(folder).ino)}`) : '';
  if (!existsSync(list)) return [];
  const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [kind, inode = '', again = '', ...name] = line.split(' ');
    const kept = join(shadow, `file-${inode}-${again}`);
    return { name: name.join(' '), inode: Number(inode), isFolder: kind === 'd', kept };
  });
}

/** The names as the process left them; of a number that was given to several files, the last is the one that is there. */
function namesNow(folder: string, shadow: string): Named[] {
  return readdirSync(folder, { withFileTypes: true }).map((one) => {
    const inode = statSync(join(folder, one.name)).ino;
    const files = readdirSync(shadow).filter((file) => file.startsWith(`file-${String(inode)}-`));
    const kept = join(shadow, files.toSorted().at(-1) ?? `file-${String(inode)}-0`);
    return { name: one.name, inode, isFolder: one.isDirectory(), kept };
  });
}
