import { changedBy, daysLookedAt, readyOver, rowsOn, sidesOf, sumOf, together } from '#engine';
import type { Day, Journey, ListChange, MeasureBase, MeasureRow, Sum } from '#engine';
import { keyOf } from './keys.ts';
import type { Asking } from './keys.ts';

/** What one side of a figure is on a day: whatever periods are asked for, each day of them is worked out once. */
interface OnDay {
  sum: Sum;
  /** everyone in it, once a list of them was asked for */
  rows?: MeasureRow[];
}

interface Side {
  asking: Asking;
  base: MeasureBase;
  days: Map<Day, OnDay>;
  /** everyone in it is kept */
  withRows?: boolean;
}

/** What was worked out, by list of journeys and side of a figure, those asked for last at the end. */
const known = new WeakMap<readonly Journey[], Map<string, Side>>();

/** Sides kept of one list: every measure and its practice twice over. */
const mostSides = 200;

/** Sides of which everyone is kept: all that leads to examples, and some that somebody reads. */
const mostWithRows = 40;

/** Days of which is kept who or what was open then: of what happened there are no more days than it happened on. */
const mostDaysOpen = 14;

/** A figure of a period as one sum. */
export function sumOver(journeys: readonly Journey[], asking: Asking): Sum {
  return together(daysOver(journeys, asking, false).map(({ sum }) => sum));
}

/** Everyone who is in a figure of a period; who stands beside them comes last. */
export function rowsOver(journeys: readonly Journey[], asking: Asking): MeasureRow[] {
  return daysOver(journeys, asking, true).flatMap(({ rows }) => rows ?? []);
}

function daysOver(journeys: readonly Journey[], asking: Asking, withRows: boolean): OnDay[] {
  const over = readyOver(journeys, asking.by);
  return sidesOf(asking.figure).flatMap((base, at) => {
    const side = sideOf(
      journeys,
      `${keyOf(asking)} ${String(at)}`,
      { asking, base, days: new Map() },
      withRows,
    );
    return daysLookedAt(base, asking.period, over).map((day) => {
      const there = side.days.get(day);
      if (there && (there.rows || !withRows)) return there;
      const rows = rowsOn(asking.figure, base, day, over);
      const made: OnDay = withRows ? { sum: sumOf(rows), rows } : { sum: sumOf(rows) };
      side.days.set(day, made);
      letGo(side);
      return made;
    });
  });
}

function sideOf(journeys: readonly Journey[], key: string, fresh: Side, withRows: boolean): Side {
  let own = known.get(journeys);
  if (!own) known.set(journeys, (own = new Map()));
  const side = own.get(key) ?? fresh;
  own.delete(key);
  own.set(key, side);
  const [oldest] = own.keys();
  if (own.size > mostSides && oldest !== undefined) own.delete(oldest);
  if (withRows) keepRows(own, side);
  return side;
}

/** Of what was asked for longest ago only the numbers are kept. */
function keepRows(own: Map<string, Side>, side: Side): void {
  side.withRows = true;
  const kept = [...own.values()].filter((one) => one.withRows);
  for (const one of kept.slice(0, -mostWithRows)) {
    one.withRows = false;
    for (const [day, { sum }] of one.days) one.days.set(day, { sum });
  }
}

function letGo({ base, days }: Side): void {
  const [oldest] = days.keys();
  if (base.each === 'open' && days.size > mostDaysOpen && oldest !== undefined) days.delete(oldest);
}

/**
 * Carries what is known of the days of one list to the list that takes its place. `change` has everything that the
 * children who changed have in either. Of what happened the days they have a part in are worked out anew when they are
 * asked for; what was open on a day is put right at once.
 */
export function carryDays(before: readonly Journey[], now: readonly Journey[], change: ListChange): void {
  const sides = known.get(before);
  if (!sides) return;
  // whoever is still being answered of the list before makes their own anew: no day is of two lists
  known.delete(before);
  for (const side of sides.values()) {
    if (side.base.each === 'open') putRight(side, change);
    else forgetDays(side, change);
  }
  known.set(now, sides);
}

function forgetDays({ asking: { by }, base, days }: Side, { gone, come }: ListChange): void {
  for (const some of [gone, come]) {
    for (const day of daysLookedAt(base, ever, readyOver(some, by))) days.delete(day);
  }
}

const ever = { from: '0001-01-01', to: '9999-12-31' };

function putRight({ asking: { figure, by }, base, days }: Side, { gone, come }: ListChange): void {
  const [before, now] = [readyOver(gone, by), readyOver(come, by)];
  const children = new Set(gone.map(({ child }) => child));
  for (const [day, { sum, rows }] of days) {
    const [out, put] = [rowsOn(figure, base, day, before), rowsOn(figure, base, day, now)];
    days.set(day, {
      sum: changedBy(sum, { come: sumOf(put), gone: sumOf(out) }),
      ...(rows ? { rows: [...rows.filter(({ child }) => !children.has(child)), ...put] } : {}),
    });
  }
}
