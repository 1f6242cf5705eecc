import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/index.ts';
import type { Store } from '../../server/store/index.ts';

export interface StoreOnDisk {
  store: Store;
  folder: string;
  remove(): Promise<void>;
}

/** A new, empty demonstration store on this machine's disk, as durable as in production. */
export function demonstrationStore(): StoreOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  const authority = { id: 'northmoor-council', name: 'Northmoor Council' };
  const created = new Date().toISOString();
  const store = openSqlite({ folder, create: { authority, demonstration: true, created } });
  return {
    ...{ store, folder },
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
