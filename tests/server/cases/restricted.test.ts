import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, type Family, type Refusal, type Who } from '../support/workplace.ts';

/** Every way to look at a family: none of them may show it to somebody who must not know of it. */
describe('a restricted family', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  let task: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    const sam = await place.as('sam');
    const draft = { value: 'Very private', revision: 0 };
    task = (await place.task(family.id, 'write-assessment')).id;
    await sam.put(`/api/tasks/${task}/drafts/familyEnvironment`, draft);
    const { rows } = await place.server.store.list('records', { case: family.id });
    record = rows[0]?.id ?? '';
  });
  afterAll(() => place.close());

  const restrict = async (name: Who, restriction: object | null, reason = 'Her aunt works here') =>
    (await place.as(name)).post<{ restricted: boolean } & Refusal>(`/api/cases/${family.id}/restriction`, {
      ...{ restriction, reason, commandId: place.command() },
    });
  const to = (people: string[], shown: 'hidden' | 'exists' = 'hidden') => ({
    ...{ to: people, contact: 'Hal, head of service', shown },
  });
  const everywhere = (): string[] => [
    ...[`/api/cases/${family.id}`, `/api/cases/${family.id}/history`, `/api/cases/${family.id}/drawing`],
    ...[`/api/tasks/${task}`, `/api/records/${record}`, `/api/cases/${family.id}/additions/case-note`],
    `/api/people/${family.children[0] ?? ''}`,
  ];
  const lists = [
    ...[
      '/api/tasks?view=team',
      '/api/tasks?view=unallocated',
      '/api/tasks?view=done',
      '/api/tasks?view=mine',
    ],
    '/api/stages',
  ];
  const everyone = Object.fromEntries(['hal', 'sam', 'tia', 'fay'].map((name) => [name, name]));

  it('may be made so by a head of service only, who names people who can go on with the work', async () => {
    expect((await restrict('tia', to(['tia']))).status).toBe(403);
    const nobody = await restrict('hal', to(['hal', 'nobody']));
    expect(nobody.body.refusal.reason).toBe('unknown-account');
    expect((await restrict('hal', to(['sam', 'tia', 'fay']))).body.refusal.reason).toBe('nobody-lifts');
    const stranded = await restrict('hal', to(['hal']));
    expect(stranded.body.refusal).toMatchObject({ reason: 'has-work' });
    expect(stranded.body.refusal.message).toContain('sam');
  });

  it('is on no list, board, search, page, draft or record for anyone who is not named', async () => {
    const sue = await place.as('sue');
    for (const url of everywhere()) expect((await sue.get(url)).status, url).toBe(200);
    expect((await restrict('hal', to(Object.values(everyone)))).body).toEqual({ restricted: true });
    for (const name of ['kim', 'cyd', 'sue', 'bea'] as const) {
      const outsider = await place.as(name);
      for (const url of everywhere()) {
        const answer = await outsider.get<object>(url);
        expect([403, 404], `${name} ${url}`).toContain(answer.status);
        expect(JSON.stringify(answer.body), `${name} ${url}`).not.toMatch(/Zelda|Very private/);
      }
      for (const url of lists) {
        const answer = await outsider.get<object>(url);
        expect(JSON.stringify(answer.body), `${name} ${url}`).not.toContain('Zelda');
      }
      for (const url of ['/api/cases/search', '/api/people/search']) {
        const answer = await outsider.post<object>(url, { text: 'Zelda' });
        expect(JSON.stringify(answer.body), `${name} ${url}`).not.toContain('Zelda');
      }
    }
  });

  it('does not even exist for them, whatever they try to do with it', async () => {
    const kim = await place.as('kim');
    const tries = [
      kim.put(`/api/tasks/${task}/drafts/familyEnvironment`, { value: 'x', revision: 1 }),
      kim.post(`/api/tasks/${task}/completion`, { answers: {}, perChild: {}, commandId: 'x' }),
      kim.post(`/api/tasks/${task}/allocation`, { to: 'kim', commandId: 'x' }),
      kim.post(`/api/cases/${family.id}/strands`, { message: 'new worry', children: ['x'], commandId: 'x' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(404);
    const several = { tasks: [task], to: 'kim', commandId: 'y' };
    const given = await kim.post<{ results: { ok: boolean; message: string }[] }>(
      '/api/tasks/allocations',
      several,
    );
    expect(given.body.results).toMatchObject([
      { ok: false, message: expect.stringContaining('nothing here') },
    ]);
  });

  it('goes on as ever for those who are named, and its work goes to nobody else', async () => {
    const sam = await place.as('sam');
    for (const url of everywhere()) expect((await sam.get(url)).status, url).toBe(200);
    expect(JSON.stringify((await sam.get<object>('/api/tasks?view=mine')).body)).toContain('Zelda');
    const hal = await place.as('hal');
    const given = await hal.post<Refusal>(`/api/tasks/${task}/allocation`, {
      to: 'kim',
      commandId: 'to-kim',
    });
    expect(given).toMatchObject({
      ...{
        status: 403,
        body: { refusal: { message: 'kim is not among those who may know of this family.' } },
      },
    });
    await place.complete(
      family,
      'sam',
      'write-assessment',
      { assessmentOutcome: ['close'] },
      ({ answers }) => {
        answers['familyEnvironment'] = 'Very private';
      },
    );
    expect(
      JSON.stringify((await (await place.as('kim')).get<object>('/api/tasks?view=team')).body),
    ).not.toContain('Zelda');
  });

  it('may be known to exist, with whom to ask', async () => {
    await restrict('hal', to(Object.values(everyone), 'exists'));
    const answer = await (await place.as('kim')).get<Refusal>(`/api/cases/${family.id}`);
    expect(answer).toMatchObject({ status: 403, body: { refusal: { reason: 'restricted' } } });
    expect(answer.body.refusal.message).toContain('Hal, head of service');
  });

  it('is opened again with a reason, and both stand in its history', async () => {
    expect((await restrict('hal', null, 'Her aunt left')).body).toEqual({ restricted: false });
    const kim = await place.as('kim');
    expect((await kim.get(`/api/cases/${family.id}`)).status).toBe(200);
    const { body } = await kim.get<{ entries: { says: string }[] }>(
      `/api/cases/${family.id}/history?limit=200`,
    );
    const says = body.entries.map((entry) => entry.says);
    expect(says).toContain('No longer restricted: Her aunt left');
    expect(says).toContain('Restricted to hal, sam, tia and fay: Her aunt works here');
  });
});
