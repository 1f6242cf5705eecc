import type { Calendar, Day, MeasureSpan } from '../contracts/index.ts';
import { addDays, elapsedWorkingDays, isWorkingDay } from '../calendar/index.ts';
import type { Caseload } from './caseload.ts';
import type { Dated, Folded } from './folded.ts';

/** What every part of a figure is worked out with. */
export interface Asked {
  caseload: Caseload;
  spans: ReadonlyMap<string, MeasureSpan>;
  calendar: Calendar;
  today: Day;
}

/** One that is looked at: a happening on its day, or something open as at a day (`start`: since when). */
export interface Occasion {
  folded: Folded;
  here: Day;
  start: Day;
  /** what happened; absent where something is open */
  happened?: Dated;
  /** the facts of which it is one: what comes `next` comes before they happen again */
  facts: string[];
}

/** Working days from a to b, as elapsed: a table is looked up, for hundreds of thousands are asked. */
export function workingDaysBetween(calendar: Calendar, a: Day, b: Day): number {
  const table = tableOf(calendar);
  const [from, to] = [table.get(a), table.get(b)];
  return from === undefined || to === undefined ? elapsedWorkingDays(calendar, a, b) : to - from;
}

const tables = new WeakMap<Calendar, Map<Day, number>>();

/** How many working days there were up to each day that bank holidays are known of. */
function tableOf(calendar: Calendar): Map<Day, number> {
  const known = tables.get(calendar);
  if (known) return known;
  const table = new Map<Day, number>();
  const [first = calendar.knownUntil] = calendar.holidays.toSorted();
  for (let day = `${first.slice(0, 4)}-01-01`, count = 0; day <= calendar.knownUntil; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
    table.set(day, count);
  }
  tables.set(calendar, table);
  return table;
}
