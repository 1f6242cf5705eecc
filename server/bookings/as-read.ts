import type { Day } from '#engine';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store/port.ts';
import { bookedIn } from './keep-booked.ts';
import type { Booked } from './keep-booked.ts';

const most = 500;

/** Everything that is booked on a day, of every family: what of it may be told is for whoever asks to find out. */
export async function bookedOn({ store }: Host, day: Day): Promise<Booked[]> {
  const { rows } = await store.list('documents', { kind: 'booking', owner: day }, { limit: most });
  return (rows as StoredDocument<Booked>[]).map(({ body }) => body);
}

/** What is booked for a family, as whoever `reading` is for may read it. */
export async function bookedFor(host: Host, reading: Host, caseId: string): Promise<Booked[]> {
  const { rows } = await host.store.list('documents', { kind: 'booking', about: caseId }, { limit: most });
  const found = await Promise.all(
    (rows as StoredDocument<Booked>[]).map(({ body }) => bookedAsRead(host, reading, body)),
  );
  return found.filter((one) => one !== undefined);
}

/** A booking by its record, as they may read that; where its day is withheld from them, nothing. */
export async function bookedAsRead(host: Host, reading: Host, booked: Booked): Promise<Booked | undefined> {
  if (reading === host) return booked;
  const record = booked.record === undefined ? undefined : await reading.store.record(booked.record);
  const said = record && (await bookedIn(host, record));
  if (!said) return undefined;
  const { time: _, place: __, chair: ___, ...rest } = booked;
  return { ...rest, ...said };
}
