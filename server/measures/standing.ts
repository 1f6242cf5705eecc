import { setImmediate } from 'node:timers/promises';
import { carryCaseload, changedBy, figureOfSum, journeysOfChildren, readyOver, rowsOf, sumOf } from '#engine';
import type {
  FigureResult,
  Journey,
  ListChange,
  MeasuredWith,
  MeasureFigure,
  MeasureRow,
  Period,
  Sum,
} from '#engine';

/** A figure that was worked out over a list of journeys. */
interface Stood {
  figure: MeasureFigure;
  period: Period;
  by: MeasuredWith;
  sum: Sum;
  /** everyone in it, once a list of them was asked for */
  rows?: MeasureRow[];
  /** how often it was carried since it was asked for: what nobody asks for any more is let go of */
  idle: number;
}

/** What was worked out, by list of journeys: a list is never changed, but another one takes its place. */
const standing = new WeakMap<readonly Journey[], Map<string, Stood>>();

/** How often a figure is carried on without being asked for. */
const mostIdle = 50;

/** Figures kept of one list, those asked for last: a year and another one, of every measure and its months. */
const mostFigures = 1250;

/** How many of them with everyone who is in them: all that leads to examples, and some that somebody reads. */
const mostWithRows = 40;

/** How long others wait at most while figures are worked out for the first time. */
const piece = 20;

/** A figure over journeys, worked out once for each list of them. */
export async function figureOver(
  journeys: readonly Journey[],
  figure: MeasureFigure,
  period: Period,
  by: MeasuredWith,
  withRows = false,
): Promise<FigureResult> {
  const stood = await stoodFor(journeys, { figure, period, by }, withRows);
  return { ...figureOfSum(figure, stood.sum, by.measures.population?.children), rows: stood.rows ?? [] };
}

let busySince = 0;

async function stoodFor(
  journeys: readonly Journey[],
  asking: Pick<Stood, 'figure' | 'period' | 'by'>,
  withRows: boolean,
): Promise<Stood> {
  let own = standing.get(journeys);
  if (!own) standing.set(journeys, (own = new Map()));
  const key = keyOf(asking);
  const known = own.get(key);
  if (known && (known.rows || !withRows)) {
    known.idle = 0;
    keep(own, key, known);
    return known;
  }
  if (performance.now() - busySince > piece) {
    await setImmediate();
    busySince = performance.now();
  }
  const rows = rowsOf(asking.figure, asking.period, readyOver(journeys, asking.by));
  const stood: Stood = { ...asking, sum: sumOf(rows), idle: 0, ...(withRows ? { rows } : {}) };
  keep(own, key, stood);
  return stood;
}

/** Keeps what was asked for last, and lets go of what nobody asked for since: anybody may ask for any days. */
function keep(own: Map<string, Stood>, key: string, stood: Stood): void {
  own.delete(key);
  own.set(key, stood);
  const [oldest] = own.keys();
  if (own.size > mostFigures && oldest !== undefined) own.delete(oldest);
  if (!stood.rows) return;
  const withRows = [...own].filter(([, { rows }]) => rows);
  const [first] = withRows;
  if (first && withRows.length > mostWithRows) own.delete(first[0]);
}

const names = new WeakMap<MeasureFigure, string>();
let count = 0;

function keyOf({ figure, period, by }: Pick<Stood, 'figure' | 'period' | 'by'>): string {
  let name = names.get(figure);
  if (name === undefined) names.set(figure, (name = String(count++)));
  return `${name} ${period.from} ${period.to} ${by.today}`;
}

/**
 * Carries what was made ready and worked out over one list to the list that takes its place: children who changed are
 * taken out as they were and put in as they are. What nobody asked for in a long time is left behind.
 */
export function carryOver(before: readonly Journey[], now: readonly Journey[], change: ListChange): void {
  // so many that working it out anew is no slower
  if (change.gone.length + change.come.length > before.length / 4) return;
  carryCaseload(before, now, change);
  const stood = standing.get(before);
  if (!stood) return;
  // a figure may ask for everything that happened to a child: those of a changed child are all looked at again
  const children = new Set([...change.gone, ...change.come].map(({ child }) => child));
  const [gone, come] = [before, now].map((list) => journeysOfChildren(list, children));
  const carried = new Map<string, Stood>();
  for (const [key, one] of stood) {
    if (one.idle < mostIdle) carried.set(key, changedStood(one, children, gone ?? [], come ?? []));
  }
  standing.set(now, carried);
}

function changedStood(one: Stood, changed: Set<string>, gone: Journey[], come: Journey[]): Stood {
  const { figure, period, by, sum, rows } = one;
  const old = rowsOf(figure, period, readyOver(gone, by));
  const made = rowsOf(figure, period, readyOver(come, by));
  if (old.length === 0 && made.length === 0) return { ...one, idle: one.idle + 1 };
  return {
    ...{ figure, period, by, idle: one.idle + 1 },
    sum: changedBy(sum, { come: sumOf(made), gone: sumOf(old) }),
    ...(rows ? { rows: [...rows.filter(({ child }) => !changed.has(child)), ...made] } : {}),
  };
}
