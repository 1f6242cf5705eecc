import type { Branch, Finding, OpenItem, Place, Table, Tables } from '../../contracts/index.ts';
import { leaves } from '../leaves.ts';
import { listed } from './names.ts';
import type { Names } from './names.ts';

/**
 * Places from which no end can be reached. A stage may go on without end (visits beside a plan) as long as what
 * stands around it can end without waiting for it; a process that nothing stands around may not.
 */
export function deadEnds(tables: Tables, names: Names): Finding[] {
  const canEnd = endingProcesses(tables);
  const called = new Set(allCalls(tables).map(({ process }) => process));
  return Object.values(tables.tables).flatMap((table) => {
    if (!canEnd.has(table.process) && called.has(table.process)) return [];
    const alive = livePlaces(table, tables, canEnd);
    const dead = Object.entries(table.places).find(([key, { open }]) => !alive.has(key) && open.length > 0);
    return dead ? [deadEnd(table.process, dead[1].open, names)] : [];
  });
}

/** Processes that can end from their start, found by letting those that end let others end. */
function endingProcesses(tables: Tables): Set<string> {
  const ending = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const table of Object.values(tables.tables)) {
      if (ending.has(table.process)) continue;
      if (!leadsOn(table.start, livePlaces(table, tables, ending))) continue;
      ending.add(table.process);
      grown = true;
    }
  }
  return ending;
}

/** Places of a table from which it can end, when only these processes come back once called. */
function livePlaces(table: Table, tables: Tables, ending: Set<string>): Set<string> {
  const live = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, place] of Object.entries(table.places)) {
      if (live.has(key) || !usable(place, tables, ending).some((branch) => leadsOn(branch, live))) continue;
      live.add(key);
      grown = true;
    }
  }
  return live;
}

function usable({ open, next }: Place, tables: Tables, ending: Set<string>): Branch[] {
  const endless = open.filter(({ process }) => process && tables.tables[process] && !ending.has(process));
  const unusable = new Set(endless.map(({ id }) => `return:${id}`));
  return Object.entries(next)
    .filter(([input]) => !unusable.has(input))
    .map(([, branch]) => branch);
}

const leadsOn = (branch: Branch, live: Set<string>): boolean =>
  leaves(branch).some(({ to }) => to === null || live.has(to));

const allCalls = (tables: Tables): OpenItem[] =>
  Object.values(tables.tables)
    .flatMap(({ places }) => Object.values(places))
    .flatMap(({ open }) => open.filter(({ kind }) => kind === 'call'));

function deadEnd(process: string, open: OpenItem[], names: Names): Finding {
  const message = `Once ${listed(open, names)} is open, ${names(process)} can never end. Draw a way from there to an end.`;
  return { check: 'every-place-ends', level: 'error', element: open[0]?.id ?? process, message };
}
