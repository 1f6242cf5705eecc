import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DumpRow, Store } from '../../../server/store/index.ts';
import { aCommit, aRecord, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';
import { dumped } from './dumped.ts';

const entry = { at: startOfTest, action: 'x', outcome: 'ok' as const, route: '/', status: 200, request: 'r' };

describe('a store that is moved into MongoDB', () => {
  let source: MongoPlace;
  let target: MongoPlace;
  let rows: DumpRow[];
  const opened: Store[] = [];
  const open = async (place: MongoPlace): Promise<Store> => {
    const store = await place.open();
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
});
