import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DisposalKept, Store } from '../../../server/store/index.ts';
import type { CommitPoint } from '../../../server/store/mongodb/scope.ts';
import { aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
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
});
