import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DisposalKept, Store } from '../../../server/store/index.ts';
import type { CommitPoint } from '../../../server/store/mongodb/scope.ts';
import { aCard, aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

class Killed extends Error {}

const letGo = {
  ...{ case: 'case-1', people: ['ben'], certificate: { rule: 'r1' }, by: ['kim', 'lee'] },
  ...{ at: startOfTest, commandId: 'let-go' },
};

const ben = {
  id: 'ben',
  body: { first: 'Ben' },
  keys: ['name:ben'],
  expecting: 0,
  by: 'sam',
  at: startOfTest,
};

describe('a disposal on MongoDB that ends half-way', () => {
  let place: MongoPlace;
  let other: Store;
  const stores: Store[] = [];
  const open = async (...how: Parameters<MongoPlace['open']>): Promise<Store> => {
    const store = await place.open(...how);
    stores.push(store);
    return store;
  };
  /** a server whose process ends where its disposal is */
  const dying = (at: CommitPoint) =>
    open({
      reached: (point) => {
        if (point === at) throw new Killed();
      },
    });
  /** no server's disposal goes beyond its beginning before it is let go on */
  const held = () => {
    let goOn = (): void => undefined;
    let begun = (): void => undefined;
    const gate = new Promise<void>((done) => (goOn = done));
    const hasBegun = new Promise<void>((done) => (begun = done));
    const reached = async (point: CommitPoint): Promise<void> => {
      if (point !== 'disposing') return;
      begun();
      await gate;
    };
    return { reached, hasBegun, goOn: () => goOn() };
  };
  const linking = aCommit(0, { case: aCase('case-2'), family: aFamily('case-2', { people: ['ben'] }) });
  const certificate = async (store: Store) =>
    (await store.document<DisposalKept>('disposal', 'let-go'))?.body;
  /** writes into the database past the store */
  const set = async (collection: string, filter: object, values: object): Promise<void> => {
    const client = await new MongoClient(place.url).connect();
    await client.db().collection(collection).updateOne(filter, { $set: values });
    await client.close();
  };

  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    other = await open();
    const family = aFamily('case-1', { people: ['ben'] });
    const first = { records: [aRecord('about-ada', { children: ['ada'] })], tasks: [aTask('t1')] };
    await other.commit(aCommit(0, { ...first, family, people: [ben] }));
  });
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
    await place.remove();
  });

  it('keeps its certificate, also where the store is being moved', async () => {
    const store = await dying('disposing');
    await expect(store.dispose(letGo)).rejects.toThrow(Killed);
    await set('store', {}, { frozen: 'It is being moved.' });
    const next = await open();
    expect(await certificate(next)).toMatchObject({ certificate: { rule: 'r1' }, by: ['kim', 'lee'] });
    expect(await next.load('case-1')).toBeUndefined();
    expect((await next.verify()).findings).toEqual([]);
    expect(await next.dispose(letGo)).toMatchObject({ ok: true, removed: { record: 1, person: 1 } });
  });

  it('lets go of nobody whom another family came to refer to meanwhile', async () => {
    await other.close();
    const hold = held();
    const [one, two] = [await open(hold), await open(hold)];
    const disposing = one.dispose(letGo);
    await hold.hasBegun;
    expect(await two.commit(linking)).toMatchObject({ ok: true });
    hold.goOn();
    expect(await disposing).toMatchObject({
      ok: true,
      removed: expect.not.objectContaining({ person: 1 }) as object,
    });
    expect((await two.person('ben'))?.body).toEqual({ first: 'Ben' });
    expect(await certificate(two)).toMatchObject({ people: [] });
    expect((await certificate(two))?.keys).not.toContain('person:ben');
    expect((await two.verify()).findings).toEqual([]);
  });

  it.each([
    ['before it is written', 'held'],
    ['when it was written and not yet brought along', 'anchored'],
  ] as const)('meets a family that comes to refer to somebody, %s', async (_when, at) => {
    let goOn = (): void => undefined;
    let isThere = (): void => undefined;
    const gate = new Promise<void>((done) => (goOn = done));
    const there = new Promise<void>((done) => (isThere = done));
    const late = await open({
      reached: async (point) => {
        if (point !== at) return;
        isThere();
        await gate;
      },
    });
    const under = late.commit(linking);
    await there;
    expect(await other.dispose(letGo)).toMatchObject({ ok: true });
    goOn();
    const [linked, person] = [await under, await other.person('ben')];
    // either the family has them, or it is told that they are gone
    if (at === 'anchored') expect([linked.ok, person?.body]).toEqual([true, { first: 'Ben' }]);
    else expect([linked.ok, person]).toEqual([false, undefined]);
    expect((await other.verify()).findings).toEqual([]);
  });

  it('of a child is finished by whoever writes to the family next', async () => {
    const store = await dying('disposing');
    await expect(store.dispose({ ...letGo, children: ['ada'], people: [] })).rejects.toThrow(Killed);
    const late = aCommit(1, { records: [aRecord('late', { children: ['ada'] })] });
    expect(await other.commit(late)).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await certificate(other)).toMatchObject({ children: ['ada'] });
    expect(await other.commit(aCommit(1, { records: [aRecord('shared')] }))).toMatchObject({ ok: true });
    expect((await other.verify()).findings).toEqual([]);
  });

  it('that can never be finished keeps nobody from the others, and is named', async () => {
    await other.commit(aCommit(0, { case: aCase('case-2'), family: aFamily('case-2') }));
    const store = await dying('disposing');
    await expect(store.dispose({ ...letGo, case: 'case-2' })).rejects.toThrow(Killed);
    await set('cases', { id: 'case-1' }, { disposal: { commandId: 'broken', case: 'case-1' } });
    const next = await open();
    expect(await certificate(next)).toMatchObject({ case: 'case-2' });
    expect((await next.list('quarantined', {})).rows).toMatchObject([{ id: 'case-1' }]);
  });

  it('has removed once more, a minute later, what a server that was held up put back', async () => {
    let goOn = (): void => undefined;
    let isThere = (): void => undefined;
    const gate = new Promise<void>((done) => (goOn = done));
    const there = new Promise<void>((done) => (isThere = done));
    const late = await open({
      reached: async (point) => {
        if (point !== 'anchored') return;
        isThere();
        await gate;
      },
    });
    const under = late.commit(
      aCommit(1, { records: [aRecord('r2')], tasks: [aTask('t2')], cards: [aCard()] }),
    );
    await there;
    expect(await other.dispose(letGo)).toMatchObject({ ok: true });
    goOn();
    await under;
    const left = async () => {
      const { task, record, card, command } = await other.counts();
      return task + record + card + command;
    };
    expect(await left()).toBe(4);
    place.pass(61_000);
    const next = await open();
    expect(await left()).toBe(0);
    expect(await next.verify()).toMatchObject({ disposed: 1, findings: [] });
  });
});
