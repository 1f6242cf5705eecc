import { demonstrationStore } from '../support/demonstration-store.ts';
import { Practitioners, sendWell, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Pair } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import type { Store } from '../../server/store/index.ts';

export interface OnServer {
  pair: Pair;
  practitioners: Practitioners;
  /** the same store, opened a second time */
  store: Store;
  /** opens a new family to go on with */
  newFamily(): Promise<string>;
}

/** Runs a proof against the server as it runs in production, in a process of its own on a store on disk. */
export async function onServer<T>(seed: string, prove: (on: OnServer) => Promise<T>): Promise<T> {
  const { store, folder, remove } = demonstrationStore();
  await storePractitioners(store);
  const version = await shippedVersion();
  const server = await startServer(folder);
  try {
    const pair = await signInPair(server.address);
    const practitioners = new Practitioners({ store, version, seed });
    const newFamily = async (): Promise<string> => {
      const { case: id } = await sendWell<{ case: string }>(pair, practitioners.contact());
      await practitioners.opened(id);
      return id;
    };
    return await prove({ pair, practitioners, store, newFamily });
  } finally {
    await server.stop();
    await remove();
  }
}
