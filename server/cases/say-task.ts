import { dayOf } from '#engine';
import type { Version } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import { sayAge, sayDue } from './words.ts';

/** Stored rows as queues show them: due dates in words, accounts and ages by name and number. */
export async function sayTasks(host: Host, rows: TaskRow[]) {
  const accounts = rows.flatMap((row) => [row.assignee, row.completed?.by]);
  const names = await accountNames(host.store, accounts);
  const version = await host.versions.current();
  return rows.map((row) => sayTask(host, version, row, names));
}

export type SaidTask = ReturnType<typeof sayTask>;

function sayTask(host: Host, version: Version, row: TaskRow, names: Map<string, string>) {
  const today = dayOf(host.clock.now());
  const { due, assignee, completed } = row;
  const childName = (id: string): string => row.children.find((child) => child.id === id)?.name ?? '';
  return {
    ...{ id: row.id, case: row.case, caseName: row.caseName, step: row.step, what: row.what },
    ...{ stage: row.stage, ...(row.strand ? { strand: row.strand } : {}) },
    children: row.children.map((child) => {
      const age = sayAge(child, today);
      const unborn = !child.born && child.expected !== undefined;
      return { id: child.id, name: child.name, unborn, ...(age ? { age } : {}) };
    }),
    role: row.role,
    ...(assignee ? { assignee: { id: assignee, name: names.get(assignee) ?? 'Somebody who left' } } : {}),
    ...(row.team ? { team: row.team } : {}),
    ...(due && !completed ? { due: sayDue(due, version, host.clock.now(), childName) } : {}),
    opened: row.opened,
    ...(completed
      ? { completed: { by: { id: completed.by, name: names.get(completed.by) ?? '' }, at: completed.at } }
      : {}),
    ...(completed?.record ? { record: completed.record } : {}),
  };
}
