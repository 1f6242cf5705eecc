import type { Calendar, Day } from '../contracts/index.ts';
import { addDays, weekdayOf } from './days.ts';

const SATURDAY = 6;

/** Monday to Friday and not a bank holiday. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return weekdayOf(day) < SATURDAY && !holidaysOf(calendar).has(day);
}

/**
 * The n-th working day after `from`, which is day 0 whatever day of the week it is; the n-th before it when n is
 * negative; `from` itself when n is 0. The limit is the end of that day.
 */
export function workingDaysAfter(calendar: Calendar, from: Day, n: number): Day {
  const direction = Math.sign(n);
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, direction);
    if (isWorkingDay(calendar, day)) left--;
  }
  return day;
}

/** Working days in (a, b]; negative, and counted in (b, a], when b is earlier than a. */
export function elapsedWorkingDays(calendar: Calendar, a: Day, b: Day): number {
  if (b < a) return -elapsedWorkingDays(calendar, b, a);
  let elapsed = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) elapsed++;
  }
  return elapsed;
}

/** Whether the bank holidays around this day are in the table: never assume that a day outside it is a working day. */
export function isKnown(calendar: Calendar, day: Day): boolean {
  const [first = ''] = calendar.holidays.toSorted();
  return first !== '' && day >= `${first.slice(0, 4)}-01-01` && day <= calendar.knownUntil;
}

const sets = new WeakMap<Calendar, Set<Day>>();

function holidaysOf(calendar: Calendar): Set<Day> {
  const known = sets.get(calendar);
  if (known) return known;
  const set = new Set(calendar.holidays);
  sets.set(calendar, set);
  return set;
}
