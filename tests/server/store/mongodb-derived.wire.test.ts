import { MongoClient, type Db } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { aCard, aCommit, aTask, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

describe('verification of a store on MongoDB finds', () => {
  let place: MongoPlace;
  let store: Store;
  let client: MongoClient;
  let db: Db;
  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    store = await place.open();
    client = await new MongoClient(place.url).connect();
    db = client.db();
    const ada = { id: 'ada', body: { first: 'Ada' }, keys: ['name:ada'], by: 'sam', at: startOfTest };
    const people = [{ ...ada, expecting: 0 }];
    await store.commit(aCommit(0, { tasks: [aTask('t1'), aTask('t2')], cards: [aCard()], people }));
    await store.commit(aCommit(1, { tasks: [aTask('t1')], cards: [aCard()] }));
  });
  afterEach(async () => {
    await store.close();
    await client.close();
    await place.remove();
  });

  it.each([
    [
      'a person found by another name',
      'person',
      () => db.collection('people').updateOne({}, { $set: { keys: ['name:eve'] } }),
    ],
    ['a task that no list has', 'case', () => db.collection('tasks').deleteOne({ id: 't1' })],
    ['a card that is not on the board', 'case', () => db.collection('cards').deleteOne({})],
    [
      'an answer that was changed',
      'command',
      () => db.collection('commands').updateOne({}, { $set: { reply: 'p.AAAA' } }),
    ],
  ] as const)('%s', async (_what, kind, tamper) => {
    expect((await store.verify()).findings).toEqual([]);
    await tamper();
    expect((await store.verify()).findings).toMatchObject([{ kind }]);
  });
});
