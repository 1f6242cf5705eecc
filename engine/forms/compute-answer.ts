import {
  dayInWords,
  dayOf,
  daysBetween,
  elapsedWorkingDays,
  hoursBetween,
  monthsBetween,
  phraseInWords,
} from '../calendar/index.ts';
import type {
  Calendar,
  Clock,
  Day,
  FormQuestion,
  Happening,
  KnownAnswer,
  Moment,
  Phrase,
  Timescale,
} from '../contracts/index.ts';
import { duePhrase } from '../timescales/index.ts';
import { elapsedPhrases } from './computed-phrases.ts';

export interface Computing {
  /** the child a question is about; for a question of the family, the first child it holds for */
  child: string;
  born?: Day;
  expected?: Day;
  happenings: Happening[];
  clocks: Clock[];
  /** by child ('' the family), then by term */
  known: Record<string, Record<string, KnownAnswer>>;
  timescales: Timescale[];
  calendar: Calendar;
  now: Moment;
  /** a known value in words; absent: as it is */
  inWords?: (term: string, value: unknown) => string;
}

/** What a computed question shows before it is put into the words of a language. */
export type Computed =
  { day: Day; note?: Phrase } | { phrase: Phrase } | { number: number } | { term: string; value: unknown };

/** What a computed question shows; undefined where there is nothing to say yet. */
export function computeValue(
  { compute }: Pick<FormQuestion, 'compute'>,
  about: Computing,
): Computed | undefined {
  const [what = '', of = ''] = compute?.split(':') ?? [];
  switch (what) {
    case 'due':
      return dueOf(about, of);
    case 'fact': {
      const last = happeningsOf(about, of).at(-1);
      return last && { day: dayOf(last.on) };
    }
    case 'term': {
      const value = (about.known[about.child]?.[of] ?? about.known['']?.[of])?.value;
      return value === undefined ? undefined : { term: of, value };
    }
    case 'age':
      return ageOf(about);
    case 'elapsed':
      return elapsedOf(about, of);
    case 'count':
      return { number: happeningsOf(about, of).length };
    default:
      return undefined;
  }
}

/** The same in words; '' where there is nothing to say yet. */
export function computeAnswer(question: Pick<FormQuestion, 'compute'>, about: Computing): string {
  const found = computeValue(question, about);
  if (!found) return '';
  if ('day' in found) return dayInWords(found.day) + (found.note ? ` (${phraseInWords(found.note)})` : '');
  if ('phrase' in found) return phraseInWords(found.phrase);
  if ('number' in found) return String(found.number);
  return about.inWords?.(found.term, found.value) ?? String(found.value);
}

function ageOf({ born, expected, now }: Computing): Computed | undefined {
  if (!born) return expected ? { phrase: { says: 'unborn', day: expected } } : undefined;
  const months = monthsBetween(born, dayOf(now));
  if (months >= 24) return { phrase: { says: 'years', number: Math.floor(months / 12) } };
  if (months >= 3) return { phrase: { says: 'months', number: months } };
  return { phrase: { says: 'weeks', number: Math.floor(daysBetween(born, dayOf(now)) / 7) } };
}

function dueOf(about: Computing, id: string): Computed | undefined {
  const { timescale, clock } = clockOf(about, id);
  if (!timescale || !clock) return undefined;
  return { day: dayOf(clock.due), note: duePhrase(clock, timescale, about.now, about.calendar) };
}

/** How much of a timescale has passed, or had when it stopped: “16 of 15 working days”. */
function elapsedOf(about: Computing, id: string): Computed | undefined {
  const { timescale, clock } = clockOf(about, id);
  if (!timescale || !clock) return undefined;
  const { length: number, unit } = timescale;
  const done = gone(about.calendar, unit, clock.from, clock.stopped ?? about.now);
  return { phrase: { says: elapsedPhrases[unit], done, number } };
}

function gone(calendar: Calendar, unit: Timescale['unit'], since: Day | Moment, until: Day | Moment): number {
  if (unit === 'hours') return Math.floor(hoursBetween(since, until));
  const [from, to] = [dayOf(since), dayOf(until)];
  if (unit === 'working-days') return elapsedWorkingDays(calendar, from, to);
  return unit === 'calendar-months' ? monthsBetween(from, to) : daysBetween(from, to);
}

function clockOf({ child, clocks, timescales }: Computing, id: string) {
  const clock = clocks.findLast((one) => one.timescale === id && one.child === child);
  return { timescale: timescales.find((one) => one.id === id), clock };
}

function happeningsOf({ child, happenings }: Computing, fact: string): Happening[] {
  return happenings
    .filter((one) => one.fact === fact && one.child === child && !one.replacedBy)
    .toSorted((a, b) => (dayOf(a.on) < dayOf(b.on) ? -1 : dayOf(a.on) > dayOf(b.on) ? 1 : 0));
}
