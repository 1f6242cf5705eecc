import {
  allAccounts,
  allTeams,
  narrowTeams,
  performsOf,
  reachOf,
  readerOf,
  teamsInReach,
} from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { boardColumns, pseudonymousTask, pseudonymsFor, sayTasks } from '../cases/index.ts';
import { countNotices } from '../glass/index.ts';
import type { Host } from '../host.ts';
import { unreadAnswers } from '../improvements/index.ts';
import { unreadNews } from '../publishing/index.ts';
import type { PageAsked, Paged, TaskFilter, TaskRow } from '../store/port.ts';

export type WorkView = 'mine' | 'team' | 'unallocated' | 'done';

export interface WorkAsked extends PageAsked {
  view: WorkView;
  team?: string;
  worker?: string;
  stage?: string;
  step?: string;
  text?: string;
}

/** A person's queue: what is theirs, their team's, nobody's yet, or done by them; the earliest due first. */
export async function listTasks(host: Host, person: Person, asked: WorkAsked) {
  const names = await pseudonymsFor(host.store, person);
  // a search by name would tell which family an invented name stands for
  const { text: _, ...unnamed } = asked;
  const found = await rowsOf(host, person, names ? unnamed : asked);
  const page = names ? { ...found, rows: found.rows.map((row) => pseudonymousTask(row, names)) } : found;
  const [notices, tasks, counts, filters, changes, answers] = await Promise.all([
    countNotices(host, person.id),
    sayTasks(host, page.rows, person.covers),
    countsOf(host, person),
    filtersOf(host, person),
    unreadNews(host, person),
    unreadAnswers(host, person.id),
  ]);
  return {
    ...{ tasks, counts, filters },
    // what changed in the pathway and what was answered, while the person has not put it away or read it
    ...(changes + answers > 0 ? { news: changes + answers } : {}),
    ...(notices > 0 ? { notices } : {}),
    ...(page.next ? { next: page.next } : {}),
  };
}

async function rowsOf(host: Host, person: Person, asked: WorkAsked): Promise<Paged<TaskRow>> {
  const { view, team, worker, stage, step, text, after, limit } = asked;
  const narrow = { ...(stage ? { stage } : {}), ...(step ? { step } : {}), ...(text ? { text } : {}) };
  const page = { ...(after ? { after } : {}), limit: limit ?? 50 };
  if (view === 'done') {
    return host.store.list('done-tasks', { ...readerOf(person), by: person.id, ...narrow }, page);
  }
  const filter = { ...filterOf(person, view, team), ...narrow };
  if (worker && view === 'team') filter.assignee = worker;
  return host.store.list('open-tasks', filter, page);
}

/** What each tab lists, never further than the person's role reaches. Not yet allocated: what they could do or give. */
function filterOf(person: Person, view: Exclude<WorkView, 'done'>, asked?: string): TaskFilter {
  const reader = readerOf(person);
  if (view === 'mine') {
    const { covers = [] } = person;
    return {
      ...reader,
      ...(covers.length > 0 ? { assignees: [person.id, ...covers] } : { assignee: person.id }),
    };
  }
  const reach = teamsInReach(person, 'list-work');
  if (view === 'team') return { ...reader, ...narrowTeams(reach, asked ?? person.team?.id) };
  const roles = performsOf(person.roles);
  const gives = roles.length === 0 && reachOf(person, 'give-task') !== undefined;
  return { ...reader, given: false, ...(gives ? {} : { roles }), ...narrowTeams(reach, asked) };
}

/** How many tasks nobody has that the reader could do or give. */
export const countUnallocated = (host: Host, person: Person): Promise<number> =>
  host.store.countTasks(filterOf(person, 'unallocated'));

async function countsOf(host: Host, person: Person): Promise<Record<WorkView, number>> {
  const [mine, team, unallocated, done] = await Promise.all([
    host.store.countTasks(filterOf(person, 'mine')),
    host.store.countTasks(filterOf(person, 'team')),
    countUnallocated(host, person),
    host.store.countDone(person.id, readerOf(person)),
  ]);
  return { mine, team, unallocated, done };
}

/** What the queue can be narrowed to: stages of the drawing, and colleagues and teams within reach. */
async function filtersOf(host: Host, person: Person) {
  const [version, accounts, teams] = await Promise.all([
    host.versions.current(),
    allAccounts(host.store),
    allTeams(host.store),
  ]);
  const reach = teamsInReach(person, 'list-work');
  const reached = (team = ''): boolean => reach === 'all' || reach.includes(team);
  return {
    stages: boardColumns(version.pathway),
    workers: accounts
      .filter((one) => !one.disabled && reached(one.team))
      .map(({ id, displayName: name }) => ({ id, name })),
    teams: teams.filter((one) => reached(one.id)).map(({ id, name }) => ({ id, name })),
  };
}
