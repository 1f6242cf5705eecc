import { personFrom } from '../../server/access/index.ts';
import type { Person } from '../../server/access/index.ts';
import { systemClock } from '../../server/clock.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import type { Host } from '../../server/host.ts';
import { measures, measuresOf, oneMeasure, practice } from '../../server/measures/index.ts';
import type { CaseJourneys, Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { shippedVersion, shippedVersions } from '../support/shipped-version.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { journeysOf, storeWith } from './journeys-of.ts';
import { Latencies } from './latencies.ts';

const limits: Record<Profile, number> = { small: 100, large: 300 };
const TIMES = 20;
/** For each of the measures, of which there are many. */
const TIMES_EACH = 5;

/** Measures over three years of an authority, one asked after another: as they stand, and after a family changed. */
export async function measureMeasures(profiles: Profile[] = ['small', 'large']): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const profile of profiles) figures.push(...(await over(profile)));
  return figures;
}

async function over(profile: Profile): Promise<Figure[]> {
  const { store, remove } = demonstrationStore();
  try {
    const made = journeysOf(profile, await shippedVersion(), systemClock.now());
    const busy = changing(storeWith(made, store), made);
    const host: Host = { store: busy.store, clock: systemClock, versions: shippedVersions };
    const reader = await headOfService(host);
    const first = new Latencies();
    await first.time(() => measures(host, reader, {}));
    const line = (name: string, took: Latencies): Figure =>
      figure(
        `${profile}: ${name}, p95`,
        took.at(0.95),
        'ms',
        `limit ${String(limits[profile])}; ${took.toString()}`,
      );
    const slowest = await each(host, reader, busy.change);
    return [
      figure(
        `${profile}: first question`,
        first.at(1),
        'ms',
        `${String(made.length)} families read and made ready`,
      ),
      line('all measures, nobody wrote', await times(() => measures(host, reader, {}))),
      line('all measures, a family changed', await times(() => measures(host, reader, {}), busy.change)),
      line(`one measure, the slowest (${slowest.id})`, slowest.took),
      line('practice, a family changed', await times(() => practice(host, reader, {}), busy.change)),
    ];
  } finally {
    await remove();
  }
}

async function each(host: Host, reader: Person, change: () => void) {
  const { measures: told } = await measuresOf();
  const all: { id: string; took: Latencies }[] = [];
  for (const { id } of told.measures) {
    all.push({ id, took: await times(() => oneMeasure(host, reader, id, {}), change, TIMES_EACH) });
  }
  return all.reduce((a, b) => (b.took.at(0.95) > a.took.at(0.95) ? b : a));
}

async function times(
  ask: () => Promise<unknown>,
  before: () => void = () => undefined,
  most = TIMES,
): Promise<Latencies> {
  const took = new Latencies();
  for (let count = 0; count < most; count += 1) {
    before();
    await took.time(ask);
  }
  return took;
}

/** A store in which a family is written to whenever it is told: its journeys are read anew before the next answer. */
function changing(store: Store, made: CaseJourneys[]): { store: Store; change: () => void } {
  const changed: string[] = [];
  const busy: Store = {
    ...store,
    changes: async (seen = 0) => ({
      changes: changed
        .slice(seen)
        .map((one, at) => ({ seq: seen + at + 1, case: one, kind: 'case', at: '' }) as never),
      latest: changed.length,
    }),
    journeys: async (id) => structuredClone(await store.journeys(id)),
  };
  let next = 0;
  return { store: busy, change: () => void changed.push(made[(next += 97) % made.length]?.case ?? '') };
}

/** Somebody who counts everybody and may see them: the longest way. */
async function headOfService(host: Host): Promise<Person> {
  const account = { userName: 'hal', displayName: 'Hal', roles: ['head-of-service'], team: 'practice-1' };
  return personFrom(host, { ...account, id: 'hal' } as never);
}
