import {
  MongoBulkWriteError,
  MongoNetworkError,
  MongoServerError,
  type BulkWriteResult,
  type Db,
} from 'mongodb';
import { describe, expect, it } from 'vitest';
import { assertServer, clientOf, databaseName, standaloneAt } from '../../../server/store/mongodb/client.ts';
import { faultToRefusal, refusalOf } from '../../../server/store/mongodb/faults.ts';
import { after, beginning, equal, text, texts, wordsIn } from '../../../server/store/mongodb/filters.ts';
import { indexes, indexFault } from '../../../server/store/mongodb/indexes.ts';

describe('what reaches MongoDB in a filter', () => {
  it('is a text or a list of texts, and nothing else', () => {
    expect(text('$gt')).toBe('$gt');
    for (const other of [{ $gt: '' }, ['a'], 1, null, undefined])
      expect(() => text(other)).toThrow(TypeError);
    for (const other of [{ $gt: '' }, 'a', [{ $ne: 'a' }], undefined])
      expect(() => texts(other)).toThrow(TypeError);
    expect(equal({ team: undefined, stage: 'contact' })).toEqual({ stage: 'contact' });
    expect(() => after('due', 'id', [1, 'a'])).toThrow(TypeError);
  });

  it('takes every sign of a beginning as it stands', () => {
    const begins = (start: string) => new RegExp(beginning(start).$regex, 'u');
    expect(begins('hart').test('hartley')).toBe(true);
    expect(begins('artl').test('hartley')).toBe(false);
    expect(begins('.*').test('hartley')).toBe(false);
    expect(beginning('name:o(').$regex).toBe(String.raw`^name\:o\(`);
  });

  it('is at most six words, without what stands between them', () => {
    expect(wordsIn("  Ada O'Neil %")).toEqual(['ada', 'o', 'neil']);
    expect(wordsIn('a b c d e f g h')).toHaveLength(6);
  });

  it('goes on from a place in the order of two fields', () => {
    expect(after('due', 'id', ['2026-09-01', 't1'])).toEqual({
      due: { $gte: '2026-09-01' },
      $or: [{ due: { $gt: '2026-09-01' } }, { due: '2026-09-01', id: { $gt: 't1' } }],
    });
  });
});

describe('an index on MongoDB', () => {
  it('begins with the authority, whatever it is for', () => {
    for (const one of Object.values(indexes).flat()) expect(Object.keys(one.key)[0]).toBe('authority');
  });

  it('is named when it is missing, on other fields, or no longer unique', () => {
    const wanted = { name: 'by_id', key: { authority: 1, id: 1 }, unique: true } as const;
    const there = { name: 'by_id', key: { authority: 1, id: 1 }, unique: true };
    expect(indexFault('cases', wanted, [there])).toBeUndefined();
    expect(indexFault('cases', wanted, [])).toBe('The index by_id of cases is missing.');
    expect(indexFault('cases', wanted, [{ ...there, unique: false }])).toMatch(/not the one/);
    expect(indexFault('cases', wanted, [{ ...there, key: { id: 1, authority: 1 } }])).toMatch(/not the one/);
  });
});

describe('a fault of MongoDB', () => {
  const fault = (code: number, message = 'x') => new MongoServerError({ code, message });

  it('is a refusal in the words of the store', () => {
    expect(refusalOf(new MongoNetworkError('gone'))).toBe('unavailable');
    for (const code of [10107, 189, 91, 64]) expect(refusalOf(fault(code))).toBe('unavailable');
    expect(refusalOf(fault(14031))).toBe('full');
    expect(refusalOf(fault(1, 'database or disk is full'))).toBe('full');
    expect(refusalOf(fault(13))).toBe('readonly');
  });

  it('is the same refusal when several writes went together', () => {
    const result = {} as BulkWriteResult;
    const many = (met: Error) => refusalOf(new MongoBulkWriteError(met as MongoNetworkError, result));
    expect(many(new MongoNetworkError('the line broke'))).toBe('unavailable');
    expect(many(fault(14031))).toBe('full');
    expect(many(fault(11000))).toBeUndefined();
  });

  it('is thrown when it is a defect of ours', () => {
    expect(refusalOf(fault(9))).toBeUndefined();
    expect(() => faultToRefusal(fault(11000))).toThrow();
    expect(() => faultToRefusal(new TypeError('no'))).toThrow(TypeError);
  });
});

describe('the address of MongoDB', () => {
  it('names the database in its path', () => {
    expect(databaseName('mongodb://u:p@a:1,b:2/council?replicaSet=rs0')).toBe('council');
    expect(databaseName('mongodb://a:1')).toBe('throughline');
    expect(databaseName('mongodb://a:1/?replicaSet=rs0')).toBe('throughline');
  });

  const asserted = (option: string): Promise<void> => {
    const { writeConcern, readConcern } = clientOf(`mongodb://a:1/council?${option}`).db();
    const admin = () => ({ command: async () => ({ setName: 'rs0' }) });
    return assertServer({ admin, writeConcern, readConcern } as unknown as Db, 'refused');
  };

  it.each(['readConcernLevel=local', 'journal=false'])('that asks for %s is refused', async (option) => {
    await expect(asserted(option)).rejects.toThrow(/Leave journal and readConcernLevel out of it/);
  });

  it.each(['w=1', 'readConcernLevel=majority'])('that asks for %s takes nothing back', async (option) => {
    await expect(asserted(option)).resolves.toBeUndefined();
  });

  it('that names a stand-in for MongoDB is for this machine only', async () => {
    const { writeConcern, readConcern } = clientOf('mongodb://a:1/council').db();
    const command = async () => ({ ferretdbVersion: 'v1' });
    const standIn = { admin: () => ({ command }), writeConcern, readConcern } as unknown as Db;
    const at = (hosts: string) => assertServer(standIn, standaloneAt(clientOf(`mongodb://${hosts}/council`)));
    for (const hosts of ['127.0.0.1:1', 'localhost', '[::1]:1'])
      await expect(at(hosts)).resolves.toBeUndefined();
    for (const hosts of ['db1,127.0.0.1:1', '10.0.0.1'])
      await expect(at(hosts)).rejects.toThrow(/no replica set/);
  });
});
