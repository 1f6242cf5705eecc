import { formOf } from '#engine';
import type { CaseRecord, Day, Moment } from '#engine';
import type { Host } from '../host.ts';

/** A meeting that was booked, by the case and the step that booked it. */
export interface Booked {
  case: string;
  task: string;
  on: Day;
  /** in words, as it was written */
  time?: string;
  /** where, or how to join, in words */
  place?: string;
  /** who chairs it, in words */
  chair?: string;
  /** the account that held the family then */
  worker?: string;
  /** where it stands; bookings kept before this was noted have none */
  record?: string;
  by: string;
  at: Moment;
}

/** What a record books, as far as it is there: when, where, and who chairs. Most book nothing. */
export async function bookedIn(
  host: Host,
  record: CaseRecord,
): Promise<Pick<Booked, 'on' | 'time' | 'place' | 'chair'> | undefined> {
  const { booking } = formOf(await host.versions.get(record.version), record.form);
  const said = (id: string | undefined): string | undefined => {
    const value = id === undefined ? undefined : record.answers.answers[id];
    return typeof value === 'string' ? value : undefined;
  };
  const on = said(booking?.on);
  if (!booking || on === undefined) return undefined;
  const [time, place, chair] = [said(booking.time), said(booking.place), said(booking.chair)];
  return { on, ...(time ? { time } : {}), ...(place ? { place } : {}), ...(chair ? { chair } : {}) };
}

/** Keeps what a completed form booked, when it books a meeting; a later booking of the case stands in its place. */
export async function keepBooked(host: Host, record: CaseRecord): Promise<void> {
  const said = await bookedIn(host, record);
  if (!said) return;
  const family = await host.store.family(record.case);
  const booked: Booked = {
    ...{ case: record.case, task: record.task ?? '', record: record.id, by: record.by, at: record.at },
    ...said,
    ...(family?.worker ? { worker: family.worker } : {}),
  };
  // the next one of the same children is another meeting only when it is another day
  const id = `${record.case}/${record.children.toSorted().join('+')}`;
  const before = await host.store.document('booking', id);
  await host.store.put({
    ...{ kind: 'booking', id, body: booked, expecting: before?.revision ?? 0 },
    ...{ owner: said.on, about: record.case, case: record.case },
  });
}
