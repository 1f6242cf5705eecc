import type { FastifyRequest } from 'fastify';
import { momentInWords } from '#engine';
import type { Task, Version } from '#engine';
import { accountNames, taskThing } from '../access/index.ts';
import type { Thing } from '../access/index.ts';
import { historyOf } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Store, StoredCase, TaskRow } from '../store/port.ts';
import { versionOfTask } from './task-version.ts';

/** The row of a task: as it stands open, or as it was completed last. */
export async function findTask(store: Store, id: string): Promise<TaskRow | undefined> {
  const row = await store.task(id);
  if (row) return row;
  const done = await store.list('case-tasks', { case: caseOf(id), state: 'done' }, { limit: 500 });
  const own = done.rows.filter((one) => one.id.startsWith(`${id}.`));
  return own.sort((a, b) => (a.completed?.at ?? '').localeCompare(b.completed?.at ?? '')).at(-1);
}

/** The engine makes the id of a task from that of its case. */
function caseOf(task: string): string {
  return task.slice(0, Math.max(0, task.lastIndexOf('-t')));
}

/** The task of an address as access looks at it: open, completed, or closed because the pathway moved on. */
export function taskOf(host: Host) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const { id } = request.params as { id: string };
    const row = await findTask(host.store, id);
    const family = await host.store.family(row?.case ?? caseOf(id));
    if (!family) return undefined;
    if (row) return taskThing(row, family);
    const closed = await closedAt(host.store, id);
    return closed ? { kind: 'task', id, case: family.id, families: [family] } : undefined;
  };
}

/** When the pathway closed a task that nobody completed. */
async function closedAt(store: Store, task: string): Promise<string | undefined> {
  const entries = await historyOf(store, caseOf(task));
  return entries.findLast((one) => one.kind === 'task-closed' && one.about['task'] === task)?.at;
}

export interface OpenTask {
  row: TaskRow;
  stored: StoredCase;
  version: Version;
  task: Task;
}

/** A task that can still be worked on; for any other the request ends with who was first, and when. */
export async function openTask(host: Host, id: string): Promise<OpenTask> {
  const row = await host.store.task(id);
  const stored = row?.state === 'open' ? await host.store.load(row.case) : undefined;
  const task = stored?.case.tasks.find((one) => one.id === id);
  if (!row || !stored || !task) return refuseNotOpen(host, id);
  const version = await versionOfTask(host, await host.versions.get(stored.case.version), task);
  return { row, stored, task, version };
}

/** What somebody had written stays theirs: the answer says who completed the task, or that nobody has to. */
export async function refuseNotOpen(host: Host, id: string): Promise<never> {
  const row = await findTask(host.store, id);
  if (row?.completed) {
    const { by, at } = row.completed;
    const name = (await accountNames(host.store, [by])).get(by) ?? 'Somebody who left';
    return refuse(
      409,
      'not-open',
      `${name} completed “${row.what}” on ${momentInWords(at)}. What you wrote is still on your page.`,
      { changed: { by: name, at, what: row.what } },
    );
  }
  const at = await closedAt(host.store, id);
  if (!at) return refuseAbsent();
  return refuse(
    409,
    'not-open',
    `The pathway moved on and closed this step on ${momentInWords(at)}. What was written in it is kept, and offered when a step with the same form opens again.`,
    { changed: { at } },
  );
}
