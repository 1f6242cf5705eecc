import { dayOf, warnings } from '#engine';
import type { Moment, Version } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import type { Asked } from './asked.ts';
import { tasksOf } from './of-tasks.ts';
import type { TasksFound } from './of-tasks.ts';

/**
 * Late tasks of which their timescale tells one of this person's roles by now, a day after they were due: nobody has
 * given them away, explained them or taken them further since.
 */
export async function oneDayLate(host: Host, person: Person, asked: Asked): Promise<TasksFound> {
  const version = await host.versions.current();
  const roles = person.roles.map(({ id }) => id);
  const tells = version.timescales.some(({ warn }) =>
    warn.some(({ at, tell }) => at === 'after-1-day' && roles.includes(tell)),
  );
  if (!tells) return { rows: [], count: 0 };
  const late = await tasksOf(host, person, lateList, asked);
  const now = host.clock.now();
  const told = late.rows.filter(({ row }) => isTold(row, version, roles, now));
  return { rows: told, count: told.length + (late.count - late.rows.length) };
}

const lateList = { id: 'late', name: '', says: '', of: 'tasks', due: 'late' } as const;

function isTold({ due }: TaskRow, version: Version, roles: string[], now: Moment): boolean {
  const timescale = version.timescales.find(({ id }) => id === due?.timescale.id);
  if (!due || !timescale) return false;
  // only what counts from the due date is asked for: when the clock began does not matter
  return warnings({ from: due.on, due: due.on }, timescale, version.calendar).some(
    ({ at, tell, on }) =>
      at === 'after-1-day' && roles.includes(tell) && (on.includes('T') ? on <= now : on <= dayOf(now)),
  );
}
