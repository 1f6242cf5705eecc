import { setImmediate } from 'node:timers/promises';
import { carryCaseload, changedBy, figureOfSum, journeysOfChildren, readyOver, rowsOf, sumOf } from '#engine';
import type { FigureResult, Journey, ListChange, MeasuredWith, MeasureFigure, Period, Sum } from '#engine';
import { carryDays, rowsOver, sumOver } from './by-days.ts';
import { keyOf } from './keys.ts';
import type { Asking } from './keys.ts';

/** A figure that was worked out over a list of journeys. */
interface Stood extends Asking {
  sum: Sum;
  /** how often it was carried since it was asked for: what nobody asks for any more is let go of */
  idle: number;
}

/** What was worked out, by list of journeys: a list is never changed, but another one takes its place. */
const standing = new WeakMap<readonly Journey[], Map<string, Stood>>();

/** How often a figure is carried on without being asked for. */
const mostIdle = 50;

/** Figures kept of one list, those asked for last: a year and another one, of every measure and its months. */
const mostFigures = 1250;

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
  if (performance.now() - busySince > piece) {
    await setImmediate();
    busySince = performance.now();
  }
  const asking = { figure, period, by };
  const sum = sumFor(journeys, asking);
  const rows = withRows ? rowsOver(journeys, asking) : [];
  return { ...figureOfSum(figure, sum, by.measures.population?.children), rows };
}

let busySince = 0;

function sumFor(journeys: readonly Journey[], asking: Asking): Sum {
  let own = standing.get(journeys);
  if (!own) standing.set(journeys, (own = new Map()));
  const key = `${asking.period.from} ${asking.period.to} ${keyOf(asking)}`;
  const stood = own.get(key) ?? { ...asking, sum: sumOver(journeys, asking), idle: 0 };
  stood.idle = 0;
  keep(own, key, stood);
  return stood.sum;
}

/** Keeps what was asked for last, and lets go of what nobody asked for since: anybody may ask for any days. */
function keep(own: Map<string, Stood>, key: string, stood: Stood): void {
  own.delete(key);
  own.set(key, stood);
  const [oldest] = own.keys();
  if (own.size > mostFigures && oldest !== undefined) own.delete(oldest);
}

/**
 * Carries what was made ready and worked out over one list to the list that takes its place: children who changed are
 * taken out as they were and put in as they are. What nobody asked for in a long time is left behind.
 */
export function carryOver(before: readonly Journey[], now: readonly Journey[], change: ListChange): void {
  // so many that working it out anew is no slower
  if (change.gone.length + change.come.length > before.length / 4) return;
  carryCaseload(before, now, change);
  // a figure may ask for everything that happened to a child: those of a changed child are all looked at again
  const children = new Set([...change.gone, ...change.come].map(({ child }) => child));
  const gone = journeysOfChildren(before, children);
  const come = journeysOfChildren(now, children);
  carryDays(before, now, { gone, come });
  const stood = standing.get(before);
  if (!stood) return;
  const carried = new Map<string, Stood>();
  for (const [key, one] of stood) {
    if (one.idle < mostIdle) carried.set(key, changedStood(one, gone, come));
  }
  standing.set(now, carried);
}

function changedStood(one: Stood, gone: Journey[], come: Journey[]): Stood {
  const { figure, period, by, sum } = one;
  const old = rowsOf(figure, period, readyOver(gone, by));
  const made = rowsOf(figure, period, readyOver(come, by));
  const idle = one.idle + 1;
  if (old.length === 0 && made.length === 0) return { ...one, idle };
  return { figure, period, by, idle, sum: changedBy(sum, { come: sumOf(made), gone: sumOf(old) }) };
}
