import type { Branch, Finding, OpenItem, Place, Table, Tables } from '../../contracts/index.ts';
import { inputKey } from '../input-key.ts';
import { leaves } from '../leaves.ts';
import { listed } from './names.ts';
import type { Names } from './names.ts';

/**
 * Places from which no end can be reached. A stage may be drawn without an end (visits beside a plan) as long as what
 * stands around it can end without waiting for it; a process that nothing stands around may not.
 */
export function deadEnds(table: Table, tables: Tables, names: Names): Finding[] {
  const endless = endlessProcesses(tables);
  if (endless.has(table.process) && isCalled(table.process, tables)) return [];
  const live = livePlaces(table, endless);
  const dead = Object.entries(table.places).find(([key, { open }]) => !live.has(key) && open.length > 0);
  return dead ? [deadEnd(table.process, dead[1].open, names)] : [];
}

const isCalled = (process: string, tables: Tables): boolean =>
  Object.values(tables.tables)
    .flatMap(({ places }) => Object.values(places))
    .some(({ open }) => open.some((item) => item.process === process));

/** Processes that could not end even if everything they call came back; those that stop by mistake are not among them. */
function endlessProcesses(tables: Tables): Set<string> {
  const searched = Object.values(tables.tables).filter((table) => !table.findings && !stops(table));
  const none = new Set<string>();
  const endless = searched.filter((table) => !leadsOn(table.start, livePlaces(table, none)));
  return new Set(endless.map(({ process }) => process));
}

const stops = ({ places }: Table): boolean => Object.values(places).some(({ open }) => open.length === 0);

/** Places of a table from which it can end, when these processes never come back once called. */
function livePlaces(table: Table, endless: Set<string>): Set<string> {
  const live = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, place] of Object.entries(table.places)) {
      if (live.has(key) || !waysOn(place, endless).some((branch) => leadsOn(branch, live))) continue;
      live.add(key);
      grown = true;
    }
  }
  return live;
}

const waysOn = ({ open, next }: Place, endless: Set<string>): Branch[] =>
  open
    .filter(({ process }) => process === undefined || !endless.has(process))
    .flatMap((item) => next[inputKey(item)] ?? []);

const leadsOn = (branch: Branch, live: Set<string>): boolean =>
  leaves(branch).some(({ to }) => to === null || live.has(to));

function deadEnd(process: string, open: OpenItem[], names: Names): Finding {
  const are = open.length > 1 ? 'are' : 'is';
  const message = `Once ${listed(open, names)} ${are} open, ${names(process)} can never end. Draw a way from there to an end.`;
  return { check: 'every-place-ends', level: 'error', element: open[0]?.id ?? process, message };
}
