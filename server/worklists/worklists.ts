import type { Journey } from '#engine';
import { allAccounts, allTeams, teamsInReach } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { rolesToTell } from '../escalations/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { journeysFor } from '../journeys/index.ts';
import { journeysAsked, mostRows, teamOf } from './asked.ts';
import type { Asked } from './asked.ts';
import { definitionOf, definitions } from './definitions.ts';
import type { Definition } from './definitions.ts';
import { oversightForm } from './oversight-form.ts';
import { countEscalated, escalated } from './of-escalations.ts';
import { childrenOf, countChildren, lookedAt, sayChildRows } from './of-journeys.ts';
import { countTasksOf, tasksOf } from './of-tasks.ts';
import { sayTaskRows } from './rows.ts';
import type { WorklistRow } from './row.ts';

/** Every list with how many wait in it, and what the lists can be narrowed to. */
export async function worklists(host: Host, person: Person, asked: Asked) {
  const all = await journeysFor(host, person, journeysAsked(person, asked));
  const journeys = lookedAt(host, definitions, all);
  const counts = await Promise.all(definitions.map((one) => countOf(host, person, one, asked, journeys)));
  const [accounts, teams] = await Promise.all([allAccounts(host.store), allTeams(host.store)]);
  const reach = teamsInReach(person, 'list-work');
  const reached = (team = ''): boolean => reach === 'all' || reach.includes(team);
  const team = teamOf(person, asked);
  const oversight = await oversightForm(host, person);
  return {
    lists: definitions.map(({ id, name, says }, at) => ({ id, name, says, count: counts[at] ?? 0 })),
    ...(team === undefined ? {} : { team }),
    filters: {
      teams: teams.filter(({ id }) => reached(id)).map(({ id, name }) => ({ id, name })),
      workers: accounts
        .filter((one) => !one.disabled && reached(one.team) && (team === undefined || one.team === team))
        .map(({ id, displayName: name }) => ({ id, name })),
    },
    roles: rolesToTell(),
    ...(oversight ? { oversight } : {}),
  };
}

/** One list: its first rows, and how many there are. */
export async function worklist(host: Host, person: Person, id: string, asked: Asked) {
  const definition = definitionOf(id) ?? refuseAbsent();
  const { rows, count } = await rowsOf(host, person, definition, asked);
  const { name, says } = definition;
  return { id, name, says, count, rows };
}

async function rowsOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<{ rows: WorklistRow[]; count: number }> {
  if (definition.of === 'escalations') return escalated(host, person, definition, asked);
  if (definition.of === 'journeys') {
    const children = await childrenOf(host, person, definition, asked);
    const shown = await sayChildRows(host, person, definition, children.slice(0, mostRows));
    return { rows: shown, count: children.length };
  }
  const found = await tasksOf(host, person, definition, asked);
  const rows = await sayTaskRows(host, person, definition, found.rows.slice(0, mostRows));
  return { rows, count: found.count };
}

async function countOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
  journeys: Journey[],
): Promise<number> {
  switch (definition.of) {
    case 'escalations':
      return countEscalated(host, person, asked);
    case 'journeys':
      return countChildren(host, person, definition, journeys);
    case 'tasks':
      return countTasksOf(host, person, definition, asked);
  }
}
