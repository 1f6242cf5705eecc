import type { Filter } from 'mongodb';
import type { PageAsked, Paged, Reader, TaskFilter, TaskRow, Views } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { unsealWith } from '../sealing.ts';
import type { TaskDocument } from './collections.ts';
import { familiesWithWords } from './family-views.ts';
import { after, equal, pageOf, text, texts, visible } from './filters.ts';
import type { Scope } from './scope.ts';

async function opened(
  scope: Scope,
  raw: TaskDocument[],
  limit: number,
  placeOf: (row: TaskDocument) => (string | number)[],
): Promise<Paged<TaskRow>> {
  const keys = await scope.keys.of(raw.map((row) => familyKeyId(row.case)));
  return pageOf(
    raw,
    limit,
    (row) => unsealWith<TaskRow>('task', row.id, 0, row, keys.get(familyKeyId(row.case))),
    placeOf,
  );
}

/** What a filter asks of rows beside its order; the families that match a text are looked up first. */
async function narrowed(
  scope: Scope,
  filter: Reader & { stage?: string; text?: string },
): Promise<Filter<TaskDocument>> {
  const families = filter.text === undefined ? undefined : await familiesWithWords(scope, filter.text);
  return {
    ...{ authority: scope.authority, ...visible<TaskDocument>(filter, 'case') },
    ...equal({ stage: filter.stage }),
    ...(families ? { case: { $in: families } } : {}),
  };
}

async function openTasks(scope: Scope, filter: TaskFilter): Promise<Filter<TaskDocument>> {
  const { assignee, assignees, team, teams, roles, steps, dueBy, dueFrom, given } = filter;
  const conditions: Filter<TaskDocument>[] = [
    { ...(await narrowed(scope, filter)), state: 'open', ...equal({ assignee, team }) },
  ];
  if (assignees) conditions.push({ assignee: { $in: texts(assignees) } });
  if (teams) conditions.push({ team: { $in: texts(teams) } });
  if (roles) conditions.push({ role: { $in: texts(roles) } });
  if (steps) conditions.push({ step: { $in: texts(steps) } });
  if (given === false) conditions.push({ assignee: '' });
  if (given === true) conditions.push({ assignee: { $gt: '' } });
  if (dueBy !== undefined) conditions.push({ due: { $lt: `${text(dueBy)}~` } });
  // what has no date sorts after all that have one
  if (dueFrom !== undefined) conditions.push({ due: { $gte: text(dueFrom), $lt: '~' } });
  return { $and: conditions };
}

/** Open tasks, earliest due first. */
export async function listOpenTasks(
  scope: Scope,
  filter: TaskFilter,
  page?: PageAsked,
): Promise<Paged<TaskRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const where = await openTasks(scope, filter);
  const raw = await scope.tasks
    .find(place ? { $and: [where, after<TaskDocument>('due', 'id', place)] } : where)
    .sort({ due: 1, id: 1 })
    .limit(limit + 1)
    .toArray();
  return opened(scope, raw, limit, (row) => [row.due, row.id]);
}

export async function countTasks(scope: Scope, filter: TaskFilter): Promise<number> {
  return scope.tasks.countDocuments(await openTasks(scope, filter));
}

/** What one person completed, latest first. */
export async function listDoneTasks(
  scope: Scope,
  filter: Views['done-tasks']['filter'],
  page?: PageAsked,
): Promise<Paged<TaskRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const where: Filter<TaskDocument> = {
    ...(await narrowed(scope, filter)),
    ...{ state: 'done', doneBy: text(filter.by) },
  };
  const raw = await scope.tasks
    .find(place ? { $and: [where, after<TaskDocument>('doneAt', 'id', place, '$lt')] } : where)
    .sort({ doneAt: -1, id: -1 })
    .limit(limit + 1)
    .toArray();
  return opened(scope, raw, limit, (row) => [row.doneAt, row.id]);
}

export async function countDone(scope: Scope, by: string, reader: Reader): Promise<number> {
  const mine = { authority: scope.authority, state: 'done' as const, doneBy: text(by) };
  return scope.tasks.countDocuments({ ...mine, ...visible<TaskDocument>(reader, 'case') });
}

/** Tasks of one case: whoever may read the case may read them. Open ones first ('open' sorts after 'done'). */
export async function listCaseTasks(
  scope: Scope,
  filter: Views['case-tasks']['filter'],
  page?: PageAsked,
): Promise<Paged<TaskRow>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 3);
  const states = (['open', 'done'] as const).filter((state) => (filter.state ?? state) === state);
  const raw: TaskDocument[] = [];
  for (const state of states) {
    const closed = state === 'done' ? 1 : 0;
    if (place && closed < Number(place[0])) continue;
    if (raw.length > limit) break;
    const where: Filter<TaskDocument> = { authority: scope.authority, case: text(filter.case), state };
    const beyond =
      place && closed === Number(place[0]) ? after<TaskDocument>('due', 'id', place.slice(1)) : {};
    const found = scope.tasks.find({ $and: [where, beyond] }).sort({ due: 1, id: 1 });
    raw.push(...(await found.limit(limit + 1 - raw.length).toArray()));
  }
  return opened(scope, raw, limit, (row) => [row.state === 'done' ? 1 : 0, row.due, row.id]);
}
