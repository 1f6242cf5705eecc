import type { Day } from '../contracts/index.ts';

/**
 * Arithmetic on days. A day is text ('2026-09-03'); it is counted as whole days from 1970-01-01 in UTC, where every
 * day has 24 hours, so no time zone can shift it.
 */

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: '2026-02-29' is not. */
export function isDay(text: string): boolean {
  const [, year, month, date] = SHAPE.exec(text) ?? [];
  if (!year || !month || !date) return false;
  return textOf(numberOf(text)) === text;
}

/** `n` days later; earlier when negative. */
export function addDays(day: Day, n: number): Day {
  return textOf(numberOf(day) + n);
}

/** Days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(numberOf(day));
}

/** The same for a day that is a number already. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** `n` calendar months later (earlier when negative); a day the month has not got becomes its last: 31 January → 28 February. */
export function addMonths(day: Day, n: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + n;
  const [toYear, toMonth] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return textOf(Math.round(Date.UTC(toYear, toMonth, Math.min(date, last)) / DAY_MS));
}

/** Whole calendar months from a to b, as ages and months on a plan are counted. */
export function monthsBetween(a: Day, b: Day): number {
  const [fromYear = 0, fromMonth = 0] = a.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = b.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return addMonths(a, months) > b ? months - 1 : months;
}

/** Days since 1970-01-01. Throws for what is no day: it should have been refused before. */
export function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  const number = Math.round(Date.UTC(year, month - 1, date) / DAY_MS);
  if (Number.isNaN(number)) throw new Error(`“${day}” is not a day`);
  remember(numbers, day, number);
  return number;
}

export function textOf(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  remember(texts, number, day);
  return day;
}

/** Work is reckoned in the days of a few years, a million times over: each is read and written once. */
const numbers = new Map<Day, number>();
const texts = new Map<number, Day>();
const MOST_REMEMBERED = 30_000;

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
}
