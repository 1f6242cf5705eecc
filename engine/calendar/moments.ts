import type { Day, Moment } from '../contracts/index.ts';
import { addDays } from './days.ts';

/**
 * Between an instant and the wall clock in London. The rule for summer time is taken from Intl for the zone
 * 'Europe/London', never from the machine's own zone.
 */

const HOUR_MS = 3_600_000;
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Whether the text is a moment: an ISO instant in UTC with its milliseconds, '2026-09-05T13:00:00.000Z'. */
export function isMoment(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

/** The London day of a moment; a day is given back as it is. */
export function dayOf(moment: Day | Moment): Day {
  return moment.includes('T') ? londonOf(moment).day : moment;
}

/** The London time of day of a moment, 'HH:MM'. */
export function timeOf(moment: Moment): string {
  const { time } = londonOf(moment);
  return isWritten(moment) ? time.slice(0, 3) + moment.slice(14, 16) : time;
}

/**
 * The instant at which London clocks show `time` ('HH:MM') on `day`. Of the hour that comes twice in October the
 * first is meant; a time in the hour that is skipped in March is read as if clocks had not yet changed.
 */
export function momentOf(day: Day, time: string): Moment {
  const asUtc = new Date(`${day}T${time.padStart(5, '0')}:00.000Z`).getTime();
  if (Number.isNaN(asUtc)) throw new Error(`“${day} ${time}” is not a time of a day`);
  const summer = new Date(asUtc - HOUR_MS).toISOString();
  const isShown = dayOf(summer) === day && timeOf(summer) === time.padStart(5, '0');
  return isShown ? summer : new Date(asUtc).toISOString();
}

/** `n` hours later, as a clock that never changes counts them. */
export function addHours(moment: Moment, n: number): Moment {
  return new Date(new Date(moment).getTime() + n * HOUR_MS).toISOString();
}

/** Hours from a to b, with their fraction; negative when b is earlier. */
export function hoursBetween(a: Moment, b: Moment): number {
  return (new Date(b).getTime() - new Date(a).getTime()) / HOUR_MS;
}

/** The last moment of a London day: a limit in days ends with it. */
export function endOf(day: Day): Moment {
  return new Date(new Date(momentOf(addDays(day, 1), '00:00')).getTime() - 1).toISOString();
}

interface WallClock {
  day: Day;
  time: string;
}

const MOST_REMEMBERED = 50_000;
const hours = new Map<string, WallClock>();

/** Clocks change on the hour: what the wall shows is read once for each hour, and the minutes are the moment’s own. */
function londonOf(moment: Moment): WallClock {
  if (!isWritten(moment)) return readWallClock(moment);
  const hour = moment.slice(0, 13);
  const known = hours.get(hour);
  if (known) return known;
  const shown = readWallClock(`${hour}:00:00.000Z`);
  if (hours.size >= MOST_REMEMBERED) hours.clear();
  hours.set(hour, shown);
  return shown;
}

const SHAPE = /^(19|20)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** As every moment of a record is written; any other text is read as it is. */
const isWritten = (moment: Moment): boolean => SHAPE.test(moment);

function readWallClock(moment: Moment): WallClock {
  const parts: Record<string, string> = {};
  for (const { type, value } of wallClock.formatToParts(new Date(moment))) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}
