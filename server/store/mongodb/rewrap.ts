import { unwrap, wrap, type MasterKey } from '../keys.ts';
import type { DataKey } from '../sealing.ts';
import type { Scope } from './scope.ts';

/**
 * Wraps every key anew. One that is wrapped by the new master key already is passed over, so that the work can be
 * gone on with after it broke off.
 */
export async function rewrap({ keys, authority }: Scope, master: MasterKey): Promise<number> {
  let count = 0;
  for await (const { _id, id, wrapped } of keys.stored.find({ authority, wrapped: { $gt: '' } })) {
    const key = opened(keys.master, id, wrapped);
    if (key) {
      // another server may destroy it meanwhile: then it stays destroyed
      await keys.stored.updateOne({ _id, wrapped }, { $set: { wrapped: wrap(master, key) } });
    } else unwrap(master, id, wrapped);
    count += 1;
  }
  keys.use(master);
  return count;
}

function opened(master: MasterKey, id: string, wrapped: string): DataKey | undefined {
  try {
    return unwrap(master, id, wrapped);
  } catch {
    return undefined;
  }
}
