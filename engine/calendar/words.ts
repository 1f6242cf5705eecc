import type { Day, Moment } from '../contracts/index.ts';
import { weekdayOf } from './days.ts';
import { dayOf, timeOf } from './moments.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as people write it: “3 September 2026”. */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** With its weekday: “Thursday 3 September 2026”. */
export function weekdayInWords(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${dayInWords(day)}`;
}

/** A moment on London's wall clock: “Saturday 5 September 2026, 14:00”; a day without its time. */
export function momentInWords(moment: Day | Moment): string {
  const day = weekdayInWords(dayOf(moment));
  return moment.includes('T') ? `${day}, ${timeOf(moment)}` : day;
}
