import type { Day } from '../contracts/index.ts';
import type { Folded } from './folded.ts';

/** Something of a journey. */
interface OfJourney {
  folded: Folded;
}

/** Things of journeys by their day: an index is never changed, but another takes its place. */
export interface ByDay<Thing extends OfJourney> {
  dayOf: (thing: Thing) => Day;
  /** the days there are, the earliest first */
  days: readonly Day[];
  on: ReadonlyMap<Day, readonly Thing[]>;
}

/** Things put by their days; those of a day stand as they came. */
export function byDay<Thing extends OfJourney>(
  things: Iterable<Thing>,
  dayOf: (thing: Thing) => Day,
): ByDay<Thing> {
  const on = new Map<Day, Thing[]>();
  for (const thing of things) {
    const day = dayOf(thing);
    const same = on.get(day);
    if (same) same.push(thing);
    else on.set(day, [thing]);
  }
  return { dayOf, days: [...on.keys()].sort(), on };
}

/** The same without what some journeys had in it, and with others: only their days are made anew. */
export function byDayAfter<Thing extends OfJourney>(
  { dayOf, days, on }: ByDay<Thing>,
  gone: readonly Thing[],
  come: readonly Thing[],
): ByDay<Thing> {
  if (gone.length === 0 && come.length === 0) return { dayOf, days, on };
  const now = new Map(on);
  const left = new Set(gone.map(({ folded }) => folded));
  for (const day of new Set(gone.map(dayOf))) {
    const rest = now.get(day)?.filter(({ folded }) => !left.has(folded)) ?? [];
    if (rest.length > 0) now.set(day, rest);
    else now.delete(day);
  }
  for (const thing of come) now.set(dayOf(thing), [...(now.get(dayOf(thing)) ?? []), thing]);
  return { dayOf, days: [...now.keys()].sort(), on: now };
}

/** What stands at each day from the first to the last, both included, the earliest first. */
export function between<Thing extends OfJourney>(
  index: ByDay<Thing>,
  from: Day,
  to: Day,
): (readonly Thing[])[] {
  return daysWithin(index, from, to).map((day) => index.on.get(day) ?? []);
}

/** The days there are from the first to the last, both included. */
export function daysWithin({ days }: Pick<ByDay<OfJourney>, 'days'>, from: Day, to: Day): Day[] {
  const first = firstFrom(days, from);
  let end = first;
  while (end < days.length && (days[end] ?? '') <= to) end++;
  return days.slice(first, end);
}

/** Where the first day on or after another stands. */
function firstFrom(days: readonly Day[], from: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
