import type { Day } from '#engine';
import { isClosed } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { readAs } from '../withholding/index.ts';
import { bookedAsRead, bookedOn } from './as-read.ts';
import type { Booked } from './keep-booked.ts';

/** Something else on the same day: for whom, and when. Whose family it is about is not said. */
export interface Clash {
  whose: 'chair' | 'worker' | 'family';
  time?: string;
}

/** What else is booked on a day for those whom a meeting of this family needs, as whoever asks may know of it. */
export async function clashesOn(
  host: Host,
  person: Person,
  family: Pick<FamilyRow, 'id' | 'worker'>,
  asked: { on: Day; chair?: string; task: string },
): Promise<Clash[]> {
  const others = (await bookedOn(host, asked.on)).filter((booked) => booked.task !== asked.task);
  const found = others.map(async (booked): Promise<Clash[]> => {
    const concerned = whose(booked, family, asked.chair);
    if (concerned.length === 0) return [];
    const read = await asReadBy(host, person, booked);
    // a day of their own family that is withheld from them is not told of; a chair is taken all the same
    if (!read && booked.case === family.id) return [];
    const time = timeOfDay.exec(read?.time ?? '')?.[1];
    return concerned.map((one) => ({ whose: one, ...(time === undefined ? {} : { time }) }));
  });
  return (await Promise.all(found)).flat();
}

/** The time that stands first in what was written; any other words are of that family's record. */
const timeOfDay = /^\s*((?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?:\s*[ap]m)?|\s*[ap]m))\b(?!\.\d)/i;

/** When it is, as this person may read it: of a family that is closed to them, or where it is withheld, nothing. */
async function asReadBy(host: Host, person: Person, booked: Booked): Promise<Booked | undefined> {
  const family = await host.store.family(booked.case);
  if (!family || isClosed(person, family)) return undefined;
  return bookedAsRead(host, await readAs(host, booked.case, person.id), booked);
}

function whose(
  booked: Booked,
  { id, worker }: Pick<FamilyRow, 'id' | 'worker'>,
  chair = '',
): Clash['whose'][] {
  if (booked.case === id) return ['family'];
  return [
    ...(plainly(chair) !== '' && plainly(booked.chair) === plainly(chair) ? (['chair'] as const) : []),
    ...(worker !== undefined && booked.worker === worker ? (['worker'] as const) : []),
  ];
}

/** Names are told apart by what stands in them, not by how it was typed. */
export const plainly = (name = ''): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
