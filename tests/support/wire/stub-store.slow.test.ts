import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMongo, StoreNotOpened, type Store } from '../../../server/store/index.ts';
import { masterOfTests } from '../../server/store/place.ts';
import { aCommit, startOfTest } from '../../server/support/a-commit.ts';
import { authority } from '../../server/support/temporary-store.ts';
import { startStub, type StubServer } from './stub-server.ts';

describe('a store on MongoDB when the database fails', () => {
  let stub: StubServer;
  let store: Store;
  const open = (): Promise<Store> =>
    openMongo({
      ...{ url: `${stub.url}council`, masterKey: masterOfTests },
      create: { authority, demonstration: false, created: startOfTest },
    });
  /** writes of the case document itself, on which a commit stands */
  const anchor = { command: 'update', collection: 'cases' };
  beforeEach(async () => {
    stub = await startStub();
    store = await open();
    expect(await store.commit(aCommit(0))).toMatchObject({ ok: true, revision: 1 });
  });
  afterEach(async () => {
    await store.close();
    await stub.stop();
  });
  const isWhole = async (revision: number) => {
    expect((await store.load('case-1'))?.case.revision).toBe(revision);
    expect((await store.history('case-1', {})).rows).toHaveLength(revision);
    expect((await store.verify()).findings).toEqual([]);
  };

  it('sends a write once more when the server is no primary any longer, and it is done once', async () => {
    const before = stub.arrived(anchor.command, anchor.collection);
    stub.fail(anchor, { code: 10107, codeName: 'NotWritablePrimary' });
    expect(await store.commit(aCommit(1))).toMatchObject({ ok: true, revision: 2, replayed: false });
    expect(stub.arrived(anchor.command, anchor.collection)).toBeGreaterThan(before + 1);
    await isWhole(2);
  });

  it('answers by its id a command whose write was done and whose line was cut, twice over', async () => {
    stub.fail({ ...anchor, times: 2 }, 'cut after');
    const first = await store.commit(aCommit(1));
    const again = await store.commit(aCommit(1));
    expect([first.ok || first.reason, again]).toEqual([
      expect.toSatisfy((said) => said === true || said === 'unavailable'),
      expect.objectContaining({ ok: true, revision: 2, replayed: true }),
    ]);
    await isWhole(2);
  });

  it('refuses a write whose line was cut before it was done, and does it when it is sent again', async () => {
    stub.fail({ ...anchor, times: 100 }, 'cut before');
    expect(await store.commit(aCommit(1))).toEqual({ ok: false, reason: 'unavailable' });
    stub.mend();
    await isWhole(1);
    expect(await store.commit(aCommit(1))).toMatchObject({ ok: true, revision: 2, replayed: false });
    await isWhole(2);
  });

  it('refuses writes and says so where there is no primary, and goes on by itself when there is one', async () => {
    stub.become('secondary');
    stub.fail({ ...anchor, times: 1 }, { code: 10107, codeName: 'NotWritablePrimary' });
    expect(await store.commit(aCommit(1))).toEqual({ ok: false, reason: 'unavailable' });
    expect(await store.health()).toMatchObject({ kind: 'mongodb', writable: false });
    stub.become('primary');
    expect(await store.commit(aCommit(1))).toMatchObject({ ok: true, revision: 2 });
    expect(await store.health()).toMatchObject({ ok: true, writable: true });
    await isWhole(2);
  });

  it('refuses writes while the database is gone, and goes on by itself when it is back', async () => {
    await stub.down();
    expect(await store.commit(aCommit(1))).toEqual({ ok: false, reason: 'unavailable' });
    expect(await store.health()).toMatchObject({ ok: false, writable: false });
    await stub.up();
    expect(await store.commit(aCommit(1))).toMatchObject({ ok: true, revision: 2 });
    await isWhole(2);
  });

  it.each([
    ['full', { code: 14031, codeName: 'OutOfDiskSpace' }],
    ['readonly', { code: 13, codeName: 'Unauthorized' }],
  ] as const)('refuses a write as %s when the server says that it is so', async (reason, fault) => {
    stub.fail({ ...anchor, times: 100 }, fault);
    expect(await store.commit(aCommit(1))).toEqual({ ok: false, reason });
    stub.mend();
    await isWhole(1);
  });

  it('is not opened on a server that is no replica set, unless somebody allows it', async () => {
    stub.become('standalone');
    await store.close();
    await expect(open()).rejects.toThrow(StoreNotOpened);
    await expect(open()).rejects.toThrow(/no replica set/);
    store = await openMongo({ url: `${stub.url}council`, masterKey: masterOfTests, standalone: 'allowed' });
    expect((await store.load('case-1'))?.case.revision).toBe(1);
  });
});
