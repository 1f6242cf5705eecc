import type { Commit, FamilyRow } from '../port.ts';
import { seal, type DataKey, type Sealed } from '../sealing.ts';
import { cardColumns, familyColumns, taskColumns } from '../columns.ts';
import type { Values } from './database.ts';
import type { Scope } from './scope.ts';

/** Insert that replaces the row under the same key. Table and columns are ours, never from outside. */
export function upsert(table: string, keys: string[], values: Values): string {
  const columns = Object.keys(values);
  const rest = columns.filter((column) => !keys.includes(column));
  const names = columns.join(', ');
  const marks = columns.map((column) => `:${column}`).join(', ');
  const sets = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  return `INSERT INTO ${table} (${names}) VALUES (${marks}) ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sets}`;
}

/** By table, the statement that replaces a row. */
const whole = new Map<string, string>();

/** Writes a row over the one under the same key. A table is written with the same columns always. */
export function replace(db: Scope['db'], table: string, keys: string[], values: Values): void {
  const sql = whole.get(table) ?? upsert(table, keys, values);
  whole.set(table, sql);
  db.run(sql, values);
}

/** By table, the statement for a row whose content alone is new. */
const contents = new Map<string, string>();

/** Writes a row of a list. Most are listed as before a commit: where their content alone is new, no index is touched. */
function put(db: Scope['db'], table: string, keys: string[], values: Values): void {
  const sql = contents.get(table) ?? content(table, values);
  contents.set(table, sql);
  if (db.run(sql, values) === 0) replace(db, table, keys, values);
}

function content(table: string, values: Values): string {
  const listed = Object.keys(values).filter((column) => column !== 'body' && column !== 'sum');
  const same = listed.map((column) => `${column} = :${column}`).join(' AND ');
  return `UPDATE ${table} SET body = :body, sum = :sum WHERE ${same}`;
}

/** Writes the rows that lists are read from, so that they say what the case says after this commit. */
export function project(scope: Scope, commit: Commit, key: DataKey, family: Sealed): void {
  projectTasks(scope, commit, key);
  projectFamily(scope, commit.family, family);
  projectCards(scope, commit, key);
}

function projectTasks({ db, authority }: Scope, commit: Commit, key: DataKey): void {
  const kept = JSON.stringify(commit.tasks.map((row) => row.id));
  db.run(
    `DELETE FROM tasks WHERE authority = :authority AND case_id = :case AND state = 'open'
     AND id NOT IN (SELECT value FROM json_each(:kept))`,
    { authority, case: commit.case.id, kept },
  );
  for (const row of commit.tasks) {
    const values = { authority, ...taskColumns(row), ...seal('task', row.id, 0, row, key) };
    put(db, 'tasks', ['authority', 'id'], values);
  }
}

function projectFamily(scope: Scope, row: FamilyRow, sealed: Sealed): void {
  const { db, authority } = scope;
  const values = { authority, ...familyColumns(row), ...sealed };
  put(db, 'families', ['authority', 'id'], values);
  findBy(scope, row);
}

/** By which words and people the family is found. */
export function findBy({ db, authority }: Scope, row: FamilyRow): void {
  writeSet(db, 'family_words', 'word', { authority, case_id: row.id }, row.words);
  writeSet(db, 'family_people', 'person', { authority, case_id: row.id }, row.people);
}

/** Makes the rows of one case in a two-column table exactly `wanted`; most commits change nothing here. */
function writeSet(
  db: Scope['db'],
  table: 'family_words' | 'family_people',
  column: 'word' | 'person',
  key: { authority: string; case_id: string },
  wanted: string[],
): void {
  const where = 'authority = :authority AND case_id = :case_id';
  const there = new Set(
    db
      .all<{ value: string }>(`SELECT ${column} AS value FROM ${table} WHERE ${where}`, key)
      .map((r) => r.value),
  );
  const next = new Set(wanted);
  for (const value of [...there].filter((one) => !next.has(one))) {
    db.run(`DELETE FROM ${table} WHERE ${where} AND ${column} = :value`, { ...key, value });
  }
  for (const value of [...next].filter((one) => !there.has(one))) {
    db.run(`INSERT INTO ${table} (authority, case_id, ${column}) VALUES (:authority, :case_id, :value)`, {
      ...key,
      value,
    });
  }
}

function projectCards({ db, authority }: Scope, commit: Commit, key: DataKey): void {
  const stages = JSON.stringify(commit.cards.map((card) => card.stage.id));
  db.run(
    `DELETE FROM cards WHERE authority = :authority AND case_id = :case
     AND stage NOT IN (SELECT value FROM json_each(:stages))`,
    { authority, case: commit.case.id, stages },
  );
  for (const card of commit.cards) {
    const sealed = seal('card', `${card.case}/${card.stage.id}`, 0, card, key);
    const values = { authority, ...cardColumns(card), ...sealed };
    put(db, 'cards', ['authority', 'stage', 'case_id'], values);
  }
}
