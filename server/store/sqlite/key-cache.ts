import { unwrap, type MasterKey } from '../keys.ts';
import type { DataKey, KeyState } from '../sealing.ts';
import type { Database } from './database.ts';
import type { StoredKey } from './key-rows.ts';

const most = 20_000;

/** Unwrapped keys in memory, a bounded number of them. */
export interface KeyCache {
  /** what became of each of these keys: one look for a whole page of rows */
  states(ids: Iterable<string>, master: MasterKey): (id: string) => KeyState;
  forget(ids: string[]): void;
}

/** Reads keys of this file. What any process destroyed is forgotten before anything more is opened with it. */
export function keyCache(db: Database): KeyCache {
  const cached = new Map<string, DataKey | 'destroyed'>();
  let seen = { version: -1, gone: 0 };

  const forgetGone = (): void => {
    const version = Number(Object.values(db.get<object>('PRAGMA data_version') ?? {})[0]);
    if (version === seen.version) return;
    const gone = db.all<{ seq: number; id: string }>('SELECT seq, id FROM gone WHERE seq > :seq', {
      seq: seen.gone,
    });
    for (const { id } of gone) cached.delete(id);
    seen = { version, gone: gone.at(-1)?.seq ?? seen.gone };
  };

  const keep = (id: string, state: DataKey | 'destroyed'): void => {
    if (cached.size >= most) cached.delete(cached.keys().next().value ?? '');
    cached.set(id, state);
  };

  const fetch = (ids: string[], master: MasterKey, found: Map<string, KeyState>): void => {
    if (ids.length === 0) return;
    const rows = db.all<StoredKey>('SELECT * FROM keys WHERE id IN (SELECT value FROM json_each(:ids))', {
      ids: JSON.stringify(ids),
    });
    for (const { id, wrapped, destroyed } of rows) {
      const state = destroyed === '' ? unwrap(master, id, wrapped) : 'destroyed';
      keep(id, state);
      found.set(id, state);
    }
  };

  return {
    states(ids, master) {
      forgetGone();
      const found = new Map<string, KeyState>();
      const missing: string[] = [];
      for (const id of new Set(ids)) {
        const state = cached.get(id);
        if (state) found.set(id, state);
        else missing.push(id);
      }
      fetch(missing, master, found);
      return (id) => found.get(id);
    },
    forget(ids) {
      for (const id of ids) cached.delete(id);
    },
  };
}
