import type { PageAsked, Paged, Reader, TaskFilter, TaskRow, Views } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { unsealWith } from '../sealing.ts';
import { mayBeSeen, notWithout, readerMark } from '../columns.ts';
import type { Values } from './database.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import type { Scope } from './scope.ts';
import { familiesWithWords } from './words.ts';

interface TaskRaw {
  id: string;
  case_id: string;
  due: string;
  done_at: string;
  body: string;
  sum: string;
}

/** How these rows are opened, after one look for all their keys. */
function opening({ keys }: Scope, raws: { case_id: string }[]) {
  const state = keys.states(raws.map((raw) => familyKeyId(raw.case_id)));
  return (raw: TaskRaw): TaskRow | undefined =>
    unsealWith<TaskRow>('task', raw.id, 0, raw, state(familyKeyId(raw.case_id)));
}

interface Narrowed {
  where: string[];
  values: Values;
}

/** Adds a condition and its value, when the filter has one. */
function narrow(into: Narrowed, column: string, value: string | undefined): void {
  if (value === undefined) return;
  into.where.push(`${column} = :${column}`);
  into.values[column] = value;
}

/** Leaves out cases that the reader must not know of: rarely any. */
function leaveOut(into: Narrowed, column: string, without: string[] | undefined): void {
  if (!without?.length) return;
  into.where.push(notWithout(column));
  into.values['without'] = JSON.stringify(without);
}

function narrowed(authority: string, filter: Reader & { stage?: string; text?: string }) {
  const into: Narrowed = {
    where: ['authority = :authority', mayBeSeen],
    values: { authority, reader: readerMark(filter.reader) },
  };
  leaveOut(into, 'case_id', filter.without);
  narrow(into, 'stage', filter.stage);
  const families = filter.text === undefined ? undefined : familiesWithWords(filter.text, into.values);
  if (families) into.where.push(`case_id IN (${families})`);
  return into;
}

function openTasks(authority: string, filter: TaskFilter): Narrowed {
  const into = narrowed(authority, filter);
  into.where.push(`state = 'open'`);
  narrow(into, 'assignee', filter.assignee);
  if (filter.assignees) {
    into.where.push('assignee IN (SELECT value FROM json_each(:assignees))');
    into.values['assignees'] = JSON.stringify(filter.assignees);
  }
  narrow(into, 'team', filter.team);
  if (filter.teams) {
    into.where.push('team IN (SELECT value FROM json_each(:teams))');
    into.values['teams'] = JSON.stringify(filter.teams);
  }
  if (filter.given === false) into.where.push(`assignee = ''`);
  if (filter.given === true) into.where.push(`assignee > ''`);
  if (filter.roles) {
    into.where.push('role IN (SELECT value FROM json_each(:roles))');
    into.values['roles'] = JSON.stringify(filter.roles);
  }
  if (filter.steps) {
    into.where.push('step IN (SELECT value FROM json_each(:steps))');
    into.values['steps'] = JSON.stringify(filter.steps);
  }
  if (filter.dueBy !== undefined) {
    into.where.push(`due < :dueBy || '~'`);
    into.values['dueBy'] = filter.dueBy;
  }
  if (filter.dueFrom !== undefined) {
    // what has no date sorts after all that have one
    into.where.push(`due >= :dueFrom AND due < '~'`);
    into.values['dueFrom'] = filter.dueFrom;
  }
  return into;
}

export function listOpenTasks(scope: Scope, filter: TaskFilter, page?: PageAsked): Paged<TaskRow> {
  const { db, authority } = scope;
  const { where, values } = openTasks(authority, filter);
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  if (place) {
    where.push('(due, id) > (:due, :id)');
    Object.assign(values, { due: String(place[0]), id: String(place[1]) });
  }
  const raw = db.all<TaskRaw>(
    `SELECT id, case_id, due, done_at, body, sum FROM tasks WHERE ${where.join(' AND ')} ORDER BY due, id LIMIT :limit`,
    { ...values, limit: limit + 1 },
  );
  return toPage(raw, limit, opening(scope, raw), (row) => [row.due, row.id]);
}

export function countTasks({ db, authority }: Scope, filter: TaskFilter): number {
  const { where, values } = openTasks(authority, filter);
  return (
    db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM tasks WHERE ${where.join(' AND ')}`, values)?.n ?? 0
  );
}

export function listDoneTasks(
  scope: Scope,
  filter: Views['done-tasks']['filter'],
  page?: PageAsked,
): Paged<TaskRow> {
  const { db, authority } = scope;
  const { where, values } = narrowed(authority, filter);
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  where.push('done_by = :by');
  if (place) {
    where.push('(done_at, id) < (:at, :id)');
    Object.assign(values, { at: String(place[0]), id: String(place[1]) });
  }
  const raw = db.all<TaskRaw>(
    `SELECT id, case_id, due, done_at, body, sum FROM tasks WHERE ${where.join(' AND ')}
     ORDER BY done_at DESC, id DESC LIMIT :limit`,
    { ...values, by: filter.by, limit: limit + 1 },
  );
  return toPage(raw, limit, opening(scope, raw), (row) => [row.done_at, row.id]);
}

export function countDone({ db, authority }: Scope, by: string, reader: Reader): number {
  const { where, values } = narrowed(authority, reader);
  const sql = `SELECT COUNT(*) AS n FROM tasks WHERE ${where.join(' AND ')} AND done_by = :by`;
  return db.get<{ n: number }>(sql, { ...values, by })?.n ?? 0;
}

/** Tasks of one case: whoever may read the case may read them. Open ones first ('open' sorts after 'done'). */
export function listCaseTasks(
  scope: Scope,
  filter: Views['case-tasks']['filter'],
  page?: PageAsked,
): Paged<TaskRow> {
  const { db, authority } = scope;
  const limit = limitOf(page);
  const place = readPlace(page?.after, 3);
  const raw = db.all<TaskRaw & { closed: number }>(
    `SELECT id, case_id, due, done_at, body, sum, state = 'done' AS closed FROM tasks
     WHERE authority = :authority AND case_id = :case
     ${filter.state === undefined ? '' : 'AND state = :state'}
     ${place ? `AND (state = 'done', due, id) > (:closed, :due, :id)` : ''}
     ORDER BY closed, due, id LIMIT :limit`,
    {
      authority,
      case: filter.case,
      limit: limit + 1,
      ...(filter.state === undefined ? {} : { state: filter.state }),
      ...(place ? { closed: Number(place[0]), due: String(place[1]), id: String(place[2]) } : {}),
    },
  );
  return toPage(raw, limit, opening(scope, raw), (row) => [row.closed, row.due, row.id]);
}
