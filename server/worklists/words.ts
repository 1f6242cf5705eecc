import { dayOf, daysBetween } from '#engine';
import type { Day, Moment } from '#engine';

/** Whole days a date is past; 0 when it is not. */
export function daysLate(due: Day | Moment | undefined, now: Moment): number {
  return due === undefined ? 0 : Math.max(0, daysBetween(dayOf(due), dayOf(now)));
}
