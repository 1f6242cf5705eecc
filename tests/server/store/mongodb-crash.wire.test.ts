import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Commit, Store } from '../../../server/store/index.ts';
import type { CommitPoint } from '../../../server/store/mongodb/scope.ts';
import { aCard, aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

class Killed extends Error {}

const person = (id: string, expecting = 0, first = id) => ({
  ...{ id, body: { first }, keys: [`name:${id}`], expecting, by: 'sam', at: startOfTest },
});

/** Everything a command can change. */
function whole(over: Partial<Commit> = {}): Commit {
  return aCommit(0, {
    ...{ records: [aRecord('r1')], tasks: [aTask('t1')], cards: [aCard()], drafts: ['t1/why'] },
    parts: [{ part: 'map', revision: 1, blocks: { worries: [] }, by: 'sam', at: startOfTest }],
    people: [person('ada')],
    ...over,
  });
}

describe('a commit on MongoDB that ends half-way', () => {
  let place: MongoPlace;
  let other: Store;
  const stores: Store[] = [];
  const open = async (...how: Parameters<MongoPlace['open']>): Promise<Store> => {
    const store = await place.open(...how);
    stores.push(store);
    return store;
  };
  /** a server whose process ends where its commit is */
  const dying = (at: CommitPoint) =>
    open({
      reached: (point) => {
        if (point === at) throw new Killed();
      },
    });
  /** a server that is held up where its commit is, until it is let go on */
  const heldUp = async (at: CommitPoint) => {
    let goOn = (): void => undefined;
    let isThere = (): void => undefined;
    const gate = new Promise<void>((done) => (goOn = done));
    const there = new Promise<void>((done) => (isThere = done));
    const reached = async (point: CommitPoint): Promise<void> => {
      if (point !== at) return;
      isThere();
      await gate;
    };
    return { store: await open({ reached }), there, goOn: () => goOn() };
  };
  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    other = await open();
    await other.put({ kind: 'draft', id: 't1/why', body: 'x', expecting: 0, case: 'case-1' });
  });
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
    await place.remove();
  });

  it('before its case is written has changed nothing, and holds nobody up', async () => {
    const store = await dying('held');
    await expect(store.commit(whole())).rejects.toThrow(Killed);
    expect(await other.load('case-1')).toBeUndefined();
    expect(await other.person('ada')).toBeUndefined();
    expect(await other.record('r1')).toBeUndefined();
    expect((await other.list('people', { keys: ['name:ada'] })).rows).toEqual([]);
    expect((await other.list('cases', {})).rows).toEqual([]);
    const again = await other.commit(whole());
    expect(again).toMatchObject({ ok: true, revision: 1, replayed: false });
    expect((await other.person('ada'))?.revision).toBe(1);
    expect((await other.verify()).findings).toEqual([]);
  });

  it.each(['anchored', 'projected'] as const)(
    'once its case is written (%s) is done, for whoever asks next',
    async (at) => {
      const store = await dying(at);
      const { latest } = await other.changes();
      await expect(store.commit(whole())).rejects.toThrow(Killed);
      expect((await other.record('r1'))?.by).toBe('sam');
      expect((await other.task('t1'))?.state).toBe('open');
      expect((await other.person('ada'))?.body).toEqual({ first: 'ada' });
      expect((await other.part('case-1', 'map'))?.revision).toBe(1);
      expect((await other.history('case-1', {})).rows).toHaveLength(1);
      expect(await other.answered('case-1', 'command-1', 'sam')).toEqual({ reply: { done: 1 } });
      expect((await other.list('open-tasks', { reader: 'sam' })).rows).toHaveLength(1);
      expect(await other.document('draft', 't1/why')).toBeUndefined();
      expect(await other.commit(whole())).toMatchObject({ ok: true, revision: 1, replayed: true });
      expect((await other.changes(latest)).changes).toMatchObject([{ kind: 'case', case: 'case-1' }]);
      expect((await other.verify()).findings).toEqual([]);
    },
  );

  it.each(['record', 'task', 'history', 'answered', 'person', 'families'] as const)(
    'is met by who asks for its %s first',
    async (what) => {
      const store = await dying('anchored');
      await expect(store.commit(whole())).rejects.toThrow(Killed);
      const asked = {
        record: () => other.record('r1'),
        task: () => other.task('t1'),
        history: async () => (await other.history('case-1', {})).rows[0],
        answered: () => other.answered('case-1', 'command-1', 'sam'),
        person: () => other.person('ada'),
        families: async () => (await (await open()).list('families', { reader: 'sam' })).rows[0],
      };
      expect(await asked[what]()).toBeDefined();
    },
  );

  it('is brought along once, however many servers meet it', async () => {
    const store = await dying('anchored');
    await expect(store.commit(whole())).rejects.toThrow(Killed);
    const servers = await Promise.all([open(), open(), open()]);
    const loaded = await Promise.all(servers.map((one) => one.load('case-1')));
    expect(loaded.map((one) => one?.case.revision)).toEqual([1, 1, 1]);
    expect((await other.history('case-1', {})).rows).toHaveLength(1);
    expect(await other.countTasks({ reader: 'sam' })).toBe(1);
    expect((await other.person('ada'))?.revision).toBe(1);
    expect((await other.counts()).command).toBe(1);
    expect((await other.verify()).findings).toEqual([]);
  });

  it('and comes back late writes nothing over what came after it', async () => {
    const late = await heldUp('anchored');
    const first = late.store.commit(whole({ family: aFamily('case-1', { name: 'First' }) }));
    await late.there;
    await other.load('case-1');
    const family = aFamily('case-1', { name: 'Second', words: ['second'] });
    await other.commit(aCommit(1, { family, tasks: [aTask('t2')], cards: [] }));
    late.goOn();
    expect(await first).toMatchObject({ ok: true, revision: 1 });
    const { rows } = await other.list('open-tasks', { reader: 'sam' });
    expect(rows.map((row) => row.id)).toEqual(['t2']);
    expect((await other.family('case-1'))?.name).toBe('Second');
    expect((await other.list('families', { reader: 'sam', text: 'hartley' })).rows).toEqual([]);
    expect(await other.countStages({ reader: 'sam', today: '2026-09-01' })).toEqual([]);
    expect((await other.verify()).findings).toEqual([]);
  });

  it('and was given up by another can write its case no more', async () => {
    const late = await heldUp('held');
    const first = late.store.commit(whole());
    await late.there;
    expect(await other.putPerson(person('ada', 0, 'Adah'))).toEqual({ ok: true, revision: 1 });
    late.goOn();
    expect(await first).toMatchObject({ ok: false, reason: 'conflict', revision: 1 });
    expect(await other.load('case-1')).toBeUndefined();
    expect((await other.person('ada'))?.body).toEqual({ first: 'Adah' });
    const { people: _people, ...others } = whole({ commandId: 'after' });
    expect(await other.commit(others)).toMatchObject({ ok: true, revision: 1 });
    expect((await other.verify()).findings).toEqual([]);
  });

  it('of two commits that want the same person one gets them, and the other is told', async () => {
    const one = await open();
    const opening = (id: string) =>
      aCommit(0, { case: aCase(id), family: aFamily(id), people: [person('ada')] });
    const both = await Promise.all([one.commit(opening('case-1')), other.commit(opening('case-2'))]);
    expect(both.filter((done) => done.ok)).toHaveLength(1);
    expect(both.find((done) => !done.ok)).toMatchObject({ reason: 'conflict' });
    expect((await other.list('cases', {})).rows).toHaveLength(1);
    expect((await other.verify()).findings).toEqual([]);
  });
});
