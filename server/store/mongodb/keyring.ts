import type { Collection } from 'mongodb';
import { newDataKey, unwrap, wrap, type MasterKey } from '../keys.ts';
import type { DataKey, KeyState } from '../sealing.ts';
import type { KeyDocument } from './collections.ts';
import { isDuplicate } from './faults.ts';

/** Most keys kept unwrapped at a time. */
const mostKept = 5000;

/** The data keys, wrapped in a database of their own and a few of them unwrapped here. */
export interface Keyring {
  /** the keys of these ids; what was never made is not in it */
  of(ids: Iterable<string>): Promise<Map<string, KeyState>>;
  /** the key, made and durable when there was none; 'destroyed' when it was let go of */
  ensure(id: string): Promise<DataKey | 'destroyed'>;
  /** as `ensure`, asked of the database: another server may have destroyed what is kept here */
  ensureNow(id: string): Promise<DataKey | 'destroyed'>;
  /** ids of the keys that begin so */
  named(start: string): Promise<string[]>;
  /** destroys keys for good, on every server; says which there were */
  destroy(ids: string[], at: string): Promise<string[]>;
  /** forgets what is kept here when another server destroyed a key since this was last asked */
  refresh(): Promise<void>;
  forget(): void;
  /** later keys are wrapped by this one */
  use(master: MasterKey): void;
  readonly stored: Collection<KeyDocument>;
  readonly master: MasterKey;
}

/** Counts the times keys were destroyed; no key has this id. */
export const generationId = '#generation';

/** Opens the ring over the collection of wrapped keys. */
export function keyring(stored: Collection<KeyDocument>, authority: string, firstMaster: MasterKey): Keyring {
  let master = firstMaster;
  let generation = 0;
  const kept = new Map<string, KeyState>();
  const keep = (id: string, state: DataKey | 'destroyed'): void => {
    kept.delete(id);
    kept.set(id, state);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };
  const read = async (ids: string[]): Promise<void> => {
    const found = stored.find({ _id: { $in: ids.map((id) => `${authority}/${id}`) } });
    for await (const row of found) {
      keep(row.id, row.destroyed === '' ? unwrap(master, row.id, row.wrapped) : 'destroyed');
    }
  };
  const of = async (ids: Iterable<string>): Promise<Map<string, KeyState>> => {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !kept.has(id));
    if (missing.length > 0) await read(missing);
    return new Map(wanted.map((id) => [id, kept.get(id)]));
  };
  const ensure = async (id: string): Promise<DataKey | 'destroyed'> => {
    const there = (await of([id])).get(id);
    if (there) return there;
    const made = newDataKey(id);
    if (await insertKey(stored, authority, wrap(master, made), id)) keep(id, made);
    return (await of([id])).get(id) ?? made;
  };
  return {
    ...{ of, ensure },
    ensureNow: (id) => {
      kept.delete(id);
      return ensure(id);
    },
    named: (start) => namedIn(stored, `${authority}/${start}`),
    destroy: async (ids, at) => {
      const gone = await destroyIn(stored, authority, ids, at);
      kept.clear();
      return gone;
    },
    async refresh() {
      const row = await stored.findOne({ _id: `${authority}/${generationId}` });
      if ((row?.generation ?? 0) !== generation) kept.clear();
      generation = row?.generation ?? 0;
    },
    forget: () => kept.clear(),
    use(next) {
      master = next;
    },
    stored,
    get master() {
      return master;
    },
  };
}

/** False when another server made it in the same moment: theirs is the key. */
async function insertKey(
  stored: Collection<KeyDocument>,
  authority: string,
  wrapped: string,
  id: string,
): Promise<boolean> {
  try {
    await stored.insertOne({ _id: `${authority}/${id}`, authority, id, wrapped, destroyed: '' });
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

async function namedIn(stored: Collection<KeyDocument>, from: string): Promise<string[]> {
  const rows = await stored.find({ _id: { $gte: from, $lt: `${from}\u{10FFFF}` } }).toArray();
  return rows.map((row) => row.id);
}

/**
 * The key goes and its stone stands in one write: whoever reads in between would take it for damaged. One that never was
 * gets its stone too: it must not be made after this.
 */
async function setStone(
  stored: Collection<KeyDocument>,
  authority: string,
  id: string,
  at: string,
): Promise<void> {
  const _id = `${authority}/${id}`;
  const live = { _id, destroyed: '' };
  do {
    const gone = await stored.updateOne(live, { $set: { wrapped: '', destroyed: at } });
    if (gone.matchedCount > 0) return;
    const stone = { authority, id, wrapped: '', destroyed: at };
    await stored.updateOne({ _id }, { $setOnInsert: stone }, { upsert: true });
    // made by another in this moment
  } while (await stored.findOne(live));
}

async function destroyIn(
  stored: Collection<KeyDocument>,
  authority: string,
  ids: string[],
  at: string,
): Promise<string[]> {
  const which = { _id: { $in: ids.map((id) => `${authority}/${id}`) } };
  const there = (await stored.find(which).toArray()).map((row) => row.id);
  for (const id of ids) await setStone(stored, authority, id, at);
  await stored.updateOne(
    { _id: `${authority}/${generationId}` },
    { $inc: { generation: 1 }, $setOnInsert: { authority, id: generationId, wrapped: '', destroyed: '' } },
    { upsert: true },
  );
  return there.sort();
}
