import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPreload } from './preload/build.ts';

/** A disk that can be filled up and emptied again. */
export interface SmallDisk {
  kind: string;
  folder: string;
  /** what a server must be given to have this disk */
  env: Record<string, string>;
  fill(): void;
  empty(): void;
  remove(): void;
}

/** A small file system where one may be mounted, else a disk that says it is full; undefined where neither can be had. */
export function smallDisk(mounted = true): SmallDisk | undefined {
  const root = mkdtempSync(join(tmpdir(), 'throughline-small-'));
  const made = (mounted ? mountedDisk(root) : undefined) ?? pretendedDisk(root);
  if (!made) rmSync(root, { recursive: true });
  return made;
}

function mountedDisk(root: string): SmallDisk | undefined {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', root]);
  if (status !== 0) return undefined;
  const ballast = join(root, 'ballast');
  const folder = join(root, 'store');
  mkdirSync(folder);
  return {
    ...{ kind: 'a file system of 96 MB', folder, env: {} },
    fill: () => fillWith(ballast),
    empty: () => rmSync(ballast),
    remove() {
      spawnSync('umount', [root]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Writes until not another byte fits. */
function fillWith(ballast: string): void {
  for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'ENOSPC') throw fault;
    }
  }
}

function pretendedDisk(root: string): SmallDisk | undefined {
  const library = builtPreload('fault');
  if (!library) return undefined;
  const folder = join(root, 'store');
  const sign = join(root, 'full');
  mkdirSync(folder);
  return {
    ...{ kind: 'a disk on which no file grows', folder },
    env: { LD_PRELOAD: library, FAULT_FOLDER: folder, FAULT_FULL: sign },
    fill: () => writeFileSync(sign, ''),
    empty: () => rmSync(sign),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
