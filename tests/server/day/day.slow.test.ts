import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, changeAccount } from '../../../server/access/index.ts';
import { toBooking } from '../support/to-conference.ts';
import { Workplace, days, type Family, type Said, type Who } from '../support/workplace.ts';

interface Line {
  kind: string;
  when: string;
  case: string;
  what: string;
  on?: string;
  says?: string;
  children: string[];
  by?: { on: string };
  time?: string;
  place?: string;
  task?: string;
  room?: true;
  booked?: string;
  minutes?: true;
  seen?: { name: string; on?: string }[];
  waits?: { why: string; by?: string };
}
interface Day {
  now: string;
  lines: Line[];
  asked: { rows: { kind: string; case: string; task?: string; by?: string }[] };
  changed: { rows: { case: string; by: string; says: string; at: string }[]; count: number };
  tasks: { count: number; toTake: number };
}

describe('the day of a person', () => {
  let place: Workplace;
  let family: Family;
  const booked = {
    conferenceOn: '2026-09-15',
    conferenceTime: '10:00',
    conferencePlace: 'Hill Street, room 4',
  };
  beforeAll(async () => {
    place = await Workplace.open();
    family = await toBooking(place, [
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-03-02' },
    ]);
    await place.complete(family, 'bea', 'book-conference', {}, ({ answers }) => {
      Object.assign(answers, { ...booked, chair: 'Cyd ' });
    });
  });
  afterAll(() => place.close());

  const day = async (name: Who): Promise<Day> => {
    const { status, body } = await (await place.as(name)).get<Day>('/api/day');
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const lines = async (name: Who, kind: string): Promise<Line[]> =>
    (await day(name)).lines.filter((line) => line.kind === kind);
  const away = async (name: Who, until: string) =>
    (await (await place.as(name)).post('/api/day/changes/away', { until })).status;

  it('has the steps of the queue by the same clocks, in the parts of the day they belong to', async () => {
    const queue = await (await place.as('sam')).get<{ tasks: Said[] }>('/api/tasks?view=mine');
    const due = new Map(queue.body.tasks.map(({ id, due: one }) => [id, one]));
    const tasks = await lines('sam', 'task');
    expect(tasks.length).toBeGreaterThan(0);
    for (const { task = '', on, says, when } of tasks) {
      expect(due.get(task)).toMatchObject({ on, says });
      expect([task, when]).not.toEqual([task, 'late']);
    }
    place.server.clock.pass(days(70));
    const later = await lines('sam', 'task');
    expect(later.map(({ when }) => when)).toContain('late');
    expect((await day('kim')).lines).toEqual([]);
    place.server.clock.pass(-days(70));
  });

  it('has a meeting with time and place for the worker and for whose name it has as chair, and for nobody else', async () => {
    const meeting = {
      on: booked.conferenceOn,
      time: '10:00',
      place: 'Hill Street, room 4',
      children: ['Ada Marsh', 'Ben Marsh'],
    };
    expect(await lines('sam', 'meeting')).toMatchObject([{ ...meeting, what: 'Hold the conference' }]);
    expect(await lines('cyd', 'meeting')).toMatchObject([meeting]);
    expect(await lines('kim', 'meeting')).toEqual([]);
    expect(await lines('bea', 'meeting')).toEqual([]);
    place.server.clock.pass(60);
    // the day that is put right is the day it takes place
    const { rows } = await place.server.store.list('records', { case: family.id });
    const record = rows.find(({ form }) => form === 'book-conference')?.id ?? '';
    const correction = { question: 'conferenceOn', value: '2026-09-16', reason: 'The room was taken' };
    const put = await (
      await place.as('tia')
    ).post(`/api/records/${record}/corrections`, { ...correction, commandId: place.command() });
    expect(put.status, JSON.stringify(put.body)).toBe(200);
    expect((await lines('sam', 'meeting')).map(({ on }) => on)).toEqual(['2026-09-16']);
  });

  it('says that a colleague waits: for a decision on what they wrote, or for what was sent back', async () => {
    place.server.clock.pass(60);
    await place.complete(family, 'sam', 'write-report');
    await place.give(family.id, 'authorise-report', 'tia');
    const { id } = await place.task(family.id, 'authorise-report');
    const asked = (await day('tia')).lines.find(({ task }) => task === id);
    expect(asked?.waits).toEqual({ why: 'authorise', by: 'sam' });
    await place.complete(family, 'tia', 'authorise-report', { authorisation: ['return'] });
    await place.give(family.id, 'write-report', 'sam');
    const back = (await lines('sam', 'task')).find(({ waits }) => waits);
    expect(back?.waits).toEqual({ why: 'returned', by: 'tia' });
    await place.complete(family, 'sam', 'write-report');
    // what nobody has is offered to whoever could decide on it
    const free = await place.task(family.id, 'authorise-report');
    expect(free.assignee).toBeUndefined();
    const queue = await (
      await place.as('tia')
    ).get<{ counts: { unallocated: number } }>('/api/tasks?view=unallocated');
    const { toTake } = (await day('tia')).tasks;
    expect([toTake > 0, toTake]).toEqual([true, queue.body.counts.unallocated]);
    const offered = async (name: Who) => (await day(name)).asked.rows.map(({ task }) => task);
    expect(await offered('tia')).toContain(free.id);
    expect(await offered('sam')).toEqual([]);
  });

  it('tells what others did, without a word of it, until it is put away', async () => {
    const { rows } = (await day('sam')).changed;
    expect(rows.map(({ by }) => by)).not.toContain('sam');
    expect(rows.map(({ says }) => says)).toContain('Authorise the report: completed for Ada and Ben');
    const corrected = rows.find(({ says }) => says.includes('correct'));
    expect(corrected?.says).toMatch(/: an answer corrected$/);
    expect(JSON.stringify(rows)).not.toMatch(/room was taken|September/);
    const { now } = await day('sam');
    expect(await away('sam', now)).toBe(200);
    expect((await day('sam')).changed).toMatchObject({ rows: [], count: 0, since: now });
    // an earlier moment brings nothing back, one to come hides nothing
    expect(await away('sam', '2026-01-01T00:00:00.000Z')).toBe(200);
    expect(await away('sam', '2027-01-01T00:00:00.000Z')).toBe(200);
    place.server.clock.pass(60);
    await place.complete(family, 'tia', 'authorise-report', { authorisation: ['authorise'] });
    expect((await day('sam')).changed.rows).toMatchObject([{ case: family.id, by: 'tia' }]);
  });

  it('opens the room to the chair and to who takes the minutes, and names the meeting to them', async () => {
    await place.complete(family, 'sam', 'share-report');
    await place.give(family.id, 'hold-conference', 'cyd');
    const { id } = await place.task(family.id, 'hold-conference');
    await place.server.signedIn('minute-taker', 'north', 'min');
    const named = await (await place.as('cyd')).put(`/api/meetings/${id}/minute-taker`, { account: 'min' });
    expect(named.status).toBe(200);
    const min = async () =>
      (await (await place.server.signedIn('minute-taker', 'north', 'min')).get<Day>('/api/day')).body.lines;
    const meeting = { kind: 'meeting', task: id, room: true, on: '2026-09-16' };
    expect(await lines('cyd', 'meeting')).toMatchObject([meeting]);
    expect(await min()).toMatchObject([{ ...meeting, minutes: true }]);
    expect((await lines('sam', 'meeting'))[0]?.room).toBeUndefined();
    const { store } = place.server;
    const account = await accountOf(store, 'min');
    if (!account) throw new Error('no account');
    await changeAccount(store, { ...account.body, conflicts: [family.id] }, account.revision);
    expect(await min()).toEqual([]);
  });

  it('has what was agreed in a meeting: the next one, visits with when each child was last seen, what is theirs to do', async () => {
    place.server.clock.pass(days(12));
    // a day that is over and of which nothing is recorded is still theirs, said once
    const { id } = await place.task(family.id, 'hold-conference');
    expect((await day('cyd')).lines.filter(({ task }) => task === id)).toMatchObject([
      { kind: 'meeting', booked: '2026-09-16', time: '10:00', room: true },
    ]);
    const decided = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
    await place.complete(family, 'cyd', 'hold-conference', decided, ({ answers }) => {
      answers['firstCoreGroupOn'] = '2026-09-25';
      answers['nextSteps'] = [
        { what: 'Find a nursery place', who: 'sam', agency: 'social-care', byWhen: '2026-09-22' },
      ];
    });
    const { lines: all } = await day('sam');
    expect(all.filter(({ booked: on }) => on)).toEqual([]);
    const core = all.find(({ kind, on }) => kind === 'meeting' && on === '2026-09-25');
    expect(core?.children).toEqual(['Ada Marsh', 'Ben Marsh']);
    expect(all.find(({ kind }) => kind === 'action')).toMatchObject({
      what: 'Find a nursery place',
      on: '2026-09-22',
    });
    // the first visit of the plan comes near: brothers and sisters on one line
    place.server.clock.pass(days(7));
    const facts = (await place.case(family.id)).happenings.filter(({ fact }) => fact === 'child-seen');
    const on = facts
      .map((one) => one.on)
      .sort()
      .at(-1);
    expect(on).toBeDefined();
    const seen = ['Ada Marsh', 'Ben Marsh'].map((name) => ({ name, on }));
    const visit = { what: 'Visit the child', seen };
    expect((await lines('sam', 'task')).filter((line) => line.seen)).toMatchObject([visit]);
    // a step that says it is not said again; where it is a colleague's, the child's worker still hears of it
    expect(await lines('sam', 'see')).toEqual([]);
    await place.give(family.id, 'visit-child', 'kim');
    expect(await lines('sam', 'see')).toMatchObject([{ what: 'First visit on the plan', seen }]);
  });

  it('is without a day that is withheld, and without a family that is closed to the reader', async () => {
    const part = await place.server.store.list('records', { case: family.id });
    const conference = part.rows.find(({ form }) => form === 'initial-conference')?.id ?? '';
    const about = async (): Promise<Line[]> =>
      (await day('sam')).lines.filter(({ case: id }) => id === family.id);
    const withheld = await (
      await place.as('hal')
    ).post(`/api/records/${conference}/withholdings`, {
      ...{ question: 'firstCoreGroupOn', from: { account: 'sam' }, reason: 'She is his sister' },
    });
    expect(withheld.status, JSON.stringify(withheld.body)).toBe(200);
    const left = await about();
    expect(left.map(({ on }) => on)).not.toContain('2026-09-25');
    expect(left.filter(({ seen }) => seen)).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    const closed = await (
      await place.as('hal')
    ).post(`/api/cases/${family.id}/restriction`, {
      ...{
        restriction: { to: ['hal', 'sam', 'bea', 'fay', 'kim'], contact: 'hal', shown: 'hidden' },
        reason: 'Staff',
        commandId: place.command(),
      },
    });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    const tells = async (name: Who) => JSON.stringify(await day(name)).includes(family.id);
    expect(await Promise.all((['sam', 'tia', 'cyd'] as const).map(tells))).toEqual([true, false, false]);
  });
});
