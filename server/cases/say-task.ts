import { dayOf } from '#engine';
import type { Version } from '#engine';
import { accountNames, allTeams } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import { sayAge, sayDue } from './words.ts';

interface Names {
  accounts: Map<string, string>;
  teams: { id: string; name: string }[];
}

/**
 * Stored rows as queues show them: due dates in words, accounts, teams and ages by name and number. `covers`: the
 * absent colleagues whose work is the reader's today.
 */
export async function sayTasks(host: Host, rows: TaskRow[], covers: readonly string[] = []) {
  if (rows.length === 0) return [];
  const ids = rows.flatMap((row) => [row.assignee, row.completed?.by]);
  const [accounts, teams, version] = await Promise.all([
    accountNames(host.store, ids),
    allTeams(host.store),
    host.versions.current(),
  ]);
  return rows.map((row) => {
    const covering = row.assignee !== undefined && covers.includes(row.assignee) && !row.completed;
    return { ...sayTask(host, version, row, { accounts, teams }), ...(covering ? { covering } : {}) };
  });
}

export type SaidTask = ReturnType<typeof sayTask>;

function sayTask(host: Host, version: Version, row: TaskRow, { accounts, teams }: Names) {
  const today = dayOf(host.clock.now());
  const { due, assignee, completed } = row;
  const childName = (id: string): string => row.children.find((child) => child.id === id)?.name ?? '';
  const gone = 'Somebody who left';
  const named = (id: string) => ({ id, name: accounts.get(id) ?? gone });
  return {
    ...{ id: row.id, case: row.case, caseName: row.caseName, step: row.step, what: row.what },
    ...{ stage: row.stage, ...(row.strand ? { strand: row.strand } : {}) },
    children: row.children.map((child) => {
      const age = sayAge(child, today);
      const unborn = !child.born && child.expected !== undefined;
      return { id: child.id, name: child.name, unborn, ...(age ? { age } : {}) };
    }),
    role: row.role,
    ...(assignee ? { assignee: named(assignee) } : {}),
    ...(row.team
      ? { team: { id: row.team, name: teams.find((one) => one.id === row.team)?.name ?? row.team } }
      : {}),
    ...(due && !completed ? { due: sayDue(due, version, host.clock.now(), childName) } : {}),
    opened: row.opened,
    ...(completed ? { completed: { by: named(completed.by), at: completed.at } } : {}),
    ...(completed?.record ? { record: completed.record } : {}),
  };
}
