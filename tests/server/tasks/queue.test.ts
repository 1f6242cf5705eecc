import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Refusal, type Said, type Who } from '../support/workplace.ts';

interface Queue {
  tasks: Said[];
  next?: string;
  counts: { mine: number; team: number; unallocated: number; done: number };
  filters: { stages: { id: string; name: string }[]; workers: { id: string }[]; teams: { id: string }[] };
}

describe('the queue', () => {
  let place: Workplace;
  let ada: Family;
  let ben: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    ada = await place.openFamily([{ first: 'Ada', born: '2019-03-02' }], 'Ashby');
    await place.complete(ada, 'bea', 'record-contact');
    place.server.clock.pass(days(1));
    ben = await place.openFamily([{ first: 'Ben', born: '2020-03-02' }], 'Birch');
    await place.complete(ben, 'bea', 'record-contact');
  });
  afterAll(() => place.close());

  const queue = async (name: Who, query: string, team = 'north') =>
    (await (await place.as(name, team)).get<Queue>(`/api/tasks?${query}`)).body;
  const families = (found: Queue): string[] =>
    found.tasks.map((task) => (task as unknown as { caseName: string }).caseName);

  it('shows the earliest due first, with the date in words and why it is that day', async () => {
    const found = await queue('fay', 'view=team&step=screen-contact');
    expect(families(found)).toEqual(['Ashby', 'Birch']);
    const [first, second] = found.tasks.map((task) => task.due);
    expect((first?.on ?? '') < (second?.on ?? '')).toBe(true);
    const because = '24 hours from the contact at 10:00 on 1 September 2026';
    expect(first?.because).toBe(`Most of the time is gone: ${because}`);
  });

  it('says what is late', async () => {
    place.server.clock.pass(60);
    const found = await queue('fay', 'view=team&step=screen-contact');
    expect(found.tasks.map((task) => [task.due?.late, task.due?.says])).toEqual([
      [true, expect.stringContaining('late')],
      [false, expect.not.stringContaining('late')],
    ]);
  });

  it('has what is mine, my team’s, nobody’s yet and done by me, and counts each', async () => {
    const mine = await queue('fay', 'view=mine');
    expect(mine.counts).toEqual({ mine: mine.tasks.length, team: 2, unallocated: 0, done: 0 });
    const done = await queue('bea', 'view=done');
    expect(done.tasks.map((task) => task.what)).toEqual(['Record the contact', 'Record the contact']);
    expect(done.counts.done).toBe(2);
    expect(families(done)).toEqual(['Birch', 'Ashby']);
  });

  it('is narrowed by stage, step, worker and the names in a family', async () => {
    expect(families(await queue('fay', 'view=team&stage=contact'))).toEqual(['Ashby', 'Birch']);
    expect(families(await queue('fay', 'view=team&stage=closure'))).toEqual([]);
    const fay = await place.as('fay');
    const found = await fay.post<Queue>('/api/tasks/search', { view: 'team', text: 'bir' });
    expect(families(found.body)).toEqual(['Birch']);
    expect((await fay.get<Queue>('/api/tasks?view=team&text=bir')).status).toBe(400);
    expect(families(await queue('fay', 'view=team&worker=kim'))).toEqual([]);
    expect(families(await queue('fay', 'view=team&worker=fay'))).toEqual(['Ashby', 'Birch']);
  });

  it('goes on where the page before ended', async () => {
    const first = await queue('fay', 'view=team&limit=1');
    const second = await queue('fay', `view=team&limit=1&after=${first.next ?? ''}`);
    expect([families(first), families(second), second.next]).toEqual([['Ashby'], ['Birch'], undefined]);
  });

  it('offers the stages of the drawing, each name once, and colleagues within reach', async () => {
    const { filters } = await queue('fay', 'view=team');
    const names = filters.stages.map((stage) => stage.name);
    expect(names).toContain('Child protection plan');
    expect(new Set(names).size).toBe(names.length);
    expect(filters.teams.map((team) => team.id)).toEqual(['north']);
    expect(filters.workers.map((worker) => worker.id)).toContain('fay');
  });

  it('never shows another team’s work to those whose role reaches no further than their own', async () => {
    await place.server.signedIn('social-worker', 'south', 'sal');
    const south = await place.server.signedIn('social-worker', 'south', 'sal');
    for (const query of ['view=team', 'view=team&team=north', 'view=unallocated&team=north']) {
      expect((await south.get<Queue>(`/api/tasks?${query}`)).body.tasks).toEqual([]);
    }
    const manager = await place.server.signedIn('team-manager', 'south', 'mia');
    expect(families((await manager.get<Queue>('/api/tasks?view=team&team=north')).body)).toHaveLength(2);
    const elsewhere = await place.server.signedIn('team-manager', 'elsewhere', 'els');
    expect((await elsewhere.get<Queue>('/api/tasks?view=team&team=north')).body.tasks).toEqual([]);
  });

  describe('giving work', () => {
    const allocate = async (name: Who, task: string, to: string | null, team = 'north') =>
      (await place.as(name, team)).post<Refusal>(`/api/tasks/${task}/allocation`, {
        ...{ to, commandId: place.command() },
      });
    const assignee = async (family: Family, step: string) => (await place.task(family.id, step)).assignee;

    it('lets somebody put back what is theirs, and take what nobody has', async () => {
      const task = (await place.task(ada.id, 'screen-contact')).id;
      expect((await allocate('fay', task, null)).status).toBe(200);
      expect(await assignee(ada, 'screen-contact')).toBeUndefined();
      expect((await queue('fay', 'view=unallocated')).tasks.map((one) => one.id)).toContain(task);
      expect((await allocate('fay', task, 'fay')).status).toBe(200);
      expect(await assignee(ada, 'screen-contact')).toBe('fay');
      // asked for again, it is so already
      expect((await allocate('fay', task, 'fay')).status).toBe(200);
    });

    it('says in words who may not, and why', async () => {
      const task = (await place.task(ada.id, 'screen-contact')).id;
      const support = await allocate('tia', task, 'bea');
      expect(support.status).toBe(403);
      expect(support.body.refusal.message).toBe(
        'bea cannot do “Screen the contact”: it is for another role (front-door social worker).',
      );
      const left = await allocate('tia', task, 'nobody');
      expect(left.body.refusal.message).toContain('Somebody who left');
      await place.server.signedIn('front-door-social-worker', 'north', 'flo');
      const flo = await place.server.signedIn('front-door-social-worker', 'north', 'flo');
      const taken = await flo.post<Refusal>(`/api/tasks/${task}/allocation`, { to: 'flo', commandId: 'x' });
      expect(taken.status).toBe(403);
      expect(taken.body.refusal.message).toContain('is with a colleague');
      const own = await allocate('fay', task, 'flo');
      expect(own.status).toBe(403);
    });

    it('several at once says of each whether it was given', async () => {
      const ids = await Promise.all(
        [ada, ben].map(async ({ id }) => (await place.task(id, 'screen-contact')).id),
      );
      const tia = await place.as('tia');
      const answer = await tia.post<{ results: { task: string; ok: boolean; message?: string }[] }>(
        '/api/tasks/allocations',
        { tasks: [...ids, 'gone-t1'], to: 'tia', commandId: 'several' },
      );
      expect(answer.body.results).toEqual([
        { task: ids[0], ok: true },
        { task: ids[1], ok: true },
        { task: 'gone-t1', ok: false, message: 'This task is no longer open.' },
      ]);
      expect(await assignee(ben, 'screen-contact')).toBe('tia');
    });

    it('stands in the history with who gave it to whom', async () => {
      const tia = await place.as('tia');
      const { body } = await tia.get<{ entries: { says: string; by: string }[] }>(
        `/api/cases/${ben.id}/history?limit=100`,
      );
      expect(body.entries).toContainEqual(
        expect.objectContaining({ says: 'Screen the contact: given to tia', by: 'tia' }),
      );
    });

    it('gives the family to whoever first holds work with it that is theirs to hold', async () => {
      const family = await place.toAssessment([{ first: 'Cai', born: '2018-01-02' }]);
      const { family: row } = (await place.server.store.load(family.id)) ?? {};
      expect(row).toMatchObject({ worker: 'sam', team: 'north' });
      expect(row?.staff).toContain('sam');
    });
  });
});
