import type { Journey } from '#engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorityOf, chanceFor } from '../../../server/demo/index.ts';
import { caseloadOf, factsOf } from '../../../server/demo/caseload-of.ts';
import { storeFamily } from '../../../server/demo/store-family.ts';
import { everyJourney, journeysAnew } from '../../../server/journeys/index.ts';
import type { Store } from '../../../server/store/index.ts';
import type { Host } from '../../../server/host.ts';
import { demonstrationStore, type StoreOnDisk } from '../../support/demonstration-store.ts';
import { publishedVersions } from '../../support/shipped-version.ts';

const clock = { now: () => '2026-09-01T12:00:00.000Z' };
let place: StoreOnDisk;
let host: Host;

beforeAll(async () => {
  place = demonstrationStore();
  host = { store: place.store, clock, versions: await publishedVersions(place.store, clock) };
  const rows = await host.versions.list();
  const versions = await Promise.all(rows.map(({ id }) => host.versions.get(id)));
  const [{ calendar } = await host.versions.current()] = versions;
  const asked = { calendar, seed: 5, from: '2025-03-01', to: '2026-03-01', referrals: 12 };
  let many = 0;
  for (const plan of caseloadOf('small', asked)) {
    const version = versions[(many += 1) % versions.length];
    if (!version) throw new Error('no version came with the program');
    const chance = chanceFor(5, `walk ${plan.family.id}`);
    const authority = authorityOf(factsOf('small').staff);
    const stuck = (why: string): never => {
      throw new Error(why);
    };
    await storeFamily({ host, version, authority, chance, until: clock.now(), stuck }, plan);
  }
});
afterAll(() => place.remove());

/** Who held a family before is not in its history: of journeys made anew it is the one thing that is not known. */
const withoutHolders = (journeys: Journey[] | undefined) => journeys?.map(({ held: _, ...rest }) => rest);

it('journeys made anew of families on either version are those its commands made', async () => {
  const stored = await everyJourney(host);
  expect(stored.size).toBeGreaterThan(3);
  const versions = new Set<string>();
  for (const [id, made] of stored) {
    const anew = await journeysAnew(
      { ...host, store: { ...place.store, journeys: async () => undefined } },
      id,
    );
    expect({ ...anew, journeys: withoutHolders(anew?.journeys) }).toEqual({
      ...{ ...made, journeys: withoutHolders(made.journeys) },
    });
    for (const { held, version } of anew?.journeys ?? []) {
      versions.add(version);
      expect(held).toMatchObject([{ ...(made.team ? { team: made.team } : {}) }]);
    }
  }
  expect(versions.size).toBe(2);
});

it('a store without journeys, as an earlier release left it, has them made and kept at the first question', async () => {
  const { store } = host;
  const families = (await store.list('families', { reader: '' }, { limit: 5 })).rows;
  const bare = new Set(families.map(({ id }) => id));
  const kept = new Map<string, number>();
  const earlier: Store = {
    ...store,
    list: async (view, filter, page) => {
      const listed = await store.list(view, filter, page);
      if (view !== 'journeys') return listed;
      const rows = (listed.rows as { case: string; revision: number }[]).map((row) =>
        bare.has(row.case) ? { case: row.case, revision: row.revision } : row,
      );
      return { ...listed, rows: rows as typeof listed.rows };
    },
    keepJourneys: (made, revision) => {
      kept.set(made.case, revision);
      return store.keepJourneys(made, revision);
    },
  };
  const known = await everyJourney({ ...host, store: earlier });
  expect([...kept.keys()].sort()).toEqual([...bare].sort());
  for (const id of bare) {
    expect(await store.journeys(id)).toEqual(known.get(id));
    expect(kept.get(id)).toBe((await store.load(id))?.case.revision);
  }
  expect((await store.verify()).findings).toEqual([]);
});

it('journeys that other definitions made are made anew, and say as before who held the family when', async () => {
  const { store } = host;
  const [first] = (await store.list('journeys', {}, { limit: 1 })).rows;
  const made = first?.made;
  if (!made) throw new Error('no journeys');
  const held = [
    { team: 'team-1', from: '2025-03-01' },
    { team: 'team-2', worker: 'kim', from: '2025-06-01' },
  ];
  const other = made.journeys.map((one) => ({ ...one, held, tallies: [] }));
  await store.keepJourneys({ ...made, madeBy: 'others', journeys: other }, first.revision);
  const known = await everyJourney({ ...host, store: { ...store } });
  const journeys = made.journeys.map((one) => ({ ...one, held }));
  expect(known.get(made.case)).toEqual({ ...made, journeys });
  expect(await store.journeys(made.case)).toEqual({ ...made, journeys });
});
