import { completeTask, elementAt, formOf } from '#engine';
import { accountNames, familyThing, may, performsOf, taskThing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { sayTasks } from '../cases/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import { caseAs, readAs } from '../withholding/index.ts';
import { answersPage } from './answers-page.ts';
import { findTask, openTask } from './find-task.ts';
import type { OpenTask } from './find-task.ts';
import { happenedAt } from './say-happened.ts';

/** A task with its form, what is known by each question's policy, and what was typed so far. */
export async function taskPage(host: Host, person: Person, id: string) {
  const row = await findTask(host.store, id);
  if (row?.state === 'done') return donePage(host, row);
  const open = await openTask(host, id);
  refuseCurious(person, open);
  const reading = await readAs(host, open.stored.case.id, person.id);
  return askedPage(host, reading, person, open);
}

/** An open task as its page asks it; `reading` is the server as whoever looks at the page may read it. */
export async function askedPage(host: Host, reading: Host, person: Person, open: OpenTask) {
  const { version, stored, task } = open;
  const [said] = await sayTasks(host, [open.row]);
  const kase = await caseAs(reading, host, stored.case);
  const page = await answersPage(reading, {
    ...{ version, kase, form: formOf(version, task.form), children: task.children, task },
    place: { ...placeOf(open), open: stored.case.tasks.map((one) => one.id) },
    readsRecords: may(person, 'read-record', familyThing(stored.family)).ok,
    ...(task.resumes ? { resumes: task.resumes } : {}),
  });
  const by = task.notes.map((note) => note.by);
  const names = await accountNames(host.store, by);
  return {
    ...page,
    ...aboutStep(open),
    task: { ...said, revision: stored.case.revision },
    notes: task.notes.map(({ at, by: who, text }) => ({ at, by: names.get(who) ?? '', text })),
    canComplete: canComplete(person, open, host.clock.now()),
  };
}

export function placeOf({ row, task, version }: OpenTask) {
  const moved = task.lookAgain ? { version: version.id } : {};
  return { owner: task.id, case: row.case, form: task.form, ...moved };
}

/** A form shows what is known of a family: it is for those who do the step, and those who may read the family. */
export function refuseCurious(person: Person, { row, stored }: OpenTask): void {
  if (performsOf(person.roles).includes(row.role.id)) return;
  const answer = may(person, 'read-family', familyThing(stored.family));
  if (!answer.ok) refuse(403, answer.code, answer.say);
}

function aboutStep({ version, task }: OpenTask) {
  const step = elementAt(version.pathway, task.step);
  return {
    ...(step?.purpose ? { purpose: step.purpose } : {}),
    ...(step?.statute ? { statute: step.statute } : {}),
    ...(step?.practice ? { practice: step.practice } : {}),
  };
}

/** Whether this person may complete it: by their rights, and because they are not the author of what it decides on. */
function canComplete(person: Person, { row, stored, version, task }: OpenTask, now: string) {
  const allowed = may(person, 'complete-task', taskThing(row, stored.family));
  if (!allowed.ok) return { ok: false, message: allowed.say };
  const tried = completeTask(version, stored.case, {
    ...{ by: person.id, now, commandId: 'look-ahead', task: task.id },
    answers: { answers: {}, perChild: {} },
  });
  const isAuthor = tried.kind === 'refused' && tried.reason === 'author-may-not-authorise';
  return isAuthor ? { ok: false, message: tried.message } : { ok: true };
}

/** A task that is done: who, when, what it led to, and where to read it. */
async function donePage(host: Host, row: TaskRow) {
  const [task] = await sayTasks(host, [row]);
  const happened = await happenedAt(host, row);
  return {
    ...{ task, case: { id: row.case, name: row.caseName } },
    ...(row.completed?.record ? { record: row.completed.record } : {}),
    ...(happened ? { happened } : {}),
  };
}
