import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file, or the names in a folder, are on the disk when this returns. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
