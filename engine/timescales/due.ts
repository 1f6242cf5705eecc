import {
  addDays,
  addHours,
  addMonths,
  dayOf,
  isKnown,
  momentOf,
  workingDaysAfter,
} from '../calendar/index.ts';
import type { Calendar, Day, Moment, Timescale } from '../contracts/index.ts';

/**
 * When a timescale that counts from `from` falls due: a day, or a moment where it is counted in hours. Hours that
 * count from a day of which no time is known count from its first minute, so that the limit is never too late.
 */
export function dueOf(
  timescale: Pick<Timescale, 'length' | 'unit'>,
  from: Day | Moment,
  calendar: Calendar,
): Day | Moment {
  const { length, unit } = timescale;
  if (unit === 'hours') return addHours(from.includes('T') ? from : momentOf(from, '00:00'), length);
  const day = dayOf(from);
  if (unit === 'working-days') return workingDaysAfter(calendar, day, length);
  return unit === 'calendar-days' ? addDays(day, length) : addMonths(day, length);
}

/** Whether bank holidays may still move the due date: only working days ask the table, and it ends somewhere. */
export function isUncertain(
  timescale: Pick<Timescale, 'unit'>,
  from: Day | Moment,
  due: Day | Moment,
  calendar: Calendar,
): boolean {
  if (timescale.unit !== 'working-days') return false;
  return !isKnown(calendar, dayOf(due)) || !isKnown(calendar, dayOf(from));
}
