import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newMasterKeyText } from '../../../server/store/keys.ts';
import { openSqlite, type Store } from '../../../server/store/index.ts';
import { aCommit, aFamily, aRecord, startOfTest } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

const disposal = {
  ...{ case: 'case-1', people: ['ada'], certificate: {}, by: ['kim', 'lee'] },
  ...{ at: startOfTest, commandId: 'let-go' },
};

describe('the keys of a store on a disk', () => {
  let folder: TemporaryFolder;
  let store: Store;
  const keys = () => join(folder.path, 'data', 'keys');
  beforeEach(async () => {
    folder = temporaryFolder();
    store = storeIn(join(folder.path, 'data'));
    const ada = { id: 'ada', body: { first: 'Ada' }, keys: ['name:ada'], expecting: 0, by: 'sam' };
    await store.commit(
      aCommit(0, {
        ...{ records: [aRecord('r1')], people: [{ ...ada, at: startOfTest }] },
        family: aFamily('case-1', { people: ['ada'] }),
      }),
    );
  });
  afterEach(async () => {
    await store.close().catch(() => undefined);
    folder.remove();
  });
  const again = () => openSqlite({ folder: join(folder.path, 'data') });

  it('lie in a file of their own, wrapped by a master key that only their owner may read', async () => {
    expect(statSync(join(keys(), 'master.key')).mode & 0o777).toBe(0o600);
    const db = new DatabaseSync(join(keys(), 'keys.db'));
    const rows = db.prepare('SELECT id FROM keys ORDER BY id').all();
    db.close();
    expect(rows.map((row) => row['id'])).toEqual(['family:case-1', 'person:ada', 'store']);
  });

  it('missing, wrapped by another master key, or without theirs: the store is not opened, and says why', async () => {
    await store.close();
    const master = join(keys(), 'master.key');
    const right = readFileSync(master);
    writeFileSync(master, newMasterKeyText());
    expect(again).toThrow(/not the one the keys .* were wrapped with/);
    rmSync(master);
    expect(again).toThrow(/no master key/);
    writeFileSync(master, right);
    renameSync(join(keys(), 'keys.db'), join(folder.path, 'away.db'));
    expect(again).toThrow(/Restore them from their own backup/);
    renameSync(join(folder.path, 'away.db'), join(keys(), 'keys.db'));
    store = again();
    expect((await store.load('case-1'))?.case.name).toBe('Hartley');
  });

  it('one of them lost without a disposal is a fault that is named, not a family that is gone', async () => {
    await store.close();
    const db = new DatabaseSync(join(keys(), 'keys.db'));
    db.exec(`DELETE FROM keys WHERE id = 'family:case-1'`);
    db.close();
    store = again();
    await expect(store.load('case-1')).rejects.toThrow(/key is missing/);
    expect((await store.list('quarantined', {})).rows).toMatchObject([{ id: 'case-1' }]);
    expect((await store.list('families', { reader: 'sam' })).damaged).toEqual(['case-1']);
    expect((await store.verify()).ok).toBe(false);
  });

  it('destroyed, a backup made before opens nothing of the family either', async () => {
    const copy = join(folder.path, 'copy');
    await store.backup(copy);
    await store.dispose(disposal);
    await store.close();
    cpSync(keys(), join(copy, 'keys'), { recursive: true });
    store = openSqlite({ folder: copy });
    expect(await store.load('case-1')).toBeUndefined();
    expect(await store.record('r1')).toBeUndefined();
    expect(await store.person('ada')).toBeUndefined();
    expect((await store.list('families', { reader: 'sam', text: 'hartley' })).rows).toEqual([]);
    expect(await store.verify()).toMatchObject({ disposed: 1, findings: [] });
  });

  it('a backup tells nothing in the open, and with its keys finds everybody again', async () => {
    const [copy, apart] = [join(folder.path, 'copy'), join(folder.path, 'apart')];
    await expect(store.backup(copy, copy)).rejects.toThrow(/another folder/);
    await store.backup(copy, apart);
    for (const file of readdirSync(copy)) {
      const text = readFileSync(join(copy, file), 'latin1');
      for (const secret of ['Hartley', 'hartley', 'name:ada']) expect(text.includes(secret)).toBe(false);
    }
    await store.close();
    store = openSqlite({ folder: copy, keys: apart });
    expect((await store.list('families', { reader: 'sam', text: 'hart' })).rows).toMatchObject([
      { name: 'Hartley' },
    ]);
    expect((await store.list('people', { keys: ['name:ada'] })).rows).toHaveLength(1);
    expect((await store.verify()).findings).toEqual([]);
  });

  it('a disposal that was broken off is finished when the store is opened next', async () => {
    await store.dispose(disposal);
    await store.close();
    // as if the process had died before the keys were destroyed
    const db = new DatabaseSync(join(folder.path, 'data', 'throughline.db'));
    db.exec(`UPDATE documents SET about = 'unfinished' WHERE kind = 'disposal'`);
    db.close();
    const ring = new DatabaseSync(join(keys(), 'keys.db'));
    ring.exec(
      `UPDATE keys SET wrapped = 'w.x', destroyed = '' WHERE id = 'family:case-1'; DELETE FROM gone;`,
    );
    ring.close();
    store = again();
    await store.close();
    const after = new DatabaseSync(join(keys(), 'keys.db'));
    expect(after.prepare(`SELECT wrapped FROM keys WHERE id = 'family:case-1'`).get()).toEqual({
      wrapped: '',
    });
    after.close();
  });
});
