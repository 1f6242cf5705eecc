import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { whoManages } from '../../../server/glass/index.ts';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

describe('breaking the glass', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
  });
  afterAll(() => place.close());

  const far = () => place.server.signedIn('social-worker', 'elsewhere', 'far');
  const reason = { code: 'duty', text: 'The police are at the door of the family.' };
  const breakIt = async (body: object = reason) =>
    (await far()).post<{ until: string } & Refusal>(`/api/cases/${family.id}/break-glass`, body);

  it('opens a family of another service for reading, for four hours, and never for writing', async () => {
    const before = await far();
    expect((await before.get<Refusal>(`/api/cases/${family.id}`)).body.refusal.reason).toBe('out-of-reach');
    expect((await breakIt()).body.until).toBe('2026-09-01T13:00:00.000Z');
    const browser = await far();
    expect((await browser.get(`/api/cases/${family.id}`)).status).toBe(200);
    const note = { answers: {}, perChild: {}, children: family.children, commandId: 'x' };
    const written = await browser.post<Refusal>(`/api/cases/${family.id}/additions/case-note`, note);
    expect(written.body.refusal.reason).toBe('out-of-reach');
  });

  it('tells whoever holds the family and whoever manages them, who put it away when they have read it', async () => {
    for (const name of ['sam', 'tia', 'tom'] as const) {
      const told = await (await place.as(name)).get<{ id: string; says: string }[]>('/api/notices');
      expect(told.body.map(({ says }) => says)).toEqual([
        'far opened the record of Marsh: I am on duty and the team that holds the family cannot be reached.',
      ]);
    }
    const sam = await place.as('sam');
    const [notice] = (await sam.get<{ id: string }[]>('/api/notices')).body;
    const other = await (await place.as('kim')).post(`/api/notices/${notice?.id ?? ''}/read`);
    expect(other.status).toBe(404);
    await sam.post(`/api/notices/${notice?.id ?? ''}/read`);
    expect((await sam.get('/api/notices')).body).toEqual([]);
  });

  it('asks for a reason of the list and for words', async () => {
    expect((await breakIt({ ...reason, code: 'curious' })).body.refusal.reason).toBe('reason');
    expect((await breakIt({ ...reason, text: '' })).status).toBe(400);
  });

  it('stands in the audit with its family, whoever it was and whatever was read', async () => {
    const { rows } = await place.server.store.list('audit', { actor: 'far', case: family.id });
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
      expect.arrayContaining(['read-family refused', 'break-glass ok', 'read-family ok']),
    );
  });

  it('ends by itself', async () => {
    place.server.clock.pass(4 * 60 * 60);
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(403);
  });

  it('opens so many families a day to one account, and no more', async () => {
    const { store } = place.server;
    await store.put({ kind: 'setting', id: 'break-glass', body: { mostInADay: 2 }, expecting: 0 });
    expect((await breakIt()).status).toBe(200);
    const third = await breakIt();
    expect([third.status, third.body.refusal.reason]).toEqual([429, 'too-many-opened']);
    place.server.clock.pass(24 * 60 * 60);
    expect((await breakIt()).status).toBe(200);
  });

  it('opens nothing where those who are told cannot be', async () => {
    const { store, clock } = place.server;
    clock.pass(5 * 60 * 60);
    const put = store.put.bind(store);
    const spy = vi
      .spyOn(store, 'put')
      .mockImplementation((document) =>
        document.kind === 'notice'
          ? Promise.resolve({ ok: false, reason: 'unavailable' } as const)
          : put(document),
      );
    expect((await breakIt()).status).toBe(500);
    spy.mockRestore();
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(403);
  });

  it('is told to the next above, where a team has no manager or its manager is the one', async () => {
    const { store } = place.server;
    expect(await whoManages(store, 'north', 'tia')).toEqual(['tom']);
    expect(await whoManages(store, 'south', 'tia')).toEqual(['sue']);
    expect(await whoManages(store, 'south', 'sue')).toEqual(['hal']);
    expect(await whoManages(store, undefined, 'far')).toEqual(['hal']);
  });

  it('never opens a restricted family, nor for whoever has no right to break it', async () => {
    const business = await (
      await place.as('bea')
    ).post<Refusal>(`/api/cases/${family.id}/break-glass`, reason);
    expect(business.body.refusal.reason).toBe('no-right');
    const restriction = { to: ['hal', 'sam', 'tia', 'fay', 'bea'], contact: 'Hal', shown: 'exists' };
    const hal = await place.as('hal');
    const body = { restriction, reason: 'An aunt works here', commandId: place.command() };
    await hal.post(`/api/cases/${family.id}/restriction`, body);
    expect((await breakIt()).body.refusal).toMatchObject({ reason: 'restricted' });
  });
});

