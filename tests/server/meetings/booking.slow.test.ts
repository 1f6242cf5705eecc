import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../server/access/index.ts';
import { clashesOn } from '../../../server/bookings/index.ts';
import { toBooking } from '../support/to-conference.ts';
import { Workplace, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface Booking {
  drafts: Record<string, { value: unknown; revision: number }>;
  booking: {
    due: { on: string; days: number }[];
    needs: { name: string; says: string }[];
    chairs: { id: string }[];
    expected: { name: string }[];
    known?: { is: string };
  };
}
interface Day {
  working: boolean;
  late?: boolean;
  days?: number;
  clashes: { whose: string; time?: string }[];
}

describe('the booking of a conference', () => {
  let place: Workplace;
  let [first, second]: [Family, Family] = [] as never;
  beforeAll(async () => {
    place = await Workplace.open();
    first = await toBooking(place, [{ first: 'Ada', born: '2019-03-02' }]);
    second = await toBooking(place, [{ first: 'Cai', born: '2018-03-02' }]);
    for (const family of [first, second]) await place.give(family.id, 'book-conference', 'bea');
  });
  afterAll(() => place.close());

  const taskOf = async (family: Family) => (await place.task(family.id, 'book-conference')).id;
  const page = async (family: Family, by: Who = 'bea') =>
    (await place.as(by)).get<Booking & Refusal>(`/api/bookings/${await taskOf(family)}`);
  const day = async (family: Family, on: string, chair?: string) =>
    (
      await (
        await place.as('bea')
      ).post<Day>(`/api/bookings/${await taskOf(family)}/day`, {
        ...{ on, ...(chair ? { chair } : {}) },
      })
    ).body;

  it('says by when, in working days, who could chair and who could be invited', async () => {
    const { booking } = (await page(first)).body;
    const clock = (await place.case(first.id)).clocks.find((one) => one.timescale === 'initial-conference');
    expect(booking.due.map(({ on }) => on)).toEqual([clock?.due]);
    expect(booking.chairs.map(({ id }) => id)).toEqual(['cyd']);
    expect(booking.expected.map(({ name }) => name)).toContain('Dana Marsh');
  });

  it('fills in which meeting it is where all the children agree on it, and asks where they do not', async () => {
    const read = async (family: Family) => {
      const { booking, drafts } = (await page(family)).body;
      return { known: booking.known?.is, filled: drafts['conferenceType'] };
    };
    const filled = expect.objectContaining({ value: 'initial', revision: 0 }) as unknown;
    expect(await read(first)).toEqual({ known: 'initial', filled });
    const unborn = await toBooking(place, [{ first: 'Baby', expected: '2026-12-24' }]);
    await place.give(unborn.id, 'book-conference', 'bea');
    expect((await read(unborn)).known).toBe('pre-birth');
    const both = await toBooking(place, [
      { first: 'Dot', born: '2017-03-02' },
      { first: 'Baby', expected: '2026-12-24' },
    ]);
    await place.give(both.id, 'book-conference', 'bea');
    expect(await read(both)).toEqual({ known: undefined, filled: undefined });
  });

  it('carries what people need from their own pages', async () => {
    expect((await page(first)).body.booking.needs).toEqual([]);
    const kept = await place.server.store.person(first.mother);
    const needs = { interpreterNeeded: true, firstLanguage: 'Polish', communicationNeeds: 'Hears badly' };
    await place.server.store.putPerson({
      ...{ id: first.mother, keys: kept?.keys ?? [], expecting: kept?.revision ?? 0 },
      ...{ body: { ...(kept?.body as object), ...needs }, by: 'bea', at: place.server.clock.now() },
    });
    expect((await page(first)).body.booking.needs).toEqual([
      { name: 'Dana Marsh', says: 'an interpreter (Polish); Hears badly' },
    ]);
  });

  it('says what a day means, and what else is on: of another family only that, and when', async () => {
    const [due] = (await page(second)).body.booking.due;
    expect(await day(second, due?.on ?? '')).toEqual({ working: true, late: false, days: 0, clashes: [] });
    expect(await day(second, '2026-12-25')).toMatchObject({ working: false, late: true });
    const booked = { conferenceOn: '2026-09-17', conferenceTime: '10am, at Ada’s school', chair: 'cyd' };
    await place.complete(first, 'bea', 'book-conference', {}, (answers) => {
      Object.assign(answers.answers, booked);
    });
    const { clashes } = await day(second, '2026-09-17', ' CYD ');
    expect(clashes.toSorted((a, b) => a.whose.localeCompare(b.whose))).toEqual([
      { whose: 'chair', time: '10am' },
      { whose: 'worker', time: '10am' },
    ]);
    expect((await day(second, '2026-09-17', 'somebody else')).clashes.map(({ whose }) => whose)).toEqual([
      'worker',
    ]);
    expect((await day(second, '2026-09-18', 'cyd')).clashes).toEqual([]);
  });

  it('says no time that is withheld from whoever asks, or of a family that is closed to them', async () => {
    const { rows } = await place.server.store.list('records', { case: first.id });
    const record = rows.find(({ form }) => form === 'book-conference')?.id ?? '';
    const withhold = async (question: string) => {
      const sent = { question, from: { account: 'bea' }, reason: 'She is his sister' };
      const { status } = await (await place.as('sam')).post(`/api/records/${record}/withholdings`, sent);
      expect(status).toBe(200);
    };
    const bea = { id: 'bea', name: 'bea', roles: [] } as unknown as Person;
    const again = () =>
      clashesOn(place.server, bea, first, { on: '2026-09-17', chair: 'cyd', task: 'another' });
    expect(await again()).toEqual([{ whose: 'family', time: '10am' }]);
    await withhold('conferenceTime');
    expect(await again()).toEqual([{ whose: 'family' }]);
    await withhold('conferenceOn');
    expect(await again()).toEqual([]);
    const others = [{ whose: 'chair' }, { whose: 'worker' }];
    expect((await day(second, '2026-09-17', 'cyd')).clashes).toEqual(others);
    const closed = { ...bea, id: 'kim', conflicts: [first.id] };
    const worker = (await place.server.store.family(second.id))?.worker ?? '';
    const asked = { on: '2026-09-17', chair: 'cyd', task: 'another' };
    expect(await clashesOn(place.server, closed, { id: second.id, worker }, asked)).toEqual(others);
    const open = [
      { whose: 'chair', time: '10am' },
      { whose: 'worker', time: '10am' },
    ];
    const kim = { ...bea, id: 'kim' };
    expect(await clashesOn(place.server, kim, { id: second.id, worker }, asked)).toEqual(open);
  });

  it('leaves in the audit that somebody asked what else is on', async () => {
    const { rows } = await place.server.store.list('audit', { case: second.id, actor: 'bea' });
    expect(rows.map(({ action }) => action)).toContain('read-bookings');
  });

  it('is for whoever may write it, and of a step that books', async () => {
    expect((await page(second, 'kim')).status).toBe(403);
    const { id } = await place.task(second.id, 'write-assessment');
    await place.give(second.id, 'write-assessment', 'sam');
    const other = await (await place.as('sam')).get<Refusal>(`/api/bookings/${id}`);
    expect(other).toMatchObject({ status: 422, body: { refusal: { reason: 'no-booking' } } });
  });
});
