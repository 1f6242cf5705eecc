import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { TaskRow } from '../store/port.ts';
import type { Happened } from './complete.ts';
import { sayTasks } from '../cases/index.ts';

/** What a command led to, with the tasks and children by name. Tasks that closed since are left out. */
export async function sayHappened(host: Host, caseId: string, happened: Happened) {
  const [rows, people, family] = await Promise.all([
    Promise.all(happened.opened.map((id) => host.store.task(id))),
    host.store.people(happened.children.map((child) => child.id)),
    host.store.family(caseId),
  ]);
  const opened = rows.filter((row): row is TaskRow => row?.state === 'open');
  return {
    ...{ says: happened.says, record: happened.record, opened: await sayTasks(host, opened) },
    children: happened.children.map(({ id }) => {
      const stage = family?.children.find((child) => child.id === id)?.stage;
      const person = people.find((one) => one.id === id);
      const { called } = shownPerson(id, person?.body ?? {});
      return { id, name: called, ...(stage ? { stage } : {}) };
    }),
  };
}

/** What a completed task led to, as its command was answered: the page that says so may be loaded again. */
export async function happenedAt(host: Host, row: TaskRow) {
  const { record, by } = row.completed ?? {};
  const before = `${row.case}-r-`;
  if (!record?.startsWith(before) || !by) return undefined;
  const known = await host.store.answered(row.case, record.slice(before.length), by);
  const reply = known?.reply as Happened | null | undefined;
  return reply ? sayHappened(host, row.case, reply) : undefined;
}
