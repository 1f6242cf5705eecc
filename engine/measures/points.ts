import type { Day, Elapsed, LengthUnit, Limits, Moment, Point } from '../contracts/index.ts';
import { addMonths, daysBetween, hoursBetween, monthsBetween } from '../calendar/index.ts';
import { workingDaysBetween } from './asked.ts';
import type { Asked, Occasion } from './asked.ts';
import type { Dated } from './folded.ts';

/** The day a point names; undefined: it did not happen. */
export function dayAt(point: Point, occasion: Occasion, asked: Asked): Day | undefined {
  if (point === 'here') return occasion.here;
  if (point === 'start') return occasion.start;
  if (point === 'today') return asked.today;
  return happenedAt(point, occasion)?.day;
}

function momentAt(point: Point, occasion: Occasion, asked: Asked): Day | Moment | undefined {
  if (point === 'here') return occasion.happened?.on ?? occasion.here;
  return typeof point === 'string' ? dayAt(point, occasion, asked) : happenedAt(point, occasion)?.on;
}

function happenedAt(point: Exclude<Point, string>, occasion: Occasion): Dated | undefined {
  const { facts } = occasion.folded;
  const { here } = occasion;
  if ('latest' in point) return latestOf(facts, point.latest, here);
  if ('next' in point) {
    const again = nextTime(occasion);
    return facts.find((one) => point.next.includes(one.fact) && one.day >= here && one.day < again);
  }
  const { since = [] } = point;
  const last = facts.findLast((one) => since.includes(one.fact) && one.day < here)?.day ?? '';
  return facts.find((one) => point.first.includes(one.fact) && one.day >= last && one.day <= here);
}

/** The latest of these on or before a day. Most happenings are of other facts: that is asked first. */
export function latestOf(facts: readonly Dated[], wanted: readonly string[], here: Day): Dated | undefined {
  for (let at = facts.length - 1; at >= 0; at--) {
    const one = facts[at];
    if (one && wanted.includes(one.fact) && one.day <= here) return one;
  }
  return undefined;
}

/** Later than any day that is asked for. */
export const NEVER = '9999-12-31';

/** The day on which what is counted happens again in the journey. */
export function nextTime({ folded, here, facts }: Occasion): Day {
  return folded.facts.find((one) => facts.includes(one.fact) && one.day > here)?.day ?? NEVER;
}

/** How long it was; undefined where one of the points did not happen. Months and a part of one are told as half. */
export function lengthOf({ from, to, unit }: Elapsed, occasion: Occasion, asked: Asked): number | undefined {
  const at = unit === 'hours' ? momentAt : dayAt;
  const [a, b] = [at(from, occasion, asked), at(to, occasion, asked)];
  return a === undefined || b === undefined ? undefined : between(a, b, unit, asked);
}

export function between(a: string, b: string, unit: LengthUnit, { calendar }: Asked): number {
  if (unit === 'working-days') return workingDaysBetween(calendar, a, b);
  if (unit === 'days') return daysBetween(a, b);
  if (unit === 'hours') return hoursBetween(a, b);
  const months = monthsBetween(a, b);
  return b > addMonths(a, months) ? months + 0.5 : months;
}

export function isWithin(length: number | undefined, { least, most, over, under }: Limits): boolean {
  if (length === undefined) return false;
  if (least !== undefined && length < least) return false;
  if (most !== undefined && length > most) return false;
  if (over !== undefined && length <= over) return false;
  return under === undefined || length < under;
}
