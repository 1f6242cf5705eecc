import { accountNames, familyThing, may, taskThing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymousTask, pseudonymsFor, sayTasks } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import type { Act, Definition } from './definitions.ts';
import type { TaskFound } from './of-tasks.ts';
import { readsReasons } from './reads-reasons.ts';
import type { WorklistRow } from './row.ts';
import { daysLate } from './words.ts';

/** Open tasks as rows of a list. */
export async function sayTaskRows(
  host: Host,
  person: Person,
  definition: Definition,
  found: TaskFound[],
): Promise<WorklistRow[]> {
  const names = await pseudonymsFor(host.store, person);
  const shown = found.map(({ row }) => (names ? pseudonymousTask(row, names) : row));
  const ids = [...new Set(found.map(({ row }) => row.case))];
  const families = new Map(
    (await Promise.all(ids.map((id) => host.store.family(id)))).flatMap((one) =>
      one ? [[one.id, one]] : [],
    ),
  );
  const [tasks, readsReason, accounts] = await Promise.all([
    sayTasks(host, shown),
    readsReasons(host, person),
    accountNames(
      host.store,
      found.map(({ dealt }) => dealt?.by),
    ),
  ]);
  return tasks.map((task, at): WorklistRow => {
    const { row, dealt } = found[at] as TaskFound;
    const { due, team } = task;
    const family = families.get(row.case);
    return {
      ...{ id: task.id, case: task.case, caseName: task.caseName, task: task.id, what: task.what },
      children: task.children.map(({ id, name }) => ({ id, name })),
      ...{ role: task.role.name, ...(task.assignee ? { worker: task.assignee } : {}) },
      ...(team ? { team } : {}),
      ...(due ? { clock: due.timescale, due: due.on, why: due.because } : {}),
      ...{ says: due?.says ?? '', late: due?.late ?? false, days: daysLate(due?.on, host.clock.now()) },
      ...(dealt && readsReason(family)
        ? { reason: { says: dealt.reason, by: accounts.get(dealt.by) ?? '', at: dealt.at } }
        : {}),
      does: actsOn(person, row, family, definition),
    };
  });
}

/** What this person may do with the task where it is listed. */
function actsOn(
  person: Person,
  row: TaskFound['row'],
  family: FamilyRow | undefined,
  { due }: Definition,
): Act[] {
  if (!family) return [];
  const task = taskThing(row, family);
  const gives = may(person, 'give-task', task).ok;
  return [
    ...(may(person, 'read-task', task).ok && !person.pseudonymised ? (['open'] as const) : []),
    ...(gives ? (['give'] as const) : []),
    ...(gives && due === 'late' ? (['explain'] as const) : []),
    ...actsOnFamily(person, family),
  ];
}

/** What this person may do with a family wherever one of its rows is listed. */
export function actsOnFamily(person: Person, family: FamilyRow): Act[] {
  const thing = familyThing(family);
  const adds = may(person, 'add-record', thing).ok;
  return [
    ...(adds ? (['oversee', 'escalate'] as const) : []),
    ...(may(person, 'reopen-task', thing).ok ? (['reopen'] as const) : []),
  ];
}
