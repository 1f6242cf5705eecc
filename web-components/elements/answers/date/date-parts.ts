import { dayOf, isDay, isMoment, momentOf, timeOf } from '#engine/browser';

/** The fields of a date as typed; a moment has a time of day in London as well. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
  time: string;
}

export const noParts: DateParts = { day: '', month: '', year: '', time: '' };

/** A day or moment taken apart for its fields. */
export function partsOf(value: unknown): DateParts {
  if (typeof value !== 'string' || !(isDay(value) || isMoment(value))) return noParts;
  const [year = '', month = '', day = ''] = dayOf(value).split('-');
  return {
    day: String(Number(day)),
    month: String(Number(month)),
    year,
    time: isMoment(value) ? timeOf(value) : '',
  };
}

export type ReadDate =
  | { kind: 'empty' }
  | { kind: 'unfinished' }
  | { kind: 'wrong'; what: 'date' | 'time' }
  | { kind: 'date'; value: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What the fields say together: nothing, not enough yet, something that cannot be, or a day (or moment). */
export function readParts(parts: DateParts, withTime: boolean): ReadDate {
  const { day, month, year, time } = parts;
  const given = [day, month, year, ...(withTime ? [time] : [])].map((part) => part.trim());
  if (given.every((part) => part === '')) return { kind: 'empty' };
  if (given.some((part) => part === '') || year.trim().length < 4) return { kind: 'unfinished' };
  const named = months.indexOf(month.trim().slice(0, 3).toLowerCase()) + 1;
  const monthNumber = named > 0 ? named : Number(month);
  const text = `${year.trim()}-${two(monthNumber)}-${two(Number(day))}`;
  if (!isDay(text)) return { kind: 'wrong', what: 'date' };
  if (!withTime) return { kind: 'date', value: text };
  const clock = readTime(time.trim());
  return clock ? { kind: 'date', value: momentOf(text, clock) } : { kind: 'wrong', what: 'time' };
}

/** '9:05', '0905', '9.05' and '14:30' are all times. */
function readTime(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:. ]?(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  return Number(hours) < 24 && Number(minutes) < 60 ? `${two(Number(hours))}:${minutes}` : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
