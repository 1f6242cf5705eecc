import { dayOf } from '../calendar/index.ts';
import type { Calendar, Day, Journey, Moment, Timescale } from '../contracts/index.ts';
import type { Find, Row } from './definition.ts';

const known = new WeakMap<Journey, Map<object | string, unknown>>();

/**
 * What is read from a journey at every question, made once for each journey and key: a journey is never changed, but
 * another one takes its place. The same key stands for the same thing to be read.
 */
export function keptOf<T>(journey: Journey, key: object | string, read: () => T): T {
  const kept = known.get(journey) ?? new Map<object | string, unknown>();
  known.set(journey, kept);
  if (!kept.has(key)) kept.set(key, read());
  return kept.get(key) as T;
}

/** When it is, and what dates are reckoned with. */
export interface Now {
  now: Moment;
  calendar: Calendar;
  timescales: Timescale[];
}

interface OfDay extends Omit<Now, 'now'> {
  day: Day;
  rows: Row[];
}

const ofDays = new WeakMap<Find, WeakMap<Journey, OfDay>>();

/** What a list finds in each journey, read once a day: nearly nothing hangs on the hour. */
export function keptOfDay(
  find: Find,
  now: Now,
  read: (journey: Journey) => Row[],
): (journey: Journey) => Row[] {
  const { calendar, timescales } = now;
  const day = dayOf(now.now);
  const byJourney = ofDays.get(find) ?? new WeakMap<Journey, OfDay>();
  ofDays.set(find, byJourney);
  return (journey) => {
    const kept = byJourney.get(journey);
    if (kept?.day === day && kept.calendar === calendar && kept.timescales === timescales) return kept.rows;
    const rows = read(journey);
    if (!hangsOnTheHour(find, journey, day, timescales))
      byJourney.set(journey, { day, calendar, timescales, rows });
    return rows;
  };
}

function hangsOnTheHour(find: Find, { clocks }: Journey, day: Day, timescales: Timescale[]): boolean {
  if (find.kind === 'fact-older')
    return timescales.some(({ id, unit }) => id === find.timescale && unit === 'hours');
  const isToCome = (due: Day | Moment): boolean => due.includes('T') && dayOf(due) === day;
  return (
    find.kind === 'clock-passed' && clocks.some(({ stopped, due }) => stopped === undefined && isToCome(due))
  );
}
