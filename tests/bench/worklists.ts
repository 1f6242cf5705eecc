import { allAccounts, personFrom } from '../../server/access/index.ts';
import type { Person } from '../../server/access/index.ts';
import { systemClock } from '../../server/clock.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import type { Host } from '../../server/host.ts';
import { worklist, worklists } from '../../server/worklists/worklists.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { shippedVersion, shippedVersions } from '../support/shipped-version.ts';
import { fillCrowdedStore } from './crowded-store.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { journeysOf } from './journeys-of.ts';
import { afterChanges, once, within } from './limits.ts';
import { storeWith } from './sealed-journeys.ts';

const openTasks: Record<Profile, number> = { small: 2_000, large: 20_000 };
const TIMES = 20;

/** Worklists over three years of journeys and as many open tasks as there are at once: all counted, and each listed. */
export async function measureWorklists(profiles: Profile[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const profile of profiles) figures.push(...(await over(profile)));
  return figures;
}

async function over(profile: Profile): Promise<Figure[]> {
  const { store, remove } = demonstrationStore();
  try {
    const version = await shippedVersion();
    const host: Host = { store, clock: systemClock, versions: shippedVersions };
    const crowd = await fillCrowdedStore(host, version.calendar, openTasks[profile]);
    const busy = storeWith(journeysOf(profile, version, systemClock.now()), store);
    const full: Host = { ...host, store: busy.store };
    const reader = await headOfService(full);
    const { lists } = await worklists(full, reader, {});
    const line = async (name: string, ask: () => Promise<unknown>): Promise<Figure> => {
      const first = await once(ask);
      return within(profile, name, await afterChanges(ask, busy.change, TIMES), first);
    };
    const figures = [
      figure(`${profile}: open tasks`, crowd.openTasks, '', `${String(crowd.families)} families hold them`),
      await line('all lists counted', () => worklists(full, reader, {})),
    ];
    for (const { id, count } of lists) {
      figures.push(await line(`${id} (${String(count)})`, () => worklist(full, reader, id, {})));
    }
    return figures;
  } finally {
    await remove();
  }
}

async function headOfService(host: Host): Promise<Person> {
  const account = (await allAccounts(host.store)).find(({ roles }) => roles.includes('head-of-service'));
  if (!account) throw new Error('nobody is head of service');
  return personFrom(host, account);
}
