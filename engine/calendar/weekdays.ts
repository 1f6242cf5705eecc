import type { Day, Moment } from '../contracts/index.ts';
import { weekdayOf } from './days.ts';
import { dayOf, timeOf } from './moments.ts';
import { dayInWords } from './words.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A day with its weekday: “Thursday 3 September 2026”. */
export function weekdayInWords(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${dayInWords(day)}`;
}

/** A day soon to come: “Thursday 3 September”. */
export const soonInWords = (day: Day): string => weekdayInWords(day).replace(/ \d{4}$/, '');

/** When on its day something ends: “by 14:00”, never parted at the end of a line. */
export const byTime = (moment: Moment): string => `by\u00A0${timeOf(moment)}`;

/** A moment on London's wall clock: “Saturday 5 September 2026, 14:00”; a day without its time. */
export function momentInWords(moment: Day | Moment): string {
  const day = weekdayInWords(dayOf(moment));
  return moment.includes('T') ? `${day}, ${timeOf(moment)}` : day;
}
