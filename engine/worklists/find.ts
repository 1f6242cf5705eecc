import { addDays, addMonths, dayOf, daysBetween } from '../calendar/index.ts';
import type { Day, Journey, JourneyFact, Moment } from '../contracts/index.ts';
import { standingSince } from '../journeys/standing.ts';
import { dueOf } from '../timescales/index.ts';
import type { Find, Found, Open, Row } from './definition.ts';
import { keptOf, keptOfDay, type Now } from './kept.ts';

/** The rows of a list, the longest over first. */
export function findIn(find: Find, journeys: Iterable<Journey>, now: Now): Found[] {
  return foundIn(find, journeys, now).sort((a, b) => b.days - a.days || byChild(a, b));
}

/** The same in no order: for whoever only counts them. */
export function foundIn(find: Find, journeys: Iterable<Journey>, now: Now): Found[] {
  const found: Found[] = [];
  const since = lookedAtSince(find, now);
  const rowsIn = keptOfDay(find, now, (journey) => rowsOf(find, journey, now));
  for (const journey of journeys) {
    if (journey.closed !== undefined && !(since !== undefined && journey.closed >= since)) continue;
    for (const row of rowsIn(journey)) found.push({ ...ofJourney(journey), ...row });
  }
  return found;
}

/** Work that has ended asks nobody for anything; what ended late shows for a while: since when it is looked at. */
export function lookedAtSince(find: Find, { now }: Pick<Now, 'now'>): Day | undefined {
  return find.kind === 'stopped-late' ? addDays(dayOf(now), -find.days) : undefined;
}

/** By family, then by child; ids of one length are told apart without being put together. */
function byChild(a: Found, b: Found): number {
  if (a.case.length === b.case.length && a.case !== b.case) return a.case < b.case ? -1 : 1;
  return a.case + a.child < b.case + b.child ? -1 : 1;
}

function rowsOf(find: Find, journey: Journey, now: Now): Row[] {
  switch (find.kind) {
    case 'clock-passed':
      return clocksPassed(find, journey, now);
    case 'fact-older':
      return factOlder(find, journey, now);
    case 'open-longer':
      return openLonger(find, journey, now);
    case 'unmoved':
      return unmoved(find, journey, now);
    case 'standing':
      return standing(find, journey, now);
    case 'stopped-late':
      return stoppedLate(find, journey, now);
  }
}

function ofJourney({ case: id, child, episode, held }: Journey): Omit<Found, keyof Row> {
  const last = held.at(-1);
  return {
    ...{ case: id, child, episode },
    ...(last?.team === undefined ? {} : { team: last.team }),
    ...(last?.worker === undefined ? {} : { worker: last.worker }),
  };
}

/** A day has passed when it is over, a moment when it has come. */
const isPast = (due: Day | Moment, at: Day | Moment): boolean =>
  due.includes('T') && at.includes('T') ? due < at : dayOf(due) < dayOf(at);

const daysPast = (due: Day | Moment, at: Day | Moment): number =>
  Math.max(0, daysBetween(dayOf(due), dayOf(at)));

/** The longest over of the clocks that run: one row a child. */
function clocksPassed(find: Find & { kind: 'clock-passed' }, { clocks }: Journey, { now }: Now): Row[] {
  const passed = clocks.filter(
    (clock) =>
      clock.stopped === undefined &&
      (find.clocks === undefined || find.clocks.includes(clock.timescale)) &&
      isPast(clock.due, now),
  );
  const [first] = passed.sort((a, b) => (a.due < b.due ? -1 : 1));
  if (!first) return [];
  const { timescale, from: since, due } = first;
  return [{ timescale, since, due, days: daysPast(due, now) }];
}

/** Since when it is open; undefined: it is not. The last day on which it began counts. */
function openSince(journey: Journey, open: Open): Day | undefined {
  return keptOf(journey, open, () => readOpenSince(journey, open));
}

