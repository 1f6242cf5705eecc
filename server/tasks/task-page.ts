import { elementAt, formOf } from '#engine';
import { accountNames, may, taskThing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { answersPage } from './answers-page.ts';
import { sayTasks } from '../cases/index.ts';

/** A task with its form, what is known by each question's policy, and what was typed so far. */
export async function taskPage(host: Host, person: Person, id: string) {
  const row = await host.store.task(id);
  const stored = row && (await host.store.load(row.case));
  if (!row || !stored) return refuseAbsent();
  const task = stored.case.tasks.find((one) => one.id === id);
  const [said] = await sayTasks(host, [row]);
  // what was completed is told under the task that was asked for
  if (!task)
    return {
      task: { ...said, id },
      case: { id: stored.case.id, name: row.caseName },
      record: row.completed?.record,
    };
  const version = await host.versions.get(stored.case.version);
  const step = elementAt(version.pathway, task.step);
  const page = await answersPage(host, {
    ...{ version, kase: stored.case, form: formOf(version, task.form), children: task.children, task },
    place: { owner: task.id, case: stored.case.id, form: task.form },
    ...(task.resumes ? { resumes: task.resumes } : {}),
  });
  const names = await accountNames(
    host.store,
    task.notes.map((note) => note.by),
  );
  const allowed = may(person, 'complete-task', taskThing(row, stored.family));
  return {
    ...page,
    task: { ...said, revision: stored.case.revision },
    ...(step?.purpose ? { purpose: step.purpose } : {}),
    ...(step?.statute ? { statute: step.statute } : {}),
    ...(step?.practice ? { practice: step.practice } : {}),
    notes: task.notes.map(({ at, by, text }) => ({ at, by: names.get(by) ?? '', text })),
    canComplete: allowed.ok ? { ok: true } : { ok: false, message: allowed.say },
  };
}
