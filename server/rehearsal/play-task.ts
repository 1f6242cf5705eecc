import { dayOf, findAnswers, formOf, lateFor } from '#engine';
import type { Answers } from '#engine';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { wakeCase } from '../cases/index.ts';
import { refuse } from '../errors.ts';
import { fillForm } from '../filling/index.ts';
import { complete, openTask, sayHappened } from '../tasks/index.ts';
import type { OpenTask } from '../tasks/index.ts';
import { colleagueOf } from './colleagues.ts';
import type { Opened } from './rehearsal-host.ts';

/** Whoever rehearses, as somebody of every role that the draft knows. */
export function everyRole({ version }: Opened, person: Person): Person {
  const roles = version.roles.map(({ id, name }) => ({ id, name }));
  return { ...person, roles: [...person.roles, ...roles] };
}

/** Completes a step as the colleague whose role it is; a second one where the first may not decide on their own work. */
export async function playTask(
  opened: Opened,
  played: { task: string; answers: Answers; only?: string[]; commandId: string },
) {
  const { host, body, keep } = opened;
  const { row } = await openTask(host, played.task);
  const attempt = (second: boolean) =>
    complete(host, { ...played, case: row.case, by: colleagueOf(row.role.id, second) });
  let carried = await attempt(false);
  if (carried.kind === 'refused' && carried.reason === 'author-may-not-authorise')
    carried = await attempt(true);
  const happened = await sayHappened(host, body.rehearsed.case.id, replyOf(carried));
  await keep();
  return { happened };
}

/** Lets time pass until the next clock that is drawn runs down. */
export async function passTime({ host, body, keep }: Opened): Promise<void> {
  const { wakeUp, id } = body.rehearsed.case;
  if (wakeUp === undefined) {
    refuse(422, 'no-clock', 'No clock runs in the drawing now: nothing happens by waiting.');
  }
  body.now = wakeUp;
  await wakeCase(host, id);
  await keep();
}

/** How often a form is filled in anew when what was made up contradicts itself. */
const tries = 24;

/** What somebody might answer to what is not answered yet, contradicting itself least; nothing is completed by it. */
export async function fillIn({ host }: Opened, task: string, given: Answers): Promise<Answers> {
  const open = await openTask(host, task);
  const { version, stored } = open;
  const form = formOf(version, open.task.form);
  const now = host.clock.now();
  // the number of the task, not the id of a family that is another every time
  const seed = task.slice(task.lastIndexOf('-t'));
  let best = { answers: given, wrong: Number.POSITIVE_INFINITY };
  for (let tried = 0; tried < tries && best.wrong > 0; tried += 1) {
    const answers = made(open, given, now, seeded(`${seed} ${String(tried)}`));
    const findings = findAnswers(version, stored.case, form, open.task.children, answers, now);
    const wrong = findings.filter(({ level }) => level === 'error').length;
    if (wrong < best.wrong) best = { answers, wrong };
  }
  return { answers: best.answers.answers, perChild: best.answers.perChild };
}

function made(
  { version, stored, task }: OpenTask,
  given: Answers,
  now: string,
  chance: () => number,
): Answers {
  const form = formOf(version, task.form);
  const { case: kase, family } = stored;
  return fillForm({
    ...{ version, form, given: { answers: given.answers, perChild: given.perChild }, optional: 0 },
    ...{ day: dayOf(now), moment: now, people: family.people, chance },
    children: task.children.map((id) => {
      const child = kase.children.find((one) => one.id === id);
      const unborn = !child?.born && child?.expected !== undefined;
      return { id, unborn, late: lateFor(version, kase, form, id, given, now) };
    }),
    words: ({ label }) => `(rehearsed) ${label}`.slice(0, 90),
    known: (term, child) => (child ? kase.known[child]?.[term] : kase.known['']?.[term])?.value,
  });
}

/** The same step of the same walk is filled in the same way: a rehearsal can be told to somebody. */
function seeded(text: string): () => number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}
