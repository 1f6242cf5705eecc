import { MongoClient, MongoServerError } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStub, type StubServer } from './stub-server.ts';

interface Thing {
  _id: string;
  n: number;
  of?: string[];
}

describe('the server that stands in for MongoDB', () => {
  let stub: StubServer;
  let client: MongoClient;
  const things = () => client.db('shop').collection<Thing>('things');
  beforeEach(async () => {
    stub = await startStub();
    client = new MongoClient(stub.url, { writeConcern: { w: 'majority', journal: true } });
  });
  afterEach(async () => {
    await client.close();
    await stub.stop();
  });

  it('keeps, finds, sorts, counts, changes and removes what a driver sends', async () => {
    await things().insertMany([
      { _id: 'a', n: 1, of: ['x', 'y'] },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ]);
    expect(
      (
        await things()
          .find({ n: { $gt: 1 } })
          .sort({ n: -1 })
          .toArray()
      ).map(({ _id }) => _id),
    ).toEqual(['c', 'b']);
    expect(await things().countDocuments({ of: 'y' })).toBe(1);
    expect((await things().updateOne({ _id: 'a', n: 9 }, { $set: { n: 8 } })).matchedCount).toBe(0);
    expect((await things().updateOne({ _id: 'a' }, { $inc: { n: 4 } })).matchedCount).toBe(1);
    expect((await things().updateOne({ _id: 'd' }, { $set: { n: 7 } }, { upsert: true })).upsertedId).toBe(
      'd',
    );
    await things().deleteMany({ n: { $in: [2, 3] } });
    expect(await things().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 5, of: ['x', 'y'] },
      { _id: 'd', n: 7 },
    ]);
  });

  it('refuses what a unique index or an id keeps apart', async () => {
    await things().createIndex({ n: 1 }, { name: 'apart', unique: true });
    await things().insertOne({ _id: 'a', n: 1 });
    await expect(things().insertOne({ _id: 'a', n: 2 })).rejects.toMatchObject({ code: 11000 });
    await expect(things().insertOne({ _id: 'b', n: 1 })).rejects.toThrow(MongoServerError);
    expect((await things().indexes()).map(({ name }) => name)).toEqual(['_id_', 'apart']);
  });

  it('does a write once that the driver sends twice, where the line was cut after it', async () => {
    await things().insertOne({ _id: 'a', n: 1 });
    stub.fail({ command: 'update', collection: 'things' }, 'cut after');
    await things().updateOne({ _id: 'a' }, { $inc: { n: 1 } });
    expect(stub.arrived('update', 'things')).toBe(2);
    expect(await things().findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
  });
});
