import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Damaged, openSqlite, storeFile, type Store } from '../../../server/store/index.ts';
import { seal } from '../../../server/store/sealing.ts';
import { aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { storeContract } from './contract.ts';
import { masterOfTests } from './place.ts';

storeContract('SQLite', async () => {
  const folder = temporaryFolder();
  let time = 0;
  return {
    open: async () => storeIn(folder.path, { now: () => time, masterKey: masterOfTests }),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    remove: async () => folder.remove(),
  };
});

/** SQL: the body with one of its letters another */
const oneByteOff = `substr(body, 1, 39) || CASE substr(body, 40, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(body, 41)`;

describe('SQLite on a disk', () => {
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
  /** what somebody with the file and a tool could do */
  const tamper = (...statements: string[]) => {
    const db = new DatabaseSync(join(folder.path, storeFile));
    for (const statement of statements) db.exec(statement);
    db.close();
  };
  const fill = async () => {
    await store.commit(aCommit(0, { records: [aRecord('r1')], tasks: [aTask('t1')] }));
    await store.commit(aCommit(1, { records: [aRecord('r2')], tasks: [aTask('t1')] }));
    const other = { case: aCase('case-2'), family: aFamily('case-2') };
    await store.commit(aCommit(0, other));
  };

  it('a changed byte in a case is noticed when it is read, and other cases go on', async () => {
    await fill();
    tamper(`UPDATE cases SET body = ${oneByteOff} WHERE id = 'case-1'`);
    await expect(store.load('case-1')).rejects.toThrow(Damaged);
    expect((await store.load('case-2'))?.case.id).toBe('case-2');
  });

  it('a damaged row is left out of a list and named, and the others are shown', async () => {
    await store.commit(aCommit(0, { tasks: [aTask('t1'), aTask('t2')] }));
    tamper(`UPDATE tasks SET body = ${oneByteOff} WHERE id = 't1'`);
    const page = await store.list('open-tasks', { reader: 'sam' });
    expect(page.rows.map((row) => row.id)).toEqual(['t2']);
    expect(page.damaged).toEqual(['t1']);
  });

  const tampering: [string, string[]][] = [
    ['an entry of another name', [`UPDATE history SET id = id || 'x' WHERE case_id = 'case-1' AND seq = 1`]],
    ['an edited entry', [`UPDATE history SET body = ${oneByteOff} WHERE case_id = 'case-1' AND seq = 1`]],
    ['a deleted entry', [`DELETE FROM history WHERE case_id = 'case-1' AND seq = 1`]],
    ['a cut tail', [`DELETE FROM history WHERE case_id = 'case-1' AND seq = 2`]],
    [
      'an inserted entry',
      [
        `INSERT INTO history SELECT authority, case_id, 3, 'x', revision, body, wrote, hash FROM history WHERE case_id = 'case-1' AND seq = 2`,
      ],
    ],
    ['a record taken away', [`DELETE FROM records WHERE id = 'r1'`]],
    ['a case removed whole', [`DELETE FROM cases WHERE id = 'case-1'`]],
    ['a task given to another', [`UPDATE tasks SET assignee = 'kim' WHERE id = 't1'`]],
    [
      'a case put back as it was',
      [
        `UPDATE cases SET head = (SELECT hash FROM history WHERE case_id = 'case-1' AND seq = 1), entries = 1 WHERE id = 'case-1'`,
        `DELETE FROM history WHERE case_id = 'case-1' AND seq = 2`,
      ],
    ],
  ];
  it.each(tampering)('%s is found by verify', async (_what, statements) => {
    await fill();
    expect((await store.verify()).ok).toBe(true);
    tamper(...statements);
    const { ok, findings } = await store.verify();
    expect(ok).toBe(false);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('a restriction that is taken back by putting the older row in its place is found by verify', async () => {
    const file = join(folder.path, storeFile);
    await store.commit(aCommit(0));
    const before = new DatabaseSync(file);
    const row = before.prepare('SELECT * FROM families').get() ?? {};
    before.close();
    const restricted = aFamily('case-1', { restricted: { to: ['kim'], contact: 'kim', shown: 'hidden' } });
    await store.commit(aCommit(1, { family: restricted }));
    expect((await store.verify()).findings).toEqual([]);
    const db = new DatabaseSync(file);
    const set = Object.keys(row).map((column) => `${column} = ?`);
    db.prepare(`UPDATE families SET ${set.join(', ')}`).run(...(Object.values(row) as string[]));
    db.close();
    expect((await store.family('case-1'))?.restricted).toBeUndefined();
    expect((await store.verify()).findings).toMatchObject([
      { kind: 'case', id: 'case-1', message: /who may know of the family/ },
    ]);
    expect((await store.list('quarantined', {})).rows).toMatchObject([{ id: 'case-1' }]);
  });

  it('what is a family’s and stands in the open was put there by somebody else, and is found by verify', async () => {
    await store.commit(aCommit(0));
    const put = { kind: 'withheld' as const, body: { from: ['kim'] }, about: 'case-1', expecting: 0 };
    await store.put({ ...put, id: 'w1', case: 'case-1' });
    expect((await store.verify()).findings).toEqual([]);
    const { body, sum } = seal('withheld', 'w1', 1, { from: [] });
    tamper(`UPDATE documents SET case_id = '', sum = '${sum}', body = '${body}' WHERE kind = 'withheld'`);
    expect((await store.verify()).findings).toMatchObject([{ kind: 'withheld', id: 'w1' }]);
  });

  it('nothing is written onto a history that was cut', async () => {
    await fill();
    tamper(`DELETE FROM history WHERE case_id = 'case-1' AND seq = 2`);
    await expect(store.commit(aCommit(2))).rejects.toThrow(Damaged);
  });

  it('a chain rewritten whole is found with a head that was kept elsewhere', async () => {
    await fill();
    const heads = await store.heads();
    const elsewhere = temporaryFolder();
    const forged = storeIn(elsewhere.path);
    await forged.commit(aCommit(0, { actor: 'kim', records: [aRecord('r1')], tasks: [aTask('t1')] }));
    await forged.commit(aCommit(1, { reply: 'forged', records: [aRecord('r3')] }));
    expect((await forged.verify()).ok).toBe(true);
    const { findings } = await forged.verify(heads);
    expect(findings.map((finding) => finding.id)).toContain('case-1');
    await forged.close();
    elsewhere.remove();
  });

  it('the end cut off an audit chain is found by the next process, even with its head made to fit', async () => {
    const entry = {
      at: startOfTest,
      action: 'x',
      outcome: 'ok' as const,
      route: '/',
      status: 200,
      request: 'r',
    };
    for (let n = 0; n < 3; n += 1) await store.appendAudit([entry]);
    const next = storeIn(folder.path);
    await next.appendAudit([entry]);
    const process = store.about.process;
    tamper(
      `DELETE FROM audit WHERE process = '${process}' AND seq = 3`,
      `UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit WHERE process = '${process}' AND seq = 2) WHERE process = '${process}'`,
    );
    expect((await next.verify()).findings).toMatchObject([{ kind: 'audit', id: process }]);
    await next.close();
  });

  it('a transaction that was never committed leaves nothing when the process dies', async () => {
    await fill();
    const dying = new DatabaseSync(join(folder.path, storeFile));
    dying.exec(`BEGIN IMMEDIATE; UPDATE cases SET revision = 99; DELETE FROM history;`);
    dying.close();
    expect((await store.load('case-1'))?.case.revision).toBe(2);
    expect((await store.verify()).findings).toEqual([]);
  });

  it('a full disk refuses writes, reads go on, and space brings writes back', async () => {
    await fill();
    const before = await store.history('case-1', {});
    const connection = new DatabaseSync(join(folder.path, storeFile));
    const pages = Number(Object.values(connection.prepare('PRAGMA page_count').get() ?? {})[0]);
    connection.close();
    const capped = openSqlite({ folder: folder.path, maxPages: pages + 1 });
    const big = (n: number) =>
      aCommit(n, { records: [aRecord(`big-${n}`, { reason: 'x'.repeat(9000) })], commandId: `big-${n}` });
    let revision = 2;
    let refused;
    for (let n = 0; n < 20 && !refused; n += 1) {
      const done = await capped.commit(big(revision));
      if (done.ok) revision = done.revision;
      else refused = done;
    }
    expect(refused).toEqual({ ok: false, reason: 'full' });
    expect((await capped.history('case-1', {})).rows.slice(0, 2)).toEqual(before.rows);
    expect((await capped.health()).ok).toBe(true);
    await capped.close();
    expect((await store.commit(big(revision))).ok).toBe(true);
    expect((await store.verify()).findings).toEqual([]);
  });

  it('a store of a later release is refused and not touched', async () => {
    await store.close();
    tamper('PRAGMA user_version = 99');
    const file = join(folder.path, storeFile);
    const before = readFileSync(file);
    expect(() => storeIn(folder.path)).toThrow(/later release/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('a file that is no database is refused', async () => {
    await store.close();
    writeFileSync(
      join(folder.path, storeFile),
      'not a database at all, but long enough to have a header'.repeat(20),
    );
    expect(() => storeIn(folder.path)).toThrow();
  });

  it('a changed attachment is not served', async () => {
    const sent = await store.attach({
      ...{
        bytes: (async function* () {
          yield Buffer.from('picture');
        })(),
        limit: 100,
      },
      ...{ name: 'a.png', type: 'image/png', by: 'sam', at: startOfTest },
    });
    if (!sent.ok) throw new Error('not kept');
    const { id } = sent.facts;
    appendFileSync(join(folder.path, 'attachments', id.slice(0, 2), id), 'x');
    await expect(store.attachment(id)).rejects.toThrow(Damaged);
    expect((await store.verify()).findings).toMatchObject([{ kind: 'attachment', id }]);
  });

  it('a backup made under load holds everything acknowledged before it began', async () => {
    await fill();
    const target = temporaryFolder();
    const copy = join(target.path, 'copy');
    const keys = join(target.path, 'keys');
    const copying = store.backup(copy, keys);
    for (let n = 2; n < 30; n += 1) await store.commit(aCommit(n));
    await copying;
    const restored = openSqlite({ folder: copy, keys });
    expect((await restored.load('case-1'))?.case.revision).toBeGreaterThanOrEqual(2);
    expect(await restored.record('r2')).toBeDefined();
    expect((await restored.verify()).findings).toEqual([]);
    await restored.close();
    target.remove();
  });
});
