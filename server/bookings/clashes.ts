import type { Day } from '#engine';
import { isClosed } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow, StoredDocument } from '../store/port.ts';
import { readAs } from '../withholding/index.ts';
import { bookedIn } from './keep-booked.ts';
import type { Booked } from './keep-booked.ts';

/** Something else on the same day: for whom, and when. Whose family it is about is not said. */
export interface Clash {
  whose: 'chair' | 'worker' | 'family';
  time?: string;
}

const most = 500;

/** What else is booked on a day for those whom a meeting of this family needs, as whoever asks may know of it. */
export async function clashesOn(
  host: Host,
  person: Person,
  family: Pick<FamilyRow, 'id' | 'worker'>,
  asked: { on: Day; chair?: string; task: string },
): Promise<Clash[]> {
  const { rows } = await host.store.list('documents', { kind: 'booking', owner: asked.on }, { limit: most });
  const others = (rows as StoredDocument<Booked>[]).filter(({ body }) => body.task !== asked.task);
  const found = others.map(async ({ body }): Promise<Clash[]> => {
    const concerned = whose(body, family, asked.chair);
    if (concerned.length === 0) return [];
    const read = await asReadBy(host, person, body);
    // a day of their own family that is withheld from them is not told of; a chair is taken all the same
    if (!read && body.case === family.id) return [];
    const time = timeOfDay.exec(read?.time ?? '')?.[1];
    return concerned.map((one) => ({ whose: one, ...(time === undefined ? {} : { time }) }));
  });
  return (await Promise.all(found)).flat();
}

/** The time that stands first in what was written; any other words are of that family's record. */
const timeOfDay = /^\s*((?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?:\s*[ap]m)?|\s*[ap]m))\b(?!\.\d)/i;

/** When it is, as this person may read it: of a family that is closed to them, or where it is withheld, nothing. */
async function asReadBy(
  host: Host,
  person: Person,
  booked: Booked,
): Promise<Pick<Booked, 'time'> | undefined> {
  const family = await host.store.family(booked.case);
  if (!family || isClosed(person, family)) return undefined;
  const reading = await readAs(host, booked.case, person.id);
  if (reading === host) return booked;
  const record = booked.record === undefined ? undefined : await reading.store.record(booked.record);
  return record && bookedIn(host, record);
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

const plainly = (name = ''): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
