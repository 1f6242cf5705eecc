import { dayInWords, dayOf, isDay, isMoment, timeOf } from '#engine/browser';

/** Days and moments as the pages say them; anything that is neither is said as it stands. */

/** '3 September 2026'; a moment is said as its day in London. */
export function sayDay(on: string): string {
  return isDay(on) || isMoment(on) ? dayInWords(dayOf(on)) : on;
}

/** '3 Sep 2026' */
export function sayShortDay(on: string): string {
  return sayDay(on).replace(/([A-Z][a-z]{2})[a-z]+/, '$1');
}

/** '14:32' */
export function sayTime(moment: string): string {
  return isMoment(moment) ? timeOf(moment) : '';
}

/** '3 September 2026 at 14:32'; a day without a time is said as a day. */
export function sayMoment(moment: string): string {
  return isMoment(moment) ? `${sayDay(moment)} at ${sayTime(moment)}` : sayDay(moment);
}
