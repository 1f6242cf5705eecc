import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, storeFile, type ChainHead, type Store } from '../../../server/store/index.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { textOf } from './dumped.ts';

const frozen = join(import.meta.dirname, 'format-1');
const said = JSON.parse(readFileSync(join(frozen, 'said.json'), 'utf8')) as {
  cases: { id: string; version: string; open: boolean }[];
  family: string;
  draft: string;
  heads: ChainHead[];
  open: [id: string, step: string, due: string][];
};

describe('a store of format 1', () => {
  let folder: TemporaryFolder;
  let store: Store | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
    const file = join(folder.path, storeFile);
    writeFileSync(file, gunzipSync(readFileSync(join(frozen, `${storeFile}.gz`))));
    cpSync(join(frozen, 'attachments'), join(folder.path, 'attachments'), { recursive: true });
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
    folder.remove();
  });
  const opened = (): Store => (store ??= openSqlite({ folder: folder.path }));
  const tamper = (sql: string) => {
    const db = new DatabaseSync(join(folder.path, storeFile));
    db.exec(sql);
    db.close();
  };

  it('opens with the same cases and open tasks, and heads kept before still vouch for it', async () => {
    const { rows } = await opened().list('open-tasks', { reader: 'sam' }, { limit: 500 });
    expect(rows.map((row) => [row.id, row.step, row.due?.on ?? ''])).toEqual(said.open);
    expect((await opened().list('cases', {})).rows).toEqual(said.cases);
    expect(await opened().verify(said.heads)).toMatchObject({ ok: true, cases: 2, findings: [] });
    expect((await opened().load(said.family))?.family.name).toMatch(/\w/);
    expect((await opened().document('draft', said.draft))?.body).toMatchObject({
      value: 'Ada is fed and warm.',
    });
    expect((await opened().list('families', { reader: 'sam', text: 'quill' })).rows).toHaveLength(1);
    expect((await opened().list('audit', { thing: said.family })).rows).not.toEqual([]);
  });

  it('holds nothing in the open any more, in the database or beside it', async () => {
    const drawing = 'a drawing of a house';
    await opened().close();
    store = undefined;
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((f) =>
      f.isFile(),
    );
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const secret of ['fed and warm', drawing, 'whatWorriesYou']) {
        expect(text.includes(secret), `${file.name}: ${secret}`).toBe(false);
      }
    }
    const db = new DatabaseSync(join(folder.path, storeFile));
    const { id } = db.prepare('SELECT id FROM attachments').get() as { id: string };
    db.close();
    const found = await opened().attachment(id);
    expect(found?.facts).toMatchObject({ name: 'house.png', case: said.family });
    if (!found) throw new Error('no file');
    expect(await textOf(found.open())).toBe(drawing);
  });

  it('whose chain is rewritten after the upgrade no longer fits the heads kept before it', async () => {
    await opened().close();
    store = undefined;
    tamper(`UPDATE history SET wrote = replace(wrote, '"was":{"hash":"', '"was":{"hash":"x') WHERE seq = 2`);
    const { findings } = await opened().verify(said.heads);
    expect(findings).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/rewritten/) }));
  });

  it.each([
    ['a row', `UPDATE tasks SET body = replace(body, 'family-', 'familiy-')`],
    ['a chain', `UPDATE history SET hash = 'x' WHERE seq = 3`],
  ])('with %s that is damaged is refused, named, and left as it was', (_what, sql) => {
    tamper(sql);
    const file = join(folder.path, storeFile);
    const before = readFileSync(file);
    expect(() => opened()).toThrow(/can't be upgraded.*Nothing was changed/s);
    const after = new DatabaseSync(file);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
    expect(after.prepare('PRAGMA table_info(cases)').all()).toHaveLength(7);
    after.close();
    expect(before.length).toBe(readFileSync(file).length);
    expect(existsSync(join(folder.path, 'attachments'))).toBe(true);
  });
});
