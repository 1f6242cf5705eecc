import { storeDocumentId, type Collections } from './collections.ts';
import { finishDisposals } from './dispose.ts';
import { drainAll } from './drain.ts';
import type { Scope } from './scope.ts';

/** Why nobody writes to a store that is being restored or moved into; only `take` does. */
export const arriving =
  'The store of MONGODB_URL is being restored or moved there and is not whole. Run that command again to its end, or drop the database and the one beside it that holds the keys.';

export const arrivingOther =
  'Another backup or store was begun to be put into the database of MONGODB_URL. Go on with that one, or drop the database and the one beside it that holds the keys.';

/** How long a server goes by what it read, in milliseconds; whoever freezes waits longer than that. */
const remembered = 1000;

/** Why nobody may write: asked of the database at most once a second. '' when everybody may. */
export function frozenReader({ store }: Collections): () => Promise<string> {
  let known: Promise<string> | undefined;
  let until = 0;
  return () => {
    const time = performance.now();
    if (known && time < until) return known;
    until = time + remembered;
    known = store
      .findOne({ _id: storeDocumentId }, { projection: { frozen: 1 } })
      .then((row) => row?.frozen ?? '');
    // a fault is told to whoever asked; the next one asks again
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
}

/**
 * Refuses every write of every server until it is lifted. Afterwards each has asked again, what was acknowledged stands
 * where it is read, and no disposal is left half done.
 */
export async function freeze(scope: Scope, reason = ''): Promise<void> {
  await scope.store.updateOne({ _id: storeDocumentId }, { $set: { frozen: reason } });
  await new Promise((done) => setTimeout(done, 2 * remembered));
  if (reason === '') return;
  await drainAll(scope);
  await finishDisposals(scope);
}
