import { addDays, dayOf, workingDaysAfter } from '#engine';
import type { Moment } from '#engine';
import { performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { dealtWith, holdsDays, isPast } from '../escalations/index.ts';
import type { Dealt } from '../escalations/index.ts';
import type { Host } from '../host.ts';
import type { TaskFilter, TaskRow } from '../store/port.ts';
import { bounds, mostRows } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Definition } from './definitions.ts';
import { overseenLast } from './overseen.ts';
import type { Overseen } from './overseen.ts';
import { stepsOf } from './steps.ts';

export interface TaskFound {
  row: TaskRow;
  dealt?: Pick<Dealt, 'reason' | 'by' | 'at'>;
}

export interface TasksFound {
  rows: TaskFound[];
  count: number;
}

/** How many rows are looked at before a list is only counted. */
const most = 1000;

/** Open tasks a list is about, the earliest due first, as far as the reader's work reaches. */
export async function tasksOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<TasksFound> {
  const filter = bounds(person, asked);
  if (definition.due === 'soon') return dueSoon(host, filter, definition.workingDays ?? 5);
  if (definition.due) return lateOnes(host, filter, definition.due, await readLate(host, person, asked));
  if (definition.given === false) return listed(host, { ...filter, given: false });
  return atSteps(host, person, filter, definition);
}

/** How many they are: without reading them, where nothing but the store's own order decides. */
export async function countTasksOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<number> {
  const filter = bounds(person, asked);
  if (definition.given === false) return host.store.countTasks({ ...filter, given: false });
  return (await tasksOf(host, person, definition, asked)).count;
}

async function listed(host: Host, filter: TaskFilter): Promise<TasksFound> {
  const [rows, count] = await Promise.all([upTo(host, filter, mostRows), host.store.countTasks(filter)]);
  return { rows: rows.map((row) => ({ row })), count };
}

async function upTo(host: Host, filter: TaskFilter, limit = most): Promise<TaskRow[]> {
  const rows: TaskRow[] = [];
  let after: string | undefined;
  do {
    const page = await host.store.list('open-tasks', filter, {
      limit: Math.min(500, limit),
      ...(after ? { after } : {}),
    });
    rows.push(...page.rows);
    after = rows.length < limit ? page.next : undefined;
  } while (after);
  return rows;
}

interface LateRead {
  /** everything due by now, as far as it was read */
  open: TaskRow[];
  dealt: Map<string, Dealt>;
  overseen: Map<string, Overseen>;
}

/** Several lists of one answer are about the same late tasks: they are read once for whoever asked. */
const reading = new WeakMap<Asked, Promise<LateRead>>();

function readLate(host: Host, person: Person, asked: Asked): Promise<LateRead> {
  const known = reading.get(asked);
  if (known) return known;
  const filter = { ...bounds(person, asked), dueBy: host.clock.now() };
  const read = Promise.all([upTo(host, filter), dealtWith(host), overseenLast(host, person, asked)]).then(
    ([open, dealt, overseen]) => ({ open, dealt, overseen }),
  );
  reading.set(asked, read);
  return read;
}

async function lateOnes(
  host: Host,
  filter: TaskFilter,
  which: 'late' | 'dealt-with',
  { open, dealt, overseen }: LateRead,
): Promise<TasksFound> {
  const now = host.clock.now();
  const late = open.filter(({ due }) => due && isPast(due.on, now));
  const rows = late.flatMap((row): TaskFound[] => {
    const done = dealtOf(row, dealt, overseen, now);
    if (which === 'late') return done ? [] : [{ row }];
    return done ? [{ row, dealt: done }] : [];
  });
  if (open.length < most || which === 'dealt-with') return { rows, count: rows.length };
  // more than anybody reads at once: those of earlier days are counted, less what was dealt with
  const earlier = await host.store.countTasks({ ...filter, dueBy: addDays(dayOf(now), -1) });
  return { rows, count: Math.max(rows.length, earlier - (late.length - rows.length)) };
}

/** What was done since the task became late: a date that moved since, or some weeks, make it news again. */
function dealtOf(
  row: TaskRow,
  dealt: Map<string, Dealt>,
  overseen: Map<string, Overseen>,
  now: Moment,
): TaskFound['dealt'] {
  const done = dealt.get(row.id);
  if (done && done.due === row.due?.on) return done;
  const seen = overseen.get(row.case);
  const since = [row.due?.on ?? '', new Date(Date.parse(now) - holdsDays * 86_400_000).toISOString()];
  return seen && since.every((moment) => seen.at > `${moment}~`) ? { ...seen, reason: lookedAt } : undefined;
}

const lookedAt = 'Management oversight was recorded since.';

async function dueSoon(host: Host, filter: TaskFilter, workingDays: number): Promise<TasksFound> {
  const now = host.clock.now();
  const { calendar } = await host.versions.current();
  const until = workingDaysAfter(calendar, dayOf(now), workingDays);
  const soon = { ...filter, dueBy: until };
  const yesterday = { ...filter, dueBy: addDays(dayOf(now), -1) };
  const [all, past] = await Promise.all([host.store.countTasks(soon), host.store.countTasks(yesterday)]);
  // what is past stands first in the same order and has a list of its own
  const rows = (await upTo(host, soon, past + most)).filter(({ due }) => due && !isPast(due.on, now));
  return { rows: rows.map((row) => ({ row })), count: all > past + most ? all - past : rows.length };
}

/** Work at certain steps; what somebody may authorise is theirs or nobody's, in a role they have. */
async function atSteps(
  host: Host,
  person: Person,
  filter: TaskFilter,
  definition: Definition,
): Promise<TasksFound> {
  const steps = await stepsOf(host, definition);
  const roles = definition.authorises ? { roles: performsOf(person.roles) } : {};
  const found = await Promise.all(steps.map((step) => upTo(host, { ...filter, ...roles, step })));
  const mine = [undefined, person.id, ...(person.covers ?? [])];
  const rows = found
    .flat()
    .filter(({ assignee }) => !definition.authorises || mine.includes(assignee))
    .sort((a, b) => (a.due?.on ?? '~').localeCompare(b.due?.on ?? '~'));
  return { rows: rows.map((row) => ({ row })), count: rows.length };
}
