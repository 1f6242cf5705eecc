import type { Finding, OpenItem, Table } from '../../contracts/index.ts';
import { listed } from './names.ts';
import type { Names } from './names.ts';

/**
 * Two places that show the same open steps but go on differently: nobody could tell from what is open where a case
 * is, and a case could not be moved to another version without asking.
 */
export function samePlaces(table: Table, names: Names): Finding[] {
  return sharedOpenSets(table).map((open) => same(table, open, names));
}

function sharedOpenSets({ places }: Table): OpenItem[][] {
  const byOpen = Map.groupBy(Object.values(places), ({ open }) => open.map(({ id }) => id).join(' '));
  return [...byOpen.values()].filter((group) => group.length > 1).map((group) => group[0]?.open ?? []);
}

function same({ process }: Table, open: OpenItem[], names: Names): Finding {
  const message = `With ${listed(open, names)} open, ${names(process)} can still go on in two ways that nobody can tell apart, depending on what was done before. Let the branches meet in one join.`;
  return { check: 'open-steps-tell-the-place', level: 'warning', element: open[0]?.id ?? process, message };
}
