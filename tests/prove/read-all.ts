import { buffer } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { hash } from 'node:crypto';
import type { Store } from '../../server/store/index.ts';
import type { Filled } from './filled-store.ts';

/** By what was asked for: what the store said, or that it said no. */
export type Said = Map<string, string | undefined>;

/** Asks the store for everything that was put into it. A fault and an absence are both "not served". */
export async function readAll(store: Store, filled: Filled): Promise<Said> {
  const said: Said = new Map();
  const ask = async (what: string, answer: () => Promise<unknown>): Promise<void> => {
    const value = await answer().catch(() => undefined);
    said.set(what, value === undefined ? undefined : JSON.stringify(value));
  };
  // a list may leave out what is damaged, and says so: each row by itself is as it was, or not there
  const rows = async (what: string, page: Promise<{ rows: { id: string }[] }>): Promise<void> => {
    const served = (await page.catch(() => undefined))?.rows ?? [];
    // an entry beside which another was put in has another place, and is what was written all the same
    for (const row of served) said.set(`${what} ${row.id}`, JSON.stringify({ ...row, seq: 0 }));
  };
  for (const id of filled.cases) {
    await ask(`case ${id}`, async () => (await store.load(id))?.case);
    await ask(`family ${id}`, () => store.family(id));
    await rows(`history ${id}`, store.history(id, { limit: 500 }));
    await rows(`tasks ${id}`, store.list('case-tasks', { case: id }, { limit: 500 }));
  }
  for (const id of filled.people) await ask(`person ${id}`, () => store.person(id));
  for (const id of filled.records) await ask(`record ${id}`, () => store.record(id));
  for (const [id, command, actor] of filled.commands)
    await ask(`reply ${id} ${command}`, () => store.answered(id, command, actor));
  for (const id of filled.files) {
    await ask(`file ${id}`, async () => {
      const file = await store.attachment(id);
      return file && [file.facts, hash('sha256', await buffer(file.open()))];
    });
  }
  await rows('notes', store.list('documents', { kind: 'note' }, { limit: 500 }));
  return said;
}

/** Every row of every table as it lies in the file; undefined when the file can't be read whole. */
export function rowsOf(file: string): Record<string, string> | undefined {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [whole] = Object.values(db.prepare('PRAGMA integrity_check').get() ?? {});
    if (whole !== 'ok') return undefined;
    const tables = db.prepare(`SELECT name, sql FROM sqlite_schema ORDER BY name`).all();
    // a letter of the schema that became a small or a capital one changes nothing
    const rows = tables.map(({ name, sql }) => {
      const isTable = String(sql).startsWith('CREATE TABLE');
      const all = isTable ? db.prepare(`SELECT * FROM "${String(name)}"`).all() : [];
      return [String(name), hash('sha256', JSON.stringify([String(sql).toLowerCase(), all]))] as const;
    });
    return Object.fromEntries(rows);
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}
