import { addDays, dayOf, daysBetween, dueOf, warnedBy, warnings, warningsBefore } from '#engine';
import type { Moment, Timescale, Version } from '#engine';
import type { Person } from '../access/index.ts';
import { isPast } from '../escalations/index.ts';
import type { Host } from '../host.ts';
import type { TaskFilter, TaskRow } from '../store/port.ts';
import { most, upTo } from './read-tasks.ts';
import { stepsOf } from './steps.ts';

type Warn = Timescale['warn'][number];

/** Rows that are looked at, the next to be due first. */
const mostAhead = 5 * most;

/**
 * Open tasks of which their timescale tells one of this person's roles by now, though they are not late: half or most
 * of the time is gone, or it ends today. A corrected date is another due date, and so other days on which to tell.
 * `dueByNow`: those of the reader that are due today or were before.
 */
export async function warnedOf(
  host: Host,
  person: Person,
  filter: TaskFilter,
  dueByNow: TaskRow[],
): Promise<TaskRow[]> {
  const version = await host.versions.current();
  const roles = person.roles.map(({ id }) => id);
  const now = host.clock.now();
  const tells = ({ at, tell }: Warn): boolean => at !== 'after-1-day' && roles.includes(tell);
  const mine = [undefined, person.id, ...(person.covers ?? [])];
  const early = version.timescales.filter(({ warn }) => warn.some((one) => tells(one) && one.at !== 'due'));
  const steps = await stepsOf(host, { clocks: early.map(({ id }) => id) });
  const dueBy = addDays(dayOf(now), longestAhead(early, tells, version, now));
  const ahead = await upTo(host, { ...filter, steps, dueFrom: dayOf(now), dueBy }, mostAhead);
  const rows = new Map([...dueByNow, ...ahead].map((row) => [row.id, row]));
  return [...rows.values()]
    .filter((row) => {
      // whom a step is given to is told of it, and not everybody else of their role
      const others = mine.includes(row.assignee) ? undefined : row.role.id;
      return isTold(row, (warn) => tells(warn) && warn.tell !== others, version, now);
    })
    .sort((a, b) => (a.due?.on ?? '').localeCompare(b.due?.on ?? ''));
}

/** For how many days before a task is due somebody may be told of it, and a week more for bank holidays. */
function longestAhead(
  early: Timescale[],
  tells: (warn: Warn) => boolean,
  { calendar }: Version,
  now: Moment,
): number {
  const ahead = early.map((one) => {
    const due = dueOf(one, now, calendar);
    const [first] = warnings({ from: now, due }, { ...one, warn: one.warn.filter(tells) }, calendar);
    return first ? daysBetween(dayOf(first.on), dayOf(due)) : 0;
  });
  return Math.max(0, ...ahead) + 7;
}

function isTold({ due }: TaskRow, tells: (warn: Warn) => boolean, version: Version, now: Moment): boolean {
  const timescale = version.timescales.find(({ id }) => id === due?.timescale.id);
  if (!due || !timescale || isPast(due.on, now)) return false;
  const { length = timescale.length } = due;
  const told = { ...timescale, length, warn: timescale.warn.filter(tells) };
  return warnedBy(warningsBefore(due.on, told, version.calendar), now).length > 0;
}
