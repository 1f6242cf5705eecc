import {
  dayInWords,
  dayOf,
  daysBetween,
  elapsedWorkingDays,
  hoursBetween,
  monthsBetween,
} from '../calendar/index.ts';
import type {
  Calendar,
  Clock,
  Day,
  FormQuestion,
  Happening,
  KnownAnswer,
  Moment,
  Timescale,
} from '../contracts/index.ts';
import { dueSays } from '../timescales/index.ts';

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

/** What a computed question shows, where it is a day or the value of a term: words for it differ by language. */
export function computeValue(
  { compute }: Pick<FormQuestion, 'compute'>,
  about: Computing,
): { day: Day; note?: string } | { term: string; value: unknown } | undefined {
  const [what = '', of = ''] = compute?.split(':') ?? [];
  if (what === 'due') return dueOf(about, of);
  if (what === 'fact') {
    const last = happeningsOf(about, of).at(-1);
    return last && { day: dayOf(last.on) };
  }
  if (what !== 'term') return undefined;
  const value = (about.known[about.child]?.[of] ?? about.known['']?.[of])?.value;
  return value === undefined ? undefined : { term: of, value };
}

/** What a computed question shows, in words; '' where there is nothing to say yet. */
export function computeAnswer(question: Pick<FormQuestion, 'compute'>, about: Computing): string {
  const found = computeValue(question, about);
  if (found && 'day' in found) return dayInWords(found.day) + (found.note ? ` (${found.note})` : '');
  if (found) return about.inWords?.(found.term, found.value) ?? String(found.value);
  const [what = '', of = ''] = question.compute?.split(':') ?? [];
  switch (what) {
    case 'age':
      return ageOf(about);
    case 'elapsed':
      return elapsedOf(about, of);
    case 'count':
      return String(happeningsOf(about, of).length);
    default:
      return '';
  }
}

function ageOf({ born, expected, now }: Computing): string {
  if (!born) return expected ? `Not born yet, due on ${dayInWords(expected)}` : '';
  const months = monthsBetween(born, dayOf(now));
  if (months >= 24) return plural(Math.floor(months / 12), 'year');
  if (months >= 3) return plural(months, 'month');
  return plural(Math.floor(daysBetween(born, dayOf(now)) / 7), 'week');
}

function dueOf(about: Computing, id: string): { day: Day; note: string } | undefined {
  const { timescale, clock } = clockOf(about, id);
  if (!timescale || !clock) return undefined;
  return { day: dayOf(clock.due), note: dueSays(clock, timescale, about.now, about.calendar) };
}

/** How much of a timescale has passed, or had when it stopped: “16 of 15 working days”. */
function elapsedOf(about: Computing, id: string): string {
  const { timescale, clock } = clockOf(about, id);
  if (!timescale || !clock) return '';
  const until = clock.stopped ?? about.now;
  const { length, unit } = timescale;
  if (unit === 'hours') return `${Math.floor(hoursBetween(clock.from, until))} of ${length} hours`;
  const [from, to] = [dayOf(clock.from), dayOf(until)];
  if (unit === 'working-days') {
    return `${elapsedWorkingDays(about.calendar, from, to)} of ${length} working days`;
  }
  if (unit === 'calendar-months') return `${monthsBetween(from, to)} of ${length} months`;
  return `${daysBetween(from, to)} of ${length} days`;
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

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
