import {
  addDays,
  addHours,
  dayOf,
  daysBetween,
  elapsedWorkingDays,
  momentOf,
  workingDaysAfter,
} from '../calendar/index.ts';
import type { Calendar, Clock, Day, Moment, Timescale } from '../contracts/index.ts';
import { dueOf } from './due.ts';

export interface Warning {
  at: Timescale['warn'][number]['at'];
  tell: string;
  /** the day on which, or the moment at which, to warn */
  on: Day | Moment;
}

const ORDER: Warning['at'][] = ['50%', '80%', 'due', 'after-1-day'];

/** Half of a short timescale is no news: under this many working days the warning at 50 % is left out. */
const SHORT = 5;

/**
 * When to warn whom about a clock, in order. Shares of the length are rounded up to whole days (whole hours where it
 * is counted in hours). A clock that counts back from a day to come is warned of only when due and after.
 */
export function warnings(
  clock: Pick<Clock, 'from' | 'due'>,
  timescale: Pick<Timescale, 'length' | 'unit' | 'warn'>,
  calendar: Calendar,
): Warning[] {
  return timescale.warn
    .flatMap(({ at, tell }) => {
      const on = warnOn(clock, timescale, calendar, at);
      return on === null ? [] : [{ at, tell, on }];
    })
    .sort((a, b) => (a.on === b.on ? ORDER.indexOf(a.at) - ORDER.indexOf(b.at) : a.on < b.on ? -1 : 1));
}

/**
 * When to warn of a clock of which only the date is kept on which it falls due: what it counts from is counted back. Of
 * months that begin on a day that the last of them does not have, the warnings come up to three days early, never late.
 */
export function warningsBefore(
  due: Day | Moment,
  timescale: Pick<Timescale, 'length' | 'unit' | 'warn'>,
  calendar: Calendar,
): Warning[] {
  const { length, unit } = timescale;
  const from = dueOf({ length: -length, unit }, due, calendar);
  return warnings({ from, due }, timescale, calendar);
}

/** Those of them whose day or moment has come. */
export function warnedBy(warned: Warning[], now: Moment): Warning[] {
  return warned.filter(({ on }) => (on.includes('T') ? on <= now : on <= dayOf(now)));
}

function warnOn(
  clock: Pick<Clock, 'from' | 'due'>,
  timescale: Pick<Timescale, 'length' | 'unit'>,
  calendar: Calendar,
  at: Warning['at'],
): Day | Moment | null {
  if (at === 'due') return clock.due;
  if (at === 'after-1-day') return oneDayAfter(clock.due, timescale.unit, calendar);
  if (timescale.length < 0) return null;
  const isShort = elapsedWorkingDays(calendar, dayOf(clock.from), dayOf(clock.due)) < SHORT;
  if (at === '50%' && isShort) return null;
  return shareOf(clock, timescale, calendar, at === '50%' ? 50 : 80);
}

function oneDayAfter(due: Day | Moment, unit: Timescale['unit'], calendar: Calendar): Day | Moment {
  if (unit === 'hours') return addHours(due, 24);
  return unit === 'working-days' ? workingDaysAfter(calendar, due, 1) : addDays(due, 1);
}

function shareOf(
  { from, due }: Pick<Clock, 'from' | 'due'>,
  { length, unit }: Pick<Timescale, 'length' | 'unit'>,
  calendar: Calendar,
  percent: number,
): Day | Moment {
  const part = (whole: number) => Math.ceil((whole * percent) / 100);
  if (unit === 'hours') return addHours(from.includes('T') ? from : momentOf(from, '00:00'), part(length));
  const day = dayOf(from);
  if (unit === 'working-days') return workingDaysAfter(calendar, day, part(length));
  return addDays(day, part(daysBetween(day, dayOf(due))));
}