describe('a performance officer', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await Workplace.open();
    await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
  });
  afterAll(() => place.close());

  interface Board {
    columns: { cards: { name: string; children: { name: string }[] }[] }[];
  }
  const officer = () => place.server.signedIn('performance-officer', 'north', 'per');
  const names = async (): Promise<string[]> => {
    const { body } = await (await officer()).get<Board>('/api/stages');
    return body.columns.flatMap(({ cards }) =>
      cards.flatMap((card) => [card.name, ...card.children.map((one) => one.name)]),
    );
  };

  it('sees the same invented names every time, on the board and in the lists', async () => {
    const [family = '', child = ''] = await names();
    expect(family).toMatch(/^Family [0-9A-F]{8}$/);
    expect(child).toMatch(/^Child [0-9A-F]{8}$/);
    expect(await names()).toEqual([family, child]);
    const work = await (await officer()).get<{ tasks: { caseName: string }[] }>('/api/tasks?view=team');
    expect(new Set(work.body.tasks.map(({ caseName }) => caseName))).toEqual(new Set([family]));
  });

  it('finds nobody by a name in the queue, and reads no family', async () => {
    const found = await (
      await officer()
    ).post<{ tasks: unknown[] }>('/api/tasks/search', { view: 'team', text: 'Zelda' });
    const none = await (
      await officer()
    ).post<{ tasks: unknown[] }>('/api/tasks/search', { view: 'team', text: 'Nobody' });
    expect(found.body.tasks).toEqual(none.body.tasks);
    const { id } = await place.openFamily([{ first: 'Yara', born: '2018-01-01' }]);
    expect((await (await officer()).get(`/api/cases/${id}`)).status).toBe(403);
  });

  it('sees names for some hours, giving a reason', async () => {
    const reason = { code: 'figures', text: 'The return cannot be put right without it.' };
    expect((await (await officer()).post('/api/identified', reason)).status).toBe(200);
    const told = (await (await place.as('hal')).get<{ says: string }[]>('/api/notices')).body;
    expect(told.map(({ says }) => says)).toEqual([
      'per saw names in place of invented ones: A return or a list cannot be put right without it.',
    ]);
    const work = await (await officer()).get<{ tasks: { caseName: string }[] }>('/api/tasks?view=team');
    expect(work.body.tasks.map(({ caseName }) => caseName)).toContain('Marsh');
    expect((await names()).join(' ')).toContain('Marsh');
    const { open } = (await (await officer()).get<{ open: object[] }>('/api/break-glass')).body;
    expect(open).toEqual([{ until: expect.any(String) as string }]);
    place.server.clock.pass(4 * 60 * 60);
    expect((await names()).join(' ')).not.toContain('Marsh');
  });

  it('sees invented ones again as soon as they say so', async () => {
    const reason = { code: 'figures', text: 'The return cannot be put right without it.' };
    await (await officer()).post('/api/identified', reason);
    expect((await names()).join(' ')).toContain('Marsh');
    expect((await (await officer()).post('/api/identified/end')).status).toBe(200);
    expect((await names()).join(' ')).not.toContain('Marsh');
  });
});
