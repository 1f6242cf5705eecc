import calendar from '../../processes/calendars/england-and-wales.json' with { type: 'json' };
import type { Wait } from './waiting.ts';

/** Days counted one by one, as on a wall calendar: nothing of the engine's own counting is used here. */
export function naiveDue({ length, unit }: Wait, from: string): string {
  if (unit === 'calendar-months') return monthsOn(from, length);
  let day = from;
  for (let left = length; left > 0;) {
    day = nextDay(day);
    if (unit === 'calendar-days' || isWorked(day)) left -= 1;
  }
  return day;
}

export const nextDay = (day: string): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
};

function isWorked(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(day);
}

/** The same date so many months on, or that month's last day where it has no such date. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, days)).padStart(2, '0')}`;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** When a day begins in London, in milliseconds. */
export function londonMidnight(day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return Number(london.format(utc)) === 0 ? utc : utc - 3_600_000;
}
