import type { MeasureDefinition, MeasureRow } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymsFor } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { refuse } from '../errors.ts';
import type { Saying } from './say.ts';
import { figureOver } from './standing.ts';

export interface ListAsked {
  figure?: string;
  /** those that count, those that could have, or those beside them; absent: everyone */
  which?: string;
  /** how many of the list are passed over */
  after?: string;
}

export interface Listing {
  definition: MeasureDefinition;
  saying: Saying;
}

/** Rows of a page. */
const mostRows = 100;

/** Those who are in a figure, the latest first, as far as the reader may see them. */
export async function listOfFigure(
  host: Host,
  person: Person,
  listing: Listing,
  asked: ListAsked,
  most = mostRows,
) {
  const { definition, saying } = listing;
  const { counted, period, by } = saying;
  const figure = asked.figure ?? definition.figures[0]?.id ?? '';
  const wanted = definition.figures.find(({ id }) => id === figure);
  if (!wanted)
    refuse(422, 'no-such-figure', `${definition.name} has no such figure. Choose one of those shown.`);
  const result = await figureOver(counted.journeys, wanted, period, by, true);
  const which = asked.which ?? 'all';
  const rows = result.rows
    .filter((row) => isOf(row, which) && counted.nameable(row.case))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.child < b.child ? -1 : 1));
  const from = Number(asked.after ?? 0);
  const page = rows.slice(from, from + most);
  return {
    ...{ figure, which, named: counted.seesAll, rows: await sayRows(host, person, page) },
    ...(counted.seesAll ? { total: rows.length } : {}),
    ...(from + most < rows.length ? { next: String(from + most) } : {}),
  };
}

function isOf({ counted, beside }: MeasureRow, which: string): boolean {
  if (which === 'counted') return counted;
  if (which === 'others') return !counted && !beside;
  return which === 'beside' ? beside === true : true;
}

/** With the names the reader sees: people's, or the reader's own pseudonyms for them. */
export async function sayRows(host: Host, person: Person, rows: MeasureRow[]) {
  const [pseudonyms, families, workers] = await Promise.all([
    pseudonymsFor(host.store, person),
    Promise.all([...new Set(rows.map((row) => row.case))].map((id) => host.store.family(id))),
    accountNames(
      host.store,
      rows.map(({ worker }) => worker),
    ),
  ]);
  const byId = new Map(families.flatMap((family) => (family ? [[family.id, family] as const] : [])));
  return rows.map(({ case: id, child, on, counted, beside, value, length, band, worker }) => {
    const family = byId.get(id);
    return {
      ...{ case: id, child, on, counted },
      family: pseudonyms ? pseudonyms.family(id) : (family?.name ?? ''),
      name: pseudonyms
        ? pseudonyms.child(child)
        : (family?.children.find((one) => one.id === child)?.name ?? ''),
      ...(beside ? { beside } : {}),
      ...(value === undefined ? {} : { value }),
      ...(length === undefined ? {} : { length }),
      ...(band === undefined ? {} : { band }),
      ...(worker === undefined ? {} : { worker: workers.get(worker) ?? '' }),
    };
  });
}
