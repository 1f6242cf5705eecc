import { MongoClient } from 'mongodb';
import { expect, inject, it } from 'vitest';
import { wireAtHand } from './at-hand.ts';
import { wireDatabase } from './wire-database.ts';
import { startWireServer } from './wire-server.ts';

it('the shared server answers, and a database of one test is gone after it', async () => {
  const database = wireDatabase(inject('wire'));
  const client = new MongoClient(database.url);
  await client.db().collection('things').insertOne({ says: 'here' });
  expect(await client.db().collection('things').countDocuments()).toBe(1);
  await database.remove();
  expect(await client.db().collection('things').countDocuments()).toBe(0);
  await client.close();
});

it.skipIf(wireAtHand()?.kind === 'server')(
  'a server of our own that is killed comes back on the same address with what it acknowledged',
  async () => {
    const server = await startWireServer();
    const client = new MongoClient(server.url);
    const things = client.db('kept').collection<{ _id: number }>('things');
    const acknowledged: number[] = [];
    for (let id = 0; id < 50; id += 1) acknowledged.push((await things.insertOne({ _id: id })).insertedId);
    await server.kill();
    await server.restart();
    const found = await things.find().sort({ _id: 1 }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(acknowledged);
    await client.close();
    await server.stop();
  },
);
