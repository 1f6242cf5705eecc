import { personFrom } from '../../server/access/index.ts';
import type { Person } from '../../server/access/index.ts';
import { systemClock } from '../../server/clock.ts';
import { storeAuthority } from '../../server/demo/authority.ts';
import { factsOf } from '../../server/demo/caseload-of.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import { authorityOf } from '../../server/demo/index.ts';
import type { Host } from '../../server/host.ts';
import { everyJourney } from '../../server/journeys/index.ts';
import { measures, measuresOf, oneMeasure, practice } from '../../server/measures/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { shippedVersion, shippedVersions } from '../support/shipped-version.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { journeysOf } from './journeys-of.ts';
import { afterChanges, once, within } from './limits.ts';
import { storeWith } from './sealed-journeys.ts';

const TIMES = 20;

/** Measures over three years of an authority, one asked after another, each after a family changed. */
export async function measureMeasures(profiles: Profile[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const profile of profiles) figures.push(...(await over(profile)));
  return figures;
}

async function over(profile: Profile): Promise<Figure[]> {
  const { store, remove } = demonstrationStore();
  try {
    const made = journeysOf(profile, await shippedVersion(), systemClock.now());
    const busy = storeWith(made, store);
    const host: Host = { store: busy.store, clock: systemClock, versions: shippedVersions };
    await storeAuthority(host, authorityOf(factsOf(profile).staff));
    const head = await reader(host, { id: 'hal', roles: ['head-of-service'] });
    const manager = await reader(host, { id: 'tia', roles: ['team-manager'], team: 'team-1' });
    const read = await once(() => everyJourney(host));
    const asked = async (name: string, ask: () => Promise<unknown>): Promise<Figure> => {
      const first = await once(ask);
      return within(profile, name, await afterChanges(ask, busy.change, TIMES), first);
    };
    const lines = [figure(`${profile}: families read`, read, 'ms', `${String(made.length)} families`)];
    const { measures: told } = await measuresOf();
    for (const { id } of told.measures) lines.push(await asked(id, () => oneMeasure(host, head, id, {})));
    return [
      ...lines,
      await asked('all measures', () => measures(host, head, {})),
      await asked('all measures, other days', () => measures(host, head, otherDays)),
      await asked('all measures, one team', () => measures(host, manager, {})),
      await asked('practice', () => practice(host, head, {})),
    ];
  } finally {
    await remove();
  }
}

const otherDays = { from: '2026-01-12', to: '2026-06-19' };

/** Whoever counts everybody and may see them, the longest way; and whoever counts a team. */
function reader(host: Host, account: { id: string; roles: string[]; team?: string }): Promise<Person> {
  return personFrom(host, { userName: account.id, displayName: account.id, ...account } as never);
}
