import { MongoClient, type Db } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Damaged, type Store } from '../../../server/store/index.ts';
import { seal } from '../../../server/store/sealing.ts';
import { aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

describe('a store on MongoDB', () => {
  let place: MongoPlace;
  let store: Store;
  let client: MongoClient;
  let db: Db;
  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    store = await place.open();
    client = await new MongoClient(place.url).connect();
    db = client.db();
  });
  afterEach(async () => {
    await store.close();
    await client.close();
    await place.remove();
  });

  const fill = async () => {
    await store.commit(aCommit(0, { records: [aRecord('r1')], tasks: [aTask('t1')] }));
    await store.commit(aCommit(1, { records: [aRecord('r2')], tasks: [aTask('t1')] }));
    await store.commit(aCommit(0, { case: aCase('case-2'), family: aFamily('case-2') }));
  };
  const set = async (collection: string, filter: object, values: object): Promise<void> => {
    const done = await db.collection(collection).updateOne(filter, { $set: values });
    expect(done.modifiedCount).toBe(1);
  };

  it('is made once, however many servers begin at once', async () => {
    const fresh = mongoPlace(inject('wire'));
    const opened = await Promise.all([fresh.open(), fresh.open(), fresh.open()]);
    expect(new Set(opened.map((one) => one.about.created)).size).toBe(1);
    const [one, two] = opened;
    await one?.commit(aCommit(0));
    expect((await two?.load('case-1'))?.case.revision).toBe(1);
    for (const each of opened) await each.close();
    await fresh.remove();
  });

  it('of a later release is refused and not touched', async () => {
    await set('store', {}, { schema: 99 });
    const before = await db.collection('store').findOne();
    await expect(place.open()).rejects.toThrow(/later release/);
    expect(await db.collection('store').findOne()).toEqual(before);
  });

  it('is refused when an index is not the one that lists rest on, and says which', async () => {
    await db.collection('tasks').dropIndex('by_due');
    await db.collection('tasks').createIndex({ due: 1 }, { name: 'by_due' });
    await expect(place.open()).rejects.toThrow(/by_due of tasks is not the one.*createIndex/);
  });

  it('makes an index that is missing', async () => {
    await db.collection('tasks').dropIndex('by_due');
    await (await place.open()).close();
    const names = (await db.collection('tasks').listIndexes().toArray()).map((one) => one['name']);
    expect(names).toContain('by_due');
  });

  it('is refused with another master key', async () => {
    await expect(place.open({ masterKey: Buffer.alloc(32, 9) })).rejects.toThrow(/master key is not the one/);
  });

  it('never takes a value for an operator', async () => {
    await fill();
    const operator = { $gt: '' } as unknown as string;
    await expect(store.list('open-tasks', { reader: operator })).rejects.toThrow(TypeError);
    await expect(store.list('open-tasks', { reader: 'sam', team: operator })).rejects.toThrow(TypeError);
    await expect(store.list('open-tasks', { reader: 'sam', teams: [operator] })).rejects.toThrow(TypeError);
    await expect(store.list('audit', { actor: operator })).rejects.toThrow(TypeError);
    await expect(store.list('people', { keys: [operator] })).rejects.toThrow();
    await expect(store.list('families-of-person', { person: operator })).rejects.toThrow(TypeError);
    expect(await store.document('draft', operator)).toBeUndefined();
    expect(await store.load(operator)).toBeUndefined();
  });

  it('keeps nothing of a family in the open but what lists need', async () => {
    await store.commit(
      aCommit(0, { records: [aRecord('r1', { answers: { answers: { why: 'Marmalade' }, perChild: {} } })] }),
    );
    for (const { name } of await db.listCollections().toArray()) {
      const rows = await db.collection(name).find().toArray();
      expect(JSON.stringify(rows)).not.toContain('Marmalade');
    }
  });

  it('shows a changed case to nobody, names it, and the others go on', async () => {
    await fill();
    const kase = await db.collection('cases').findOne({ id: 'case-1' });
    await set('cases', { id: 'case-1' }, { body: `${String(kase?.['body']).slice(0, -6)}AAAA==` });
    await expect(store.load('case-1')).rejects.toThrow(Damaged);
    expect((await store.load('case-2'))?.case.id).toBe('case-2');
    expect((await store.list('quarantined', {})).rows).toMatchObject([{ id: 'case-1' }]);
    expect((await store.metrics()).quarantined).toBe(1);
  });

  const one = { case: 'case-1', seq: 1 };
  const tampering: [string, () => Promise<unknown>][] = [
    ['an edited entry', () => set('history', one, { body: 'p.AAAA' })],
    ['a deleted entry', () => db.collection('history').deleteOne(one)],
    ['a cut tail', () => db.collection('history').deleteOne({ case: 'case-1', seq: 2 })],
    ['a record taken away', () => db.collection('records').deleteOne({ id: 'r1' })],
    ['a case removed whole', () => db.collection('cases').deleteOne({ id: 'case-1' })],
    ['a task given to another', () => set('tasks', { id: 't1' }, { assignee: 'kim' })],
    ['a task shown to all', () => set('tasks', { id: 't1' }, { seenBy: ['kim'] })],
    ['a clock that will not ring', () => set('cases', { id: 'case-1' }, { due: '2999-01-01T00:00:00.000Z' })],
    ['a family found by another name', () => set('families', { id: 'case-1' }, { words: ['smith'] })],
  ];
  it.each(tampering)('finds %s', async (_what, tamper) => {
    await fill();
    expect((await store.verify()).findings).toEqual([]);
    await tamper();
    expect((await store.verify()).ok).toBe(false);
  });

  it('finds a restriction that is taken back by putting what was before in its place', async () => {
    await store.commit(aCommit(0));
    const kase = await db.collection('cases').findOne({ id: 'case-1' });
    const listed = await db.collection('families').findOne({ id: 'case-1' });
    const restricted = { to: ['kim'], contact: 'kim', shown: 'hidden' as const };
    await store.commit(aCommit(1, { family: aFamily('case-1', { restricted }) }));
    expect((await store.verify()).findings).toEqual([]);
    await set('cases', { id: 'case-1' }, { family: kase?.['family'] });
    expect((await store.family('case-1'))?.restricted).toBeUndefined();
    expect((await store.verify()).findings).toContainEqual(
      expect.objectContaining({ kind: 'case', message: expect.stringMatching(/who may know/) }),
    );
    const { _id: _, ...row } = listed ?? { _id: undefined };
    await set('families', { id: 'case-1' }, row);
    expect((await store.verify()).findings).toMatchObject([{ kind: 'case', id: 'case-1' }]);
  });

  it('finds what is a family’s and stands in the open', async () => {
    await store.commit(aCommit(0));
    const put = { kind: 'withheld' as const, body: { from: ['kim'] }, about: 'case-1', expecting: 0 };
    await store.put({ ...put, id: 'w1', case: 'case-1' });
    expect((await store.verify()).findings).toEqual([]);
    await set('documents', { id: 'w1' }, { case: '', ...seal('withheld', 'w1', 1, { from: [] }) });
    expect((await store.verify()).findings).toMatchObject([{ kind: 'withheld', id: 'w1' }]);
  });

  it('writes nothing onto a history that was cut or added to', async () => {
    await fill();
    const last = await db.collection('history').findOne({ case: 'case-1', seq: 2 });
    const { _id: _, ...rest } = last ?? {};
    await db.collection('history').insertOne({ ...rest, _id: 'northmoor/case-1/3' as never, seq: 3 });
    await expect(store.commit(aCommit(2))).rejects.toThrow(Damaged);
    await db.collection('history').deleteMany({ case: 'case-1', seq: { $gte: 2 } });
    await expect(store.commit(aCommit(2))).rejects.toThrow(Damaged);
  });

  it('finds the end cut off an audit chain, also when its head was made to fit', async () => {
    const entry = {
      at: startOfTest,
      action: 'x',
      outcome: 'ok' as const,
      route: '/',
      status: 200,
      request: 'r',
    };
    for (let n = 0; n < 3; n += 1) await store.appendAudit([entry]);
    const next = await place.open();
    await next.appendAudit([entry]);
    expect((await next.verify()).findings).toEqual([]);
    const { process } = store.about;
    await db.collection('audit').deleteOne({ process, seq: 3 });
    expect((await next.verify()).findings).toMatchObject([{ kind: 'audit', id: process }]);
    const second = await db.collection('audit').findOne({ process, seq: 2 });
    await set('audit_heads', { process }, { seq: 2, hash: second?.['hash'] });
    expect((await next.verify()).findings).toMatchObject([{ kind: 'audit', id: process }]);
    await next.close();
  });
});
