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
import { most, upTo } from './read-tasks.ts';
import { stepsOf } from './steps.ts';
import { warnedOf } from './warned.ts';

export interface TaskFound {
  row: TaskRow;
  dealt?: Pick<Dealt, 'reason' | 'by' | 'at'>;
}

export interface TasksFound {
  rows: TaskFound[];
  count: number;
}

/** Open tasks a list is about, the earliest due first, as far as the reader's work reaches. */
export async function tasksOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<TasksFound> {
  const filter = bounds(person, asked);
  if (definition.due === 'soon') return dueSoon(host, await soon(host, person, definition, asked));
  if (definition.due === 'warned') {
    const { open } = await readLate(host, person, asked);
    const rows = await warnedOf(host, person, filter, open);
    return { rows: rows.map((row) => ({ row })), count: rows.length };
  }
  if (definition.due) return lateOnes(host, filter, definition.due, await readLate(host, person, asked));
  if (definition.given === false) return listed(host, { ...filter, given: false });
  return listed(host, await atSteps(host, person, filter, definition));
}

const soon = async (host: Host, person: Person, { workingDays = 5 }: Definition, asked: Asked) =>
  soonOnes(host, bounds(person, asked), workingDays, await readLate(host, person, asked));

/** How many they are: without reading them, where nothing but the store's own order decides. */
export async function countTasksOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<number> {
  const filter = bounds(person, asked);
  if (definition.given === false) return host.store.countTasks({ ...filter, given: false });
  if (definition.due === 'soon') return (await soon(host, person, definition, asked)).count;
  if (definition.due === undefined)
    return host.store.countTasks(await atSteps(host, person, filter, definition));
  return (await tasksOf(host, person, definition, asked)).count;
}

async function listed(host: Host, filter: TaskFilter): Promise<TasksFound> {
  const [rows, count] = await Promise.all([upTo(host, filter, mostRows), host.store.countTasks(filter)]);
  return { rows: rows.map((row) => ({ row })), count };
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

interface Soon {
  filter: TaskFilter;
  /** how many of today’s are late already: they stand among them */
  passed: number;
  count: number;
}

/** What will be late next: what is late already stands first in the same order, and has a list of its own. */
async function soonOnes(
  host: Host,
  filter: TaskFilter,
  workingDays: number,
  { open }: LateRead,
): Promise<Soon> {
  const now = host.clock.now();
  const today = dayOf(now);
  const { calendar } = await host.versions.current();
  const soon = { ...filter, dueFrom: today, dueBy: workingDaysAfter(calendar, today, workingDays) };
  const passed = open.filter(({ due }) => due && due.on >= today && isPast(due.on, now)).length;
  return { filter: soon, passed, count: (await host.store.countTasks(soon)) - passed };
}

async function dueSoon(host: Host, { filter, passed, count }: Soon): Promise<TasksFound> {
  const now = host.clock.now();
  const rows = await upTo(host, filter, passed + mostRows);
  const soon = rows.filter(({ due }) => due && !isPast(due.on, now));
  return { rows: soon.map((row) => ({ row })), count };
}

/** Work at certain steps; what somebody may authorise is theirs or nobody's, in a role they have. */
async function atSteps(
  host: Host,
  person: Person,
  filter: TaskFilter,
  definition: Definition,
): Promise<TaskFilter> {
  const steps = await stepsOf(host, definition);
  if (!definition.authorises) return { ...filter, steps };
  const assignees = ['', person.id, ...(person.covers ?? [])];
  return { ...filter, steps, roles: performsOf(person.roles), assignees };
}
