import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeFile, type Store } from '../../../server/store/index.ts';
import { aCommit, aFamily, aRecord, startOfTest } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { bytesOf } from './dumped.ts';

describe('what SQLite leaves behind', () => {
  let folder: TemporaryFolder;
  let store: Store;
  beforeEach(() => {
    folder = temporaryFolder();
    store = storeIn(folder.path);
  });
  afterEach(async () => {
    await store.close().catch(() => undefined);
    folder.remove();
  });
  const tamper = (statement: string) => {
    const db = new DatabaseSync(join(folder.path, storeFile));
    db.exec(statement);
    db.close();
  };

  it('a disposal that a process did not finish is finished before anything is written to the family', async () => {
    await store.commit(aCommit(0, { records: [aRecord('r1', { children: ['ada'] })] }));
    const keysOf = (sql: string): unknown[] => {
      const db = new DatabaseSync(join(folder.path, 'keys', 'keys.db'));
      const rows = db.prepare(sql).all();
      db.close();
      return rows;
    };
    const ofAda = `SELECT wrapped FROM keys WHERE id = 'child:case-1/ada'`;
    const [before] = keysOf(ofAda) as { wrapped: string }[];
    const disposal = { case: 'case-1', children: ['ada'], people: [], certificate: {}, by: ['kim', 'lee'] };
    await store.dispose({ ...disposal, at: startOfTest, commandId: 'let-go' });
    expect(keysOf(ofAda)).toEqual([{ wrapped: '' }]);
    // as it is when a process ends between its transaction and the keys
    keysOf(
      `UPDATE keys SET wrapped = '${before?.wrapped ?? ''}', destroyed = '' WHERE id = 'child:case-1/ada'`,
    );
    tamper(`UPDATE documents SET about = 'unfinished' WHERE kind = 'disposal'`);
    expect(await store.commit(aCommit(1))).toMatchObject({ ok: true, revision: 2 });
    expect(keysOf(ofAda)).toEqual([{ wrapped: '' }]);
  });

  it('no name of a family that was let go of is left in any part of the file once it is tidied up', async () => {
    const words = Array.from({ length: 2000 }, (_, n) => `Quillfeather${String(n)}`);
    await store.commit(aCommit(0, { family: aFamily('case-1', { words }) }));
    await store.commit(aCommit(1, { family: aFamily('case-1', { words: [] }) }));
    const disposal = { case: 'case-1', people: [], certificate: {}, by: ['kim', 'lee'], at: startOfTest };
    await store.dispose({ ...disposal, commandId: 'let-go' });
    const left = () =>
      ['', '-wal'].some((end) =>
        readFileSync(join(folder.path, `${storeFile}${end}`), 'latin1').includes('Quillfeather'),
      );
    // pages that were freed before are not written over by a disposal
    expect(left()).toBe(true);
    await store.tidy(startOfTest);
    expect(left()).toBe(false);
    expect((await store.verify()).findings).toEqual([]);
  });

  it('what an upgrade left in the open is removed when it is opened, and what no row names after a day', async () => {
    const kept = await store.attach({
      ...{
        bytes: bytesOf('a drawing'),
        limit: 100,
        name: 'a.png',
        type: 'image/png',
        by: 'sam',
        at: startOfTest,
      },
    });
    if (!kept.ok) throw new Error(kept.reason);
    await store.close();
    const file = (name: string) => join(folder.path, 'attachments', name);
    const [open, half, arriving] = [`ab/${'ab'.repeat(32)}`, `${randomUUID()}.part`, `${randomUUID()}.part`];
    mkdirSync(file('ab'), { recursive: true });
    for (const name of [open, half, arriving]) writeFileSync(file(name), 'a letter');
    utimesSync(file(half), 0, 0);
    store = storeIn(folder.path);
    expect(existsSync(file(open))).toBe(false);
    await store.tidy(startOfTest);
    expect([existsSync(file(half)), existsSync(file(arriving))]).toEqual([false, true]);
    expect(await store.attachment(kept.facts.id)).toBeDefined();
    const copy = join(folder.path, 'copy');
    await store.backup(copy);
    expect(existsSync(join(copy, 'attachments', arriving))).toBe(false);
    expect(existsSync(join(copy, 'attachments', kept.facts.id.slice(0, 2), kept.facts.id))).toBe(true);
  });
});
