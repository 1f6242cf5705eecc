import type { Day, Moment } from '#engine';
import { refuseWrite } from '../errors.ts';
import type { Store } from '../store/port.ts';

/** A version published here: from when, and for whom, new cases start on it. */
export interface Scheduled {
  version: string;
  name: string;
  publication: string;
  effective: Day;
  team?: string;
  at: Moment;
}

const ID = 'published-versions';
const tries = 5;

/** What was published in the product, the oldest first. Empty: new cases start on what came with the program. */
export async function scheduleOf(store: Store): Promise<Scheduled[]> {
  const kept = await store.document<{ published: Scheduled[] }>('setting', ID);
  return kept?.body.published ?? [];
}

/** Adds a publication; one that is there already stays as it is. */
export async function addToSchedule(store: Store, entry: Scheduled): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const kept = await store.document<{ published: Scheduled[] }>('setting', ID);
    const published = kept?.body.published ?? [];
    if (published.some((one) => one.publication === entry.publication)) return;
    const body = { published: [...published, entry] };
    const put = await store.put({ kind: 'setting', id: ID, body, expecting: kept?.revision ?? 0 });
    if (put.ok) return;
    if (put.reason !== 'conflict' || tried === tries) return refuseWrite(put);
  }
}

/** What new cases of a team start on, on a day: the latest that has come into effect for everyone, or for that team. */
export function startingOn(schedule: Scheduled[], today: Day, team?: string): Scheduled | undefined {
  return schedule
    .filter((one) => one.effective <= today && (one.team === undefined || one.team === team))
    .toSorted((a, b) => a.effective.localeCompare(b.effective) || a.at.localeCompare(b.at))
    .at(-1);
}
