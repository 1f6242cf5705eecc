import type { Calendar, Day } from '../contracts/index.ts';
import { numberOf, textOf, weekdayOfNumber } from './days.ts';

const SATURDAY = 6;

/** Monday to Friday and not a bank holiday. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return isWorking(tableOf(calendar).holidays, numberOf(day));
}

/**
 * The n-th working day after `from`, which is day 0 whatever day of the week it is; the n-th before it when n is
 * negative; `from` itself when n is 0. The limit is the end of that day.
 */
export function workingDaysAfter(calendar: Calendar, from: Day, n: number): Day {
  const { holidays } = tableOf(calendar);
  const direction = Math.sign(n);
  let day = numberOf(from);
  for (let left = Math.abs(n); left > 0;) {
    day += direction;
    if (isWorking(holidays, day)) left--;
  }
  return textOf(day);
}

/** Working days in (a, b]; negative, and counted in (b, a], when b is earlier than a. */
export function elapsedWorkingDays(calendar: Calendar, a: Day, b: Day): number {
  if (b < a) return -elapsedWorkingDays(calendar, b, a);
  const { holidays } = tableOf(calendar);
  const last = numberOf(b);
  let elapsed = 0;
  for (let day = numberOf(a) + 1; day <= last; day++) {
    if (isWorking(holidays, day)) elapsed++;
  }
  return elapsed;
}

/** Whether the bank holidays around this day are in the table: never assume that a day outside it is a working day. */
export function isKnown(calendar: Calendar, day: Day): boolean {
  return day >= tableOf(calendar).knownFrom && day <= calendar.knownUntil;
}

function isWorking(holidays: Set<number>, day: number): boolean {
  return weekdayOfNumber(day) < SATURDAY && !holidays.has(day);
}

interface Table {
  holidays: Set<number>;
  /** 1 January of the first year that has any holiday */
  knownFrom: Day;
}

/** Holidays as numbers of days: a case counts thousands of days with each change. */
const tables = new WeakMap<Calendar, Table>();

function tableOf(calendar: Calendar): Table {
  const known = tables.get(calendar);
  if (known) return known;
  const [first = '9999'] = calendar.holidays.toSorted();
  const table = {
    holidays: new Set(calendar.holidays.map(numberOf)),
    knownFrom: `${first.slice(0, 4)}-01-01`,
  };
  tables.set(calendar, table);
  return table;
}
