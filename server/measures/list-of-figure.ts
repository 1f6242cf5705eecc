import type { MeasureDefinition, MeasureFigure, MeasureRow } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymsFor } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { refuse } from '../errors.ts';
import type { Counted } from './counted.ts';
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
  const wanted = figureAsked(definition, asked);
  const result = await figureOver(counted.journeys, wanted, period, by, true);
  const which = asked.which ?? 'all';
  const rows = result.rows.filter((row) => isOf(row, which));
  return { figure: wanted.id, which, ...(await sayList(host, person, counted, rows, asked, most)) };
}

/** The figure that is asked for; the first where none is. */
export function figureAsked({ name, figures }: MeasureDefinition, { figure }: ListAsked): MeasureFigure {
  const wanted = figure === undefined ? figures[0] : figures.find(({ id }) => id === figure);
  return wanted ?? refuse(422, 'no-such-figure', `${name} has no such figure. Choose one of those shown.`);
}

/** A page of those who are in a list, the latest first, as far as the reader may see them. */
export async function sayList(
  host: Host,
  person: Person,
  counted: Counted,
  all: MeasureRow[],
  asked: Pick<ListAsked, 'after'>,
  most = mostRows,
) {
  const rows = counted.seesAll ? all : all.filter((row) => counted.nameable(row.case));
  const from = Number(asked.after ?? 0);
  const page = latest(rows, from + most).slice(from);
  return {
    ...{ named: counted.seesAll, rows: await sayRows(host, person, page) },
    ...(counted.seesAll ? { total: rows.length } : {}),
    ...(from + most < rows.length ? { next: String(from + most) } : {}),
  };
}

/** So many rows, the latest first, those of one day by child: most days of a long list are never put in order. */
function latest(rows: MeasureRow[], most: number): MeasureRow[] {
  const byDay = Map.groupBy(rows, ({ on }) => on);
  const found: MeasureRow[] = [];
  for (const day of [...byDay.keys()].sort().reverse()) {
    if (found.length >= most) break;
    const same = byDay.get(day) ?? [];
    found.push(...same.toSorted((a, b) => (a.child < b.child ? -1 : a.child > b.child ? 1 : 0)));
  }
  return found.slice(0, most);
}

function isOf({ counted, beside }: MeasureRow, which: string): boolean {
  if (which === 'counted') return counted;
  if (which === 'others') return !counted && !beside;
  return which === 'beside' ? beside === true : true;
}

/** With the names the reader sees: people's, or the reader's own pseudonyms for them. */
async function sayRows(host: Host, person: Person, rows: MeasureRow[]) {
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
