import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, personFrom, type Person } from '../../../server/access/index.ts';
import type { Store } from '../../../server/store/port.ts';
import { definitionOf } from '../../../server/worklists/index.ts';
import { stepsOf } from '../../../server/worklists/steps.ts';
import { handOver } from '../../../server/tasks/hand-over.ts';
import { Workplace, days, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface Row {
  id: string;
  case: string;
  caseName: string;
  what: string;
  task?: string;
  says: string;
  late: boolean;
  days: number;
  worker?: { id: string };
  reason?: { says: string; by?: string };
  escalation?: string;
  does: string[];
}
interface Lists {
  lists: { id: string; count: number }[];
}

describe('worklists', () => {
  let place: Workplace;
  let ada: Family;
  let ben: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    ada = await place.toAssessment([{ first: 'Ada', born: '2019-03-02' }]);
    ben = await place.openFamily([{ first: 'Ben', born: '2020-03-02' }], 'Birch');
    await place.complete(ben, 'bea', 'record-contact');
  });
  afterAll(() => place.close());

  const rows = async (name: Who, list: string, query = ''): Promise<Row[]> =>
    (await (await place.as(name)).get<{ rows: Row[] }>(`/api/worklists/${list}${query}`)).body.rows;
  const counted = async (name: Who, list: string): Promise<number | undefined> =>
    (await (await place.as(name)).get<Lists>('/api/worklists')).body.lists.find(({ id }) => id === list)
      ?.count;
  const said = async (family: Family): Promise<string[]> => {
    const hal = await place.as('hal');
    const page = await hal.get<{ entries: { says: string }[] }>(`/api/cases/${family.id}/history`);
    return page.body.entries.map(({ says }) => says);
  };
  const act = async (name: Who, url: string, body: object) =>
    (await place.as(name)).post<Refusal & { id: string; results: { ok: boolean; message?: string }[] }>(url, {
      ...{ commandId: place.command(), ...body },
    });

  it('count what they list, for every list', async () => {
    place.server.clock.pass(days(4));
    for (const { id, count } of (await (await place.as('tia')).get<Lists>('/api/worklists')).body.lists) {
      expect([id, (await rows('tia', id)).length]).toEqual([id, count]);
    }
  });

  it('have every step that books a meeting among what is to be booked, whichever timescale dates it', async () => {
    const steps = await stepsOf(place.server, definitionOf('to-book') ?? {});
    expect(new Set(steps)).toEqual(
      new Set(['book-conference', 'rebook-conference', 'book-review', 'rebook-review']),
    );
  });

  it('say of a late task whose it is, by how much it is late, and what can be done with it', async () => {
    const late = await rows('tia', 'late');
    const screening = late.find(({ case: id }) => id === ben.id);
    expect(screening).toMatchObject({ caseName: 'Birch', late: true, worker: { id: 'fay' } });
    expect(screening?.says).toMatch(/late$/);
    expect(screening?.does).toEqual(['open', 'give', 'explain', 'oversee', 'escalate', 'reopen']);
    expect((await rows('sam', 'late')).find(({ case: id }) => id === ben.id)?.does).toEqual(['open']);
  });

  it('let a late task go once it is explained; its reason stands beside it and in the history', async () => {
    const [one] = await rows('tia', 'late');
    const before = await counted('tia', 'late');
    const url = `/api/tasks/${one?.task ?? ''}/lateness`;
    expect((await act('sam', url, { reason: 'Not mine to say' })).status).toBe(403);
    expect((await act('tia', url, { reason: 'The referrer was away' })).status).toBe(200);
    expect(await counted('tia', 'late')).toBe((before ?? 0) - 1);
    expect((await rows('tia', 'late')).map(({ id }) => id)).not.toContain(one?.id);
    const [dealt] = await rows('tia', 'late-dealt-with');
    expect(dealt).toMatchObject({ id: one?.id, reason: { says: 'The referrer was away', by: 'tia' } });
    const family = one?.case === ada.id ? ada : ben;
    expect((await said(family))[0]).toContain('why it is late: The referrer was away');
    place.server.clock.pass(days(29));
    expect((await rows('tia', 'late')).map(({ id }) => id)).toContain(one?.id);
  });

  it('say why work is late to whoever may read the family, and is shown all of it', async () => {
    const [late] = await rows('tia', 'late');
    await act('tia', `/api/tasks/${late?.task ?? ''}/lateness`, { reason: 'The mother was in hospital' });
    const seen = async (name: Who) => {
      const row = (await rows(name, 'late-dealt-with', '?team=all')).find(({ task }) => task === late?.task);
      return row && (row.reason?.says ?? 'not told');
    };
    expect([await seen('tia'), await seen('kim')]).toEqual(Array(2).fill('The mother was in hospital'));
    // business support has work of the service, and reads families of whom they have a task
    expect(await seen('bea')).toBe('not told');
    const records = await place.server.store.list('records', { case: late?.case ?? '' });
    const contact = records.rows.find(({ answers }) => 'referralSource' in answers.answers);
    const withheld = await (
      await place.as('hal')
    ).post(`/api/records/${contact?.id ?? ''}/withholdings`, {
      ...{ question: 'referralSource', from: { account: 'kim' }, reason: 'It was her sister.' },
    });
    expect(withheld.status).toBe(200);
    expect([await seen('tia'), await seen('kim')]).toEqual(['The mother was in hospital', 'not told']);
  });

  it('let a late task go once a manager’s oversight is recorded, and the child with it', async () => {
    place.server.clock.pass(days(60));
    const about = (found: Row[]): Row[] => found.filter(({ case: id }) => id === ada.id);
    const late = about(await rows('tia', 'late')).map(({ says }) => says);
    expect(late).not.toEqual([]);
    const [missing] = about(await rows('tia', 'no-oversight'));
    expect(missing?.does).toEqual(['oversee', 'escalate', 'reopen']);
    // the same clock is said alike on every list
    const [unseen, ...more] = about(await rows('tia', 'unseen'));
    expect([late.includes(unseen?.says ?? ''), more]).toEqual([true, []]);
    const lists = await (await place.as('tia')).get<Lists & { oversight: string }>('/api/worklists');
    const answers = {
      heldOn: place.server.clock.now().slice(0, 10),
      hypothesis: 'x',
      supervisionDecision: 'y',
    };
    const added = await act('tia', `/api/cases/${ada.id}/additions/${lists.body.oversight}`, {
      ...{ children: ada.children, answers, perChild: { [ada.children[0] ?? '']: { newWorry: 'no' } } },
    });
    expect([added.status, added.body.refusal?.findings]).toEqual([200, undefined]);
    expect(about(await rows('tia', 'late'))).toEqual([]);
    expect(about(await rows('tia', 'no-oversight'))).toEqual([]);
    expect(about(await rows('tia', 'late-dealt-with'))).not.toEqual([]);
    expect(about(await rows('tia', 'unseen'))).toHaveLength(1);
    place.server.clock.pass(days(29));
  });

  it('tell a service manager what stayed late a day, and bring what was taken further to the top', async () => {
    const late = await rows('sue', 'escalated');
    expect(late.length).toBeGreaterThan(0);
    const url = `/api/cases/${ada.id}/escalations`;
    const nobody = await act('tia', url, { to: { role: 'solicitor' }, reason: 'Stuck' });
    expect([nobody.status, nobody.body.refusal.reason]).toEqual([422, 'nobody-there']);
    const sent = await act('tia', url, { to: { role: 'service-manager' }, reason: 'It is not working' });
    expect(sent.status).toBe(200);
    const [first] = await rows('sue', 'escalated');
    expect(first).toMatchObject({
      escalation: sent.body.id,
      reason: { says: 'It is not working', by: 'tia' },
    });
    expect(first?.does).toContain('answer');
    expect((await rows('tom', 'escalated')).map(({ id }) => id)).not.toContain(sent.body.id);
    expect((await said(ada))[0]).toBe('Taken further to service manager: It is not working');
  });

  it('let go of what was answered, by whom it went to only; the history says what was decided', async () => {
    const [first] = await rows('sue', 'escalated');
    const url = `/api/cases/${ada.id}/escalations/${first?.escalation ?? ''}/answer`;
    expect((await act('tia', url, { says: 'I decide' })).status).toBe(403);
    expect((await act('sue', url, { says: 'A second worker from Monday' })).status).toBe(200);
    expect((await act('sue', url, { says: 'Something else' })).status).toBe(409);
    expect((await rows('sue', 'escalated')).map(({ id }) => id)).not.toContain(first?.id);
    expect((await said(ada))[0]).toBe('Answered what was taken further: A second worker from Monday');
  });

  it('reach nobody through a family that is closed to them', async () => {
    const to = ['hal'];
    const restriction = { to: [...to, 'sam', 'fay', 'tia'], contact: 'Hal', shown: 'hidden' };
    await act('hal', `/api/cases/${ben.id}/restriction`, { restriction, reason: 'Staff' });
    const sent = await act('tia', `/api/cases/${ben.id}/escalations`, {
      ...{ to: { role: 'service-manager' }, reason: 'Nobody of them may know' },
    });
    expect(sent.body.refusal.reason).toBe('nobody-there');
    const colleague = { to: { account: 'sue' }, reason: 'Nor she' };
    expect((await act('tia', `/api/cases/${ben.id}/escalations`, colleague)).status).toBe(422);
    expect((await rows('sue', 'late')).map(({ case: id }) => id)).not.toContain(ben.id);
    expect((await rows('tia', 'late')).map(({ case: id }) => id)).toContain(ben.id);
  });

  it('list what a manager may authorise once it is written, and reopen a decision', async () => {
    expect(await rows('tia', 'to-authorise')).toEqual([]);
    await place.complete(ada, 'sam', 'write-assessment');
    const waits = await rows('tia', 'to-authorise');
    expect(waits.map(({ case: id }) => id)).toEqual([ada.id]);
    expect(await rows('sam', 'to-authorise')).toEqual([]);
    const tia = await place.as('tia');
    const found = await tia.get<{ decisions: { record: string; what: string }[] }>(
      `/api/cases/${ada.id}/decisions`,
    );
    const record = found.body.decisions[0]?.record ?? '';
    expect(
      (await act('tia', `/api/records/${record}/reopening`, { reason: 'See the child again' })).status,
    ).toBe(200);
    expect(await rows('tia', 'to-authorise')).toEqual([]);
  });

  it('hand families over with the open tasks of the worker before, each with its own answer', async () => {
    const cases = [ada.id, 'no-such-family'];
    const handed = await act('tia', '/api/cases/hand-over', { cases, to: 'kim', reason: 'Sam is moving on' });
    expect(handed.body.results).toEqual([
      { case: ada.id, ok: true, tasks: 1 },
      { case: 'no-such-family', ok: false, message: expect.any(String) as string },
    ]);
    expect((await place.server.store.family(ada.id))?.worker).toBe('kim');
    expect((await place.task(ada.id, 'write-assessment')).assignee).toBe('kim');
    expect(await said(ada)).toContain('The family was handed to kim: Sam is moving on');
    const back = await act('tia', '/api/cases/hand-over', { cases: [ada.id], to: 'bea', reason: 'x' });
    expect(back.body.results[0]?.ok).toBe(false);
    const { rows: trail } = await place.server.store.list('audit', { case: ada.id, actor: 'tia' });
    const entries = trail.filter(({ action }) => action === 'hand-over');
    expect(entries.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['refused', 'not-their-role'],
      ['ok', undefined],
    ]);
  });

  it('leave a task with whoever took it in the same moment', async () => {
    const { server } = place;
    const task = await place.task(ada.id, 'write-assessment');
    const account = (await accountOf(server.store, 'tia'))?.body;
    const tia = account && (await personFrom(server, account));
    // tom takes it between what was looked at first and what is decided
    let took: Promise<unknown> | undefined;
    const load: Store['load'] = async (...asked) => {
      took ??= place.give(ada.id, 'write-assessment', 'tom');
      await took;
      return server.store.load(...asked);
    };
    const store = new Proxy(server.store, {
      get: (target, name: keyof Store) => (name === 'load' ? load : target[name]),
    });
    const asked = { cases: [ada.id], to: 'sam', reason: 'Kim is away', commandId: place.command() };
    const host = { store, clock: server.clock, versions: server.versions };
    expect(await handOver(host, tia as Person, asked)).toEqual([{ case: ada.id, ok: true, tasks: 0 }]);
    expect((await server.store.task(task.id))?.assignee).toBe('tom');
  });
});
