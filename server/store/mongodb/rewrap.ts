import { storeKeyId, unwrap, wrap, type MasterKey } from '../keys.ts';
import type { DataKey } from '../sealing.ts';
import type { KeyDocument } from './collections.ts';
import type { Scope } from './scope.ts';

/**
 * Wraps every key anew. One that is wrapped by the new master key already is passed over. The store's own comes last:
 * a store of which some keys are left opens with the old master key only, and the work is gone on with by that.
 */
export async function rewrap(scope: Scope, master: MasterKey): Promise<number> {
  const { keys, authority } = scope;
  let count = 0;
  // a key that came while the others were gone through is met at the next time
  for (let anew = -1; anew !== 0;) {
    [count, anew] = [0, 0];
    for await (const row of keys.stored.find({ authority, wrapped: { $gt: '' } })) {
      if (row.id === storeKeyId) continue;
      count += 1;
      if (await wrappedAnew(scope, row, master)) anew += 1;
    }
  }
  const own = await keys.stored.findOne({ _id: `${authority}/${storeKeyId}` });
  if (own) await wrappedAnew(scope, own, master);
  keys.use(master);
  return count + (own ? 1 : 0);
}

/** False when it was wrapped by the new master key already. */
async function wrappedAnew(scope: Scope, row: KeyDocument, master: MasterKey): Promise<boolean> {
  const { keys } = scope;
  const { _id, id, wrapped } = row;
  await scope.reached('rewrapping');
  if (opened(master, id, wrapped)) return false;
  const key = unwrap(keys.master, id, wrapped);
  // another server may destroy it meanwhile: then it stays destroyed
  await keys.stored.updateOne({ _id, wrapped }, { $set: { wrapped: wrap(master, key) } });
  return true;
}

function opened(master: MasterKey, id: string, wrapped: string): DataKey | undefined {
  try {
    return unwrap(master, id, wrapped);
  } catch {
    return undefined;
  }
}