function readOpenSince({ facts }: Journey, { from, until }: Open): Day | undefined {
  const last = latest(facts.filter(({ fact }) => fact === from));
  if (!last) return undefined;
  const on = dayOf(last.on);
  // what ended on the day it began, was begun anew that day
  const ended = facts.some((one) => until.includes(one.fact) && dayOf(one.on) >= on && one.at > last.at);
  return ended ? undefined : on;
}

function latest(facts: JourneyFact[]): JourneyFact | undefined {
  return facts.reduce<JourneyFact | undefined>(
    (last, one) => (last === undefined || dayOf(one.on) >= dayOf(last.on) ? one : last),
    undefined,
  );
}

/** The last day on which something happened. */
function lastDay(journey: Journey, fact: string): Day | undefined {
  return keptOf(journey, fact, () => {
    const last = latest(journey.facts.filter((one) => one.fact === fact));
    return last && dayOf(last.on);
  });
}

function factOlder(find: Find & { kind: 'fact-older' }, journey: Journey, at: Now): Row[] {
  const opened = find.open ? openSince(journey, find.open) : journey.opened;
  if (opened === undefined) return [];
  const last = lastDay(journey, find.fact);
  const happened = last !== undefined && last >= opened ? last : undefined;
  const since = happened ?? opened;
  const timescale = at.timescales.find(({ id }) => id === find.timescale);
  const due = timescale ? dueOf(timescale, since, at.calendar) : addDays(since, find.days ?? 0);
  if (!isPast(due, at.now)) return [];
  return [
    {
      ...{ since, due, days: daysPast(due, at.now) },
      ...(happened === undefined ? { never: true as const } : {}),
      ...(timescale ? { timescale: timescale.id } : {}),
    },
  ];
}

function openLonger(find: Find & { kind: 'open-longer' }, journey: Journey, { now }: Now): Row[] {
  const since = openSince(journey, find.open);
  if (since === undefined) return [];
  const over = find.months.filter((months) => isPast(addMonths(since, months), now)).at(-1);
  if (over === undefined) return [];
  const due = addMonths(since, over);
  return [{ since, due, over, days: daysPast(addMonths(since, find.months[0] ?? 0), now) }];
}

/** Rows are only ever added to a document of scores: as many as before means that nobody scored. */
function unmoved(find: Find & { kind: 'unmoved' }, journey: Journey, { now }: Now): Row[] {
  const opened = openSince(journey, find.open);
  if (opened === undefined) return [];
  const days = journey.facts
    .filter(({ fact, on }) => fact === find.fact && dayOf(on) >= opened)
    .map(({ on }) => dayOf(on))
    .sort();
  const since = days.at(-find.times);
  if (since === undefined) return [];
  const before = countAt(journey, find.tally, addDays(since, -1));
  if (countAt(journey, find.tally, dayOf(now)) > before) return [];
  return [{ since, due: since, days: daysPast(since, now) }];
}

function countAt({ tallies }: Journey, tally: string, day: Day): number {
  return tallies.findLast(({ on }) => on <= day)?.counts[tally] ?? 0;
}

function standing(find: Find & { kind: 'standing' }, journey: Journey, { now }: Now): Row[] {
  const since = standingSince(journey, find.standing, dayOf(now));
  if (since === undefined || openSince(journey, find.open) === undefined) return [];
  const due = addDays(since, find.days);
  return isPast(due, now) ? [{ since, due, days: daysPast(due, now) }] : [];
}

function stoppedLate(find: Find & { kind: 'stopped-late' }, journey: Journey, { now }: Now): Row[] {
  const from = addDays(dayOf(now), -find.days);
  // a moment is of its own day or of the next one: most are told apart without asking the calendar
  const before = addDays(from, -1);
  return journey.clocks.flatMap(({ timescale, from: since, due, stopped, reason }) => {
    if (stopped === undefined || stopped < before) return [];
    if (dayOf(stopped) < from || !isPast(due, stopped)) return [];
    const days = daysPast(due, stopped);
    return [{ timescale, since, due, stopped, days, ...(reason === undefined ? {} : { reason }) }];
  });
}
