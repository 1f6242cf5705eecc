import { endOf, isDay, type Moment } from '#engine';
import type { Team } from '../access/index.ts';
import type { TableLine } from './read-table.ts';

/** What a line of a table says an account should be. */
export interface Wanted {
  name: string;
  displayName: string;
  roles: string[];
  team?: string;
  until?: Moment;
}

export interface Known {
  roles: { id: string; name: string }[];
  teams: Team[];
}

const longest = 200;

/** Roles and teams may be written by id or as people read them; every fault of the line is told. */
export function readLine(line: TableLine, known: Known): { wanted: Wanted; faults: string[] } {
  const named = line.roles
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const roles = named.map((one) => ({ one, found: find(known.roles, one) }));
  const team = line.team === '' ? undefined : find(known.teams, line.team);
  const faults = [
    ...(line.username === '' ? ['There is no username.'] : []),
    ...(line.name === '' ? ['There is no name.'] : []),
    ...([line.username, line.name].some((one) => one.length > longest) ? ['A name is too long.'] : []),
    ...roles.flatMap(({ one, found }) => (found ? [] : [`There is no role "${one}".`])),
    ...(named.length === 0 ? ['There is no role: write at least one.'] : []),
    ...(line.team !== '' && !team ? [`There is no team "${line.team}". Make it first, or correct it.`] : []),
    ...(line.until !== '' && !isDay(line.until)
      ? [`"${line.until}" is not a day. Write it as year-month-day.`]
      : []),
  ];
  const wanted: Wanted = {
    ...{ name: line.username, displayName: line.name },
    roles: [...new Set(roles.flatMap(({ found }) => (found ? [found] : [])))],
    ...(team === undefined ? {} : { team }),
    ...(isDay(line.until) ? { until: endOf(line.until) } : {}),
  };
  return { wanted, faults };
}

function find(among: { id: string; name: string }[], text: string): string | undefined {
  const sought = text.toLowerCase();
  return among.find(({ id, name }) => id.toLowerCase() === sought || name.toLowerCase() === sought)?.id;
}
