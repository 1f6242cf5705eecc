import { addDays, dayOf } from '#engine';
import { reachOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { countNotices } from '../glass/index.ts';
import type { Host } from '../host.ts';
import { unreadAnswers } from '../improvements/index.ts';
import { unreadNews } from '../publishing/index.ts';
import { countUnallocated } from '../tasks/index.ts';
import { askedOf } from './asked-of.ts';
import { changedIn } from './changed.ts';
import { daysAhead } from './definitions.ts';
import { dueTasks, ownTasks } from './due-tasks.ts';
import { familiesAtHand } from './families.ts';
import type { DayLine } from './line.ts';
import { meetingLines } from './meetings.ts';
import { actionLines } from './own-actions.ts';
import { childrenToSee } from './to-see.ts';

/** Everything that stands on somebody's day, from what each part of the service keeps anyway. */
export async function dayOfPerson(host: Host, person: Person) {
  const now = host.clock.now();
  const lists = reachOf(person, 'list-work') !== undefined;
  const tasks = lists ? await ownTasks(host, person) : { rows: [], count: 0 };
  const families = await familiesAtHand(host, person, tasks.rows);
  const { found, seen } = await childrenToSee(host, families);
  const [due, meetings, actions, changed] = await Promise.all([
    dueTasks(host, person, tasks.rows, { families, seen }),
    meetingLines({ host, person, seen }, families),
    actionLines(host, person, families),
    changedIn(host, person, families),
  ]);
  const clocks = new Map(tasks.rows.map((row) => [row.id, row.due?.timescale.id]));
  const toSee = found.filter(({ line, clock }) => !due.some((one) => isOf(one, line, clock, clocks)));
  const lines = [...onceEach(due, meetings), ...toSee.map(({ line }) => line), ...actions];
  const [asked, notices, news, answers, toTake] = await Promise.all([
    lists ? askedOf(host, person, lines) : { rows: [], escalations: 0, authorisations: 0 },
    countNotices(host, person.id),
    unreadNews(host, person),
    unreadAnswers(host, person.id),
    lists ? countUnallocated(host, person) : 0,
  ]);
  return {
    ...{ today: dayOf(now), last: addDays(dayOf(now), daysAhead), now },
    ...{ lines: lines.toSorted(soonestFirst), asked, changed, lists },
    tasks: { count: tasks.count, listed: due.length, toTake },
    ...(notices > 0 ? { notices } : {}),
    ...(news + answers > 0 ? { news: news + answers } : {}),
  };
}

/** A step dated by the same clock says it already: with the children it is for. */
function isOf(task: DayLine, line: DayLine, clock: string, clocks: Map<string, string | undefined>): boolean {
  return (
    task.case === line.case &&
    clocks.get(task.id) === clock &&
    line.children.every((child) => task.children.includes(child))
  );
}

/** A step that has a day of its own stands there, with by when it has to be; one that is late before it as late as well. */
function onceEach(due: readonly DayLine[], meetings: readonly DayLine[]): DayLine[] {
  const agreed = new Map(meetings.map(({ task, booked }) => [task, booked]));
  return [
    ...due.filter(
      ({ task, when, waits }) =>
        waits !== undefined || !agreed.has(task) || (when === 'late' && agreed.get(task) === undefined),
    ),
    ...meetings,
  ];
}

function soonestFirst(a: DayLine, b: DayLine): number {
  const at = ({ on = '9999', time = '' }: DayLine): string => `${on.slice(0, 10)} ${time.padStart(5, '0')}`;
  return at(a).localeCompare(at(b)) || a.caseName.localeCompare(b.caseName);
}
