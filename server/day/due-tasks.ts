import { addDays, dayOf } from '#engine';
import { accountNames, readerOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymousTask, pseudonymsFor, sayTasks } from '../cases/index.ts';
import type { SaidTask } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import { clocksToSee, daysAhead } from './definitions.ts';
import { accountsOf, type FamilyAtHand } from './families.ts';
import { namesOf, whenOf, type DayLine } from './line.ts';
import type { Seen } from './to-see.ts';

/** Tasks looked through for one person: more than anybody has in hand. */
const most = 200;

/** Everything that is open for them, the earliest due first, and how many there are. */
export async function ownTasks(host: Host, person: Person): Promise<{ rows: TaskRow[]; count: number }> {
  const filter = { ...readerOf(person), assignees: accountsOf(person) };
  const [{ rows }, count] = await Promise.all([
    host.store.list('open-tasks', filter, { limit: most }),
    host.store.countTasks(filter),
  ]);
  return { rows, count };
}

/** Those due by the end of the days ahead, and those by which a colleague waits, whenever they are due. */
export async function dueTasks(
  host: Host,
  person: Person,
  rows: readonly TaskRow[],
  about: { families: readonly FamilyAtHand[]; seen: Seen },
): Promise<DayLine[]> {
  const last = addDays(dayOf(host.clock.now()), daysAhead);
  const waits = await waitingIn(host, about.families);
  const wanted = rows.filter(({ id, due }) => waits.has(id) || (due && dayOf(due.on) <= last));
  const names = await pseudonymsFor(host.store, person);
  const shown = wanted.map((row) => (names ? pseudonymousTask(row, names) : row));
  const said = await sayTasks(host, shown, person.covers);
  return said.map((task, at) => {
    const clock = wanted[at]?.due?.timescale.id;
    const seen = clock && clocksToSee.includes(clock) ? about.seen(task.case, task.children) : undefined;
    const why = waits.get(task.id);
    return { ...lineOf(host, task), ...(seen ? { seen } : {}), ...(why ? { waits: why } : {}) };
  });
}

function lineOf({ clock }: Host, task: SaidTask & { covering?: boolean }): DayLine {
  const { id, what, due, assignee } = task;
  return {
    ...{ id, kind: 'task', task: id, what, case: task.case, caseName: task.caseName },
    ...{ children: namesOf(task.children), late: due?.late ?? false },
    when: whenOf(due?.on, due?.late ?? false, clock.now()),
    ...(due ? { on: due.on, says: due.says, why: due.because } : {}),
    ...(task.covering && assignee ? { covering: assignee.name } : {}),
  };
}

/** Steps by which a colleague waits: to be decided on by another than its author, or come back to its author. */
async function waitingIn(
  host: Host,
  families: readonly FamilyAtHand[],
): Promise<Map<string, NonNullable<DayLine['waits']>>> {
  const found = await Promise.all(families.map((one) => waitingFor(host, one)));
  const names = await accountNames(
    host.store,
    found.flat().map(({ by }) => by),
  );
  return new Map(
    found.flat().map(({ task, why, by }) => {
      const name = by === undefined ? undefined : names.get(by);
      return [task, { why, ...(name ? { by: name } : {}) }] as const;
    }),
  );
}

async function waitingFor({ versions }: Host, { stored: { case: kase } }: FamilyAtHand) {
  const { pathway } = await versions.get(kase.version);
  const elements = pathway.processes.flatMap((process) => process.elements);
  return kase.tasks.flatMap(({ id, step, resumes, children: [child = ''] }) => {
    const last = (of: string | undefined) => (of === undefined ? undefined : kase.last[child]?.[of]?.by);
    if (resumes !== undefined) {
      const judge = elements.find((element) => element.notBy === step)?.id;
      return { task: id, why: 'returned' as const, by: last(judge) };
    }
    const author = elements.find((element) => element.id === step)?.notBy;
    return author === undefined ? [] : { task: id, why: 'authorise' as const, by: last(author) };
  });
}
