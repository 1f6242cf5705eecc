import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../server/store/index.ts';

/** Wraps the keys of every place of the suite, so that what is dumped from one can be taken by another. */
export const masterOfTests = Buffer.alloc(32, 7);

/** What an adapter gives the suite: a fresh place, which may be opened more than once at a time. */
export interface Place {
  open(): Promise<Store>;
  /** time as the leases of this place see it */
  pass(milliseconds: number): void;
  remove(): Promise<void>;
}

/** A fresh place before each test; `another` opens it a further time. Everything is closed afterwards. */
export function withStore(makePlace: () => Promise<Place>) {
  let place: Place | undefined;
  let store: Store | undefined;
  const stores: Store[] = [];
  const here = (): Place => {
    if (!place) throw new Error('no place yet');
    return place;
  };
  const another = async (): Promise<Store> => {
    const opened = await here().open();
    stores.push(opened);
    return opened;
  };
  beforeEach(async () => {
    place = await makePlace();
    store = await another();
  });
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close().catch(() => undefined);
    await place?.remove();
  });
  return {
    another,
    place: here,
    store: (): Store => {
      if (!store) throw new Error('no store yet');
      return store;
    },
  };
}
