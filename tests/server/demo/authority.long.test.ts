import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../../server/cases/board.ts';
import {
  chanceFor,
  demonstrationPlans,
  makeDemonstration,
  storeCaseload,
  walkFamily,
  type Made,
} from '../../../server/demo/index.ts';
import type { Store } from '../../../server/store/index.ts';
import { shippedVersion, shippedVersions } from '../../support/shipped-version.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

const now = '2026-11-23T11:00:00.000Z';

describe('the invented authority in a new store', () => {
  let folder: TemporaryFolder;
  let store: Store;
  let made: Made;
  beforeAll(async () => {
    folder = temporaryFolder();
    store = storeIn(folder.path, { demonstration: true });
    made = await makeDemonstration({ store, clock: movingClock(now), versions: shippedVersions });
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });

  it('is made without a refusal', () => {
    expect(made.stuck).toEqual([]);
    expect(made.families).toBeGreaterThan(60);
  });

  it('has a family in every stage of the drawing', async () => {
    const counts = await store.countStages({ reader: 'anybody', today: '2026-11-23' });
    const { pathway } = await shippedVersion();
    const there = counts.map((count) => count.stage.id);
    expect(
      columnsOf(pathway)
        .map((stage) => stage.id)
        .filter((id) => !there.includes(id)),
    ).toEqual([]);
  });

  it('has work for everyone who does work: given, and waiting to be given', async () => {
    for (const assignee of ['ellie-marsh', 'tom-hadley', 'priya-anand', 'ruth-okafor']) {
      expect(await store.countTasks({ reader: assignee, assignee }), assignee).toBeGreaterThan(0);
    }
    expect(await store.countTasks({ reader: 'x', given: false })).toBeGreaterThan(0);
    expect(await store.countDone('ellie-marsh', { reader: 'ellie-marsh' })).toBeGreaterThan(0);
  });

  it('has a history that is whole', async () => {
    const report = await store.verify();
    expect(report.findings).toEqual([]);
    expect(report.cases).toBe(made.families);
  });

  it('pins the network that each record showed', async () => {
    const { rows } = await store.list('families', { reader: 'x' }, { limit: 500 });
    for (const family of rows) {
      const network = await store.part(family.id, 'network');
      const stored = await store.load(family.id);
      expect(stored?.case.blocks['network'], family.id).toBe(network?.revision);
    }
  });
});

describe('the families of a demonstration', () => {
  it.each(['2026-12-28T09:00:00.000Z'])(
    'get where they are meant to on %s, none is left half way',
    async (moment) => {
      const version = await shippedVersion();
      const stuck: string[] = [];
      for (const plan of demonstrationPlans(11, version, moment)) {
        const walker = {
          ...{ version, chance: chanceFor(11, plan.family.id), until: moment },
          stuck: (why: string) => stuck.push(`${plan.family.id}: ${why}`),
          staffFor: (role: string, notBy?: string) => (notBy === role ? `${role}-2` : role),
        };
        const walk = walkFamily(walker, plan);
        for (let next = walk.next(); !next.done; next = walk.next(next.value.change.case)) continue;
      }
      expect(stuck).toEqual([]);
    },
  );
});

describe('a caseload in a store', () => {
  it('is walked on the engine up to now, with families that come back, and says how far it is', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder.path);
    const host = { store, clock: movingClock(now), versions: shippedVersions };
    const { calendar } = await shippedVersion();
    const said: number[] = [];
    // the first of November 2025 is a Saturday: the first family is referred on the Monday
    const asked = { calendar, seed: 5, from: '2025-11-01', to: '2026-02-28', referrals: 25 };
    const so = await storeCaseload(host, 'small', asked, ({ families }) => said.push(families));
    expect(so.stuck).toEqual([]);
    expect(said).toEqual(Array.from({ length: so.families }, (_, at) => at + 1));
    const { rows } = await store.list('families', { reader: 'x' }, { limit: 500 });
    const cases = await Promise.all(rows.map((row) => store.load(row.id)));
    const episodes = cases.flatMap((one) => one?.case.children.map((child) => child.episodes.length) ?? []);
    expect(Math.max(...episodes)).toBeGreaterThan(1);
    await store.close();
    folder.remove();
  });
});
