import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mongoExists, type DumpRow, type MongoOptions, type Store } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, aRecord, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';
import { authority } from '../support/temporary-store.ts';
import { dumped } from './dumped.ts';

const entry = { at: startOfTest, action: 'x', outcome: 'ok' as const, route: '/', status: 200, request: 'r' };

describe('a store that is moved into MongoDB', () => {
  let source: MongoPlace;
  let target: MongoPlace;
  let rows: DumpRow[];
  const opened: Store[] = [];
  const open = async (place: MongoPlace, options?: Partial<MongoOptions>): Promise<Store> => {
    const store = await place.open(options);
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    [source, target] = [mongoPlace(inject('wire')), mongoPlace(inject('wire'))];
    const store = await open(source);
    await store.commit(aCommit(0, { records: [aRecord('r1')] }));
    await store.appendAudit([entry, { ...entry, actor: 'sam' }, { ...entry, case: 'case-1' }]);
    rows = await dumped(store);
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await source.remove();
    await target.remove();
  });

  it('has its audit added to and never written over: its account may do no more', async () => {
    const store = await open(target);
    await store.take(rows.slice(0, -3));
    await store.take(rows);
    const other = rows.map((row) => (row.place === 'audit' ? { ...row, hash: 'another' } : row));
    await store.take(other);
    expect((await store.verify()).findings).toEqual([]);
    expect((await store.list('audit', { actor: 'sam' })).rows).toMatchObject([{ seq: 2 }]);
    expect((await store.list('audit', { case: 'case-1' })).rows).toMatchObject([{ seq: 3 }]);
    expect((await store.counts()).audit).toBe(3);
  });

  it('is opened by nobody else before all of it is there, and the work is gone on with', async () => {
    const create = { authority, demonstration: false, created: startOfTest, arriving: 'a backup' };
    const first = await open(target, { create });
    await first.take(rows.slice(0, 5));
    expect(await first.commit(aCommit(0))).toEqual({ ok: false, reason: 'readonly' });
    await first.close();
    await expect(open(target)).rejects.toThrow(/not whole. Run that command again/);
    await expect(open(target, { create: { ...create, arriving: 'another' } })).rejects.toThrow(
      /Another backup/,
    );
    expect(await mongoExists(target.url)).toBe(false);
    const again = await open(target, { create });
    await again.take(rows);
    expect((await again.verify()).findings).toEqual([]);
    await again.freeze();
    expect(await mongoExists(target.url)).toBe(true);
    expect((await (await open(target)).load('case-1'))?.case.revision).toBe(1);
  });

  it('takes no command any more that was begun before it was to be moved, and leaves none half done', async () => {
    let goOn = (): void => undefined;
    let isThere = (): void => undefined;
    const gate = new Promise<void>((done) => (goOn = done));
    const there = new Promise<void>((done) => (isThere = done));
    const late = await open(source, {
      reached: async (point) => {
        if (point !== 'held') return;
        isThere();
        await gate;
      },
    });
    const ended = await open(source, {
      reached: (point) => (point === 'anchored' ? Promise.reject(new Error('killed')) : undefined),
    });
    const under = late.commit(aCommit(1, { records: [aRecord('late')] }));
    await there;
    const other = {
      case: aCase('case-2'),
      family: aFamily('case-2'),
      records: [aRecord('r2', { case: 'case-2' })],
    };
    await expect(ended.commit(aCommit(0, other))).rejects.toThrow('killed');
    const mover = await open(source);
    await mover.freeze('It is being moved.');
    goOn();
    expect(await under).toEqual({ ok: false, reason: 'readonly' });
    const records = (await dumped(mover)).flatMap((row) => (row.place === 'record' ? [row.id] : []));
    expect(records).toEqual(['r1', 'r2']);
  });
});
