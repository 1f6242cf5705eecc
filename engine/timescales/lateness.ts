import {
  addDays,
  dayInWords,
  dayOf,
  daysBetween,
  elapsedWorkingDays,
  hoursBetween,
  momentOf,
  phraseInWords,
} from '../calendar/index.ts';
import type { Calendar, Clock, Day, Moment, Phrase, Timescale } from '../contracts/index.ts';
import { limitPhrases, type DistanceUnit } from './due-phrases.ts';

/** How far a clock is from its due date: `n` of the unit past it when late, to it when not. */
export interface Lateness {
  late: boolean;
  by: { n: number; unit: DistanceUnit };
}

type Counted = Pick<Timescale, 'unit'>;
type Dated = Pick<Clock, 'due' | 'stopped'>;

/**
 * Whether a clock is late at `at` (a day or a moment), or was when it stopped. The limit of a day is its end, so on
 * the due day itself it is not late.
 */
export function lateness(clock: Dated, timescale: Counted, at: Day | Moment, calendar: Calendar): Lateness {
  const when = clock.stopped ?? at;
  if (timescale.unit === 'hours') return latenessInHours(clock.due, when);
  const [due, day] = [dayOf(clock.due), dayOf(when)];
  const late = day > due;
  const [from, to] = late ? [due, day] : [day, due];
  const workingDays = timescale.unit === 'working-days' ? elapsedWorkingDays(calendar, from, to) : 0;
  if (workingDays > 0) return { late, by: { n: workingDays, unit: 'working-days' } };
  return { late, by: { n: daysBetween(from, to), unit: 'days' } };
}

/** Of a day without a time the first minute is taken: what happened on the due day was not late for that alone. */
function latenessInHours(due: Day | Moment, when: Day | Moment): Lateness {
  const [limit, at] = [asMoment(due), asMoment(when)];
  const hours = hoursBetween(limit, at);
  return { late: hours > 0, by: { n: hours > 0 ? Math.ceil(hours) : Math.floor(-hours), unit: 'hours' } };
}

const asMoment = (at: Day | Moment): Moment => (at.includes('T') ? at : momentOf(at, '00:00'));

/** How long there is, for people: “in 3 working days”, “due today”, “2 working days late”, “done in time”. */
export function dueSays(clock: Dated, timescale: Counted, at: Day | Moment, calendar: Calendar): string {
  return phraseInWords(duePhrase(clock, timescale, at, calendar));
}

/** The same before it is said in any language. */
export function duePhrase(clock: Dated, timescale: Counted, at: Day | Moment, calendar: Calendar): Phrase {
  const { late, by } = lateness(clock, timescale, at, calendar);
  if (clock.stopped && !late) return { says: 'doneInTime' };
  const { n, unit } = late ? pastHours(by) : by;
  const [comes, past, done] = limitPhrases[unit];
  if (late) return { says: clock.stopped ? done : past, number: n };
  if (n === 0) return { says: unit === 'hours' ? 'withinTheHour' : 'dueToday' };
  return { says: comes, number: n };
}

/** Two days past the hour nobody counts in hours any more. */
const pastHours = (by: Lateness['by']): Lateness['by'] =>
  by.unit === 'hours' && by.n >= 48 ? { n: Math.floor(by.n / 24), unit: 'days' } : by;

/** The day a clock shall have ended by, for people, with the warning that its bank holidays are not known yet. */
export function dueDayInWords(clock: Pick<Clock, 'due' | 'uncertain'>): string {
  const day = dayInWords(dayOf(clock.due));
  return clock.uncertain ? `${day}, unless a bank holiday not yet known moves it` : day;
}

const NAMES: Record<DistanceUnit | 'calendar-months' | 'calendar-days', [string, string]> = {
  'working-days': ['working day', 'working days'],
  days: ['day', 'days'],
  'calendar-days': ['day', 'days'],
  hours: ['hour', 'hours'],
  'calendar-months': ['month', 'months'],
};

export function inWords(n: number, unit: keyof typeof NAMES): string {
  return `${n} ${NAMES[unit][n === 1 ? 0 : 1]}`;
}

/** The first day on which a clock that is still running counts as late. */
export function lateFrom(clock: Pick<Clock, 'due'>): Day {
  return addDays(dayOf(clock.due), 1);
}
