import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type MasterKey, type Store } from '../../../server/store/index.ts';
import { startOfTest } from './a-commit.ts';

export const authority = { id: 'northmoor', name: 'Northmoor Council' };

export interface TemporaryFolder {
  path: string;
  remove(): void;
}

export function temporaryFolder(place = tmpdir()): TemporaryFolder {
  const path = mkdtempSync(join(place, 'throughline-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A store on a disk, as in production. */
export function storeIn(
  folder: string,
  options: { now?: () => number; demonstration?: boolean; process?: string; masterKey?: MasterKey } = {},
): Store {
  const { demonstration = false, ...rest } = options;
  return openSqlite({ folder, create: { authority, demonstration, created: startOfTest }, ...rest });
}
