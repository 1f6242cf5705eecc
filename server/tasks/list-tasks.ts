import { stagesInOrder } from '#engine';
import { allAccounts, allTeams, defaultRights, performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { PageAsked, Paged, TaskFilter, TaskRow } from '../store/port.ts';
import { sayTasks } from '../cases/index.ts';

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
  const page = await rowsOf(host, person, asked);
  const [tasks, counts, filters] = await Promise.all([
    sayTasks(host, page.rows),
    countsOf(host, person),
    filtersOf(host),
  ]);
  return { tasks, counts, filters, ...(page.next ? { next: page.next } : {}) };
}

async function rowsOf(host: Host, person: Person, asked: WorkAsked): Promise<Paged<TaskRow>> {
  const { view, team, worker, stage, step, text, after, limit } = asked;
  const narrow = { ...(stage ? { stage } : {}), ...(step ? { step } : {}), ...(text ? { text } : {}) };
  const page = { ...(after ? { after } : {}), limit: limit ?? 50 };
  if (view === 'done') {
    return host.store.list('done-tasks', { reader: person.id, by: person.id, ...narrow }, page);
  }
  const filter = { ...filterOf(person, view, team), ...narrow };
  if (worker && view === 'team') filter.assignee = worker;
  return host.store.list('open-tasks', filter, page);
}

/** What each tab lists. Not yet allocated: what this person could do or give, wherever their rights reach. */
function filterOf(person: Person, view: Exclude<WorkView, 'done'>, asked?: string): TaskFilter {
  const reader = person.id;
  const own = asked ?? person.team?.id;
  const team = own ? { team: own } : {};
  if (view === 'mine') return { reader, assignee: person.id };
  if (view === 'team') return { reader, ...team };
  const roles = performsOf(person.roles);
  const wide = person.roles.some((role) => defaultRights.get(role.id)?.reach['list-work'] !== 'team');
  return { reader, given: false, roles, ...(wide && !asked ? {} : team) };
}

async function countsOf(host: Host, person: Person): Promise<Record<WorkView, number>> {
  const [mine, team, unallocated, done] = await Promise.all([
    host.store.countTasks(filterOf(person, 'mine')),
    host.store.countTasks(filterOf(person, 'team')),
    host.store.countTasks(filterOf(person, 'unallocated')),
    host.store.countDone(person.id, person.id),
  ]);
  return { mine, team, unallocated, done };
}

async function filtersOf(host: Host) {
  const [version, accounts, teams] = await Promise.all([
    host.versions.current(),
    allAccounts(host.store),
    allTeams(host.store),
  ]);
  const stages = stagesInOrder(version.pathway).map(({ id, name }) => ({ id, name }));
  return {
    stages: stages.filter((stage, at) => stages.findIndex((one) => one.name === stage.name) === at),
    workers: accounts.filter((one) => !one.disabled).map(({ id, displayName: name }) => ({ id, name })),
    teams: teams.map(({ id, name }) => ({ id, name })),
  };
}
