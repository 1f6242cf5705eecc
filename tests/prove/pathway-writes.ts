import type { Commit, PersonPut, Store } from '../../server/store/index.ts';
import { chanceFor, makeFamily } from '../../server/demo/index.ts';
import type { Plan } from '../../server/demo/index.ts';
import { demonstrationAuthority } from '../../server/demo/authority.ts';
import { storeFamily } from '../../server/demo/store-family.ts';
import { storeIn, temporaryFolder } from '../server/support/temporary-store.ts';
import { shippedVersion, shippedVersions } from '../support/shipped-version.ts';

/** One write of a family's way, as the server gives it to the store. */
export type Write = { kind: 'person'; put: PersonPut } | { kind: 'commit'; commit: Commit };

const referred = '2026-03-02T09:30:00.000Z';
const until = '2026-12-18T17:00:00.000Z';

/** A child in need, from the first contact until the work ends. */
const steer: Plan['steer'] = {
  contactOutcome: ['referral'],
  referralOutcome: ['assessment'],
  assessmentOutcome: ['child-in-need'],
  authorisation: ['authorise'],
};

/** Every write of one whole pathway, in order: a family is walked once, and what the store was given is kept. */
export async function pathwayWrites(most = 60, id = 'whole-pathway'): Promise<Write[]> {
  const folder = temporaryFolder();
  const store = storeIn(folder.path);
  const writes: Write[] = [];
  const listening: Store = {
    ...store,
    putPerson(put) {
      writes.push({ kind: 'person', put });
      return store.putPerson(put);
    },
    commit(commit) {
      writes.push({ kind: 'commit', commit });
      return store.commit(commit);
    },
  };
  try {
    const chance = chanceFor(1, id);
    const plan: Plan = { family: makeFamily(chance, id, '2026-03-02', 1), referred, steer };
    const host = { store: listening, clock: { now: () => until }, versions: shippedVersions };
    const version = await shippedVersion();
    await storeFamily(
      { ...{ host, version, chance, until, authority: demonstrationAuthority }, stuck: () => undefined },
      plan,
    );
    return writes.slice(0, most);
  } finally {
    await store.close();
    folder.remove();
  }
}
