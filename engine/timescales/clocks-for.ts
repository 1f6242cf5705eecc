import { dayOf } from '../calendar/index.ts';
import type { Calendar, Clock, Happening, Timescale } from '../contracts/index.ts';
import { dueOf, isUncertain } from './due.ts';

export interface Applying {
  /** whether a timescale's condition (FEEL over terms and facts) holds for the child of these happenings */
  applies: (condition: string) => boolean;
}

/**
 * Every clock that runs or ran, computed from what happened. Happenings stand in the order in which they were
 * recorded; those that were replaced are left out here. Each child and episode is counted by itself.
 *
 * A clock starts at a happening of `from` and stops at the first of `until` on or after it. Should `from` happen again
 * meanwhile, an anchor 'latest' counts anew from there and an anchor 'first' takes no notice. What stopped one clock
 * of a timescale never stops another, and a happening never stops the clock it starts. Where a move to another version
 * made a clock count anew (`countsFrom`), only its due date follows: what starts and stops it stays as it was.
 */
export function clocksFor(
  timescales: Timescale[],
  happenings: Happening[],
  calendar: Calendar,
  { applies }: Applying,
): Clock[] {
  const valid = happenings.filter((happening) => !happening.replacedBy);
  const groups = Map.groupBy(valid, ({ child, episode }) => `${child}\n${episode}`);
  return [...groups.values()].flatMap((group) => {
    const facts = new Set(group.map(({ fact }) => fact));
    return timescales
      .filter(({ from, applies: condition }) => {
        if (!facts.has(from)) return false;
        return condition === undefined || applies(condition);
      })
      .flatMap((timescale) => runsOf(timescale, group).map((run) => clockOf(timescale, run, calendar)));
  });
}

interface Run {
  start: Happening;
  stop?: Happening;
}

function runsOf(timescale: Timescale, happenings: Happening[]): Run[] {
  const starts = happenings.filter(({ fact }) => fact === timescale.from);
  const stops = happenings.filter(({ fact }) => timescale.until.includes(fact));
  return timescale.length < 0
    ? backwards(timescale, starts, stops, happenings)
    : forwards(timescale, starts.toSorted(compare), stops.toSorted(compare), happenings);
}

function forwards(
  timescale: Timescale,
  starts: Happening[],
  stops: Happening[],
  recorded: Happening[],
): Run[] {
  const runs: Run[] = [];
  let left = stops;
  let running: Run | undefined;
  const stopRunning = (stop: Happening | undefined) => {
    if (running && stop) running.stop = stop;
    left = left.filter((one) => one !== stop);
  };
  for (const start of starts) {
    if (running) stopRunning(stopBefore(running, start, left, recorded));
    if (running && !running.stop) {
      if (timescale.anchor === 'first') continue;
      runs.pop();
    }
    left = left.filter((stop) => stop !== start);
    running = { start };
    runs.push(running);
  }
  const last = running;
  if (last) stopRunning(left.find((stop) => compare(stop, last.start) >= 0));
  return runs;
}

/**
 * What stopped a running clock before the next anchor. On the day of that anchor itself, the anchor stops it when it
 * is a stop as well (a review that begins the next round), and else what was recorded before the anchor.
 */
function stopBefore(
  running: Run,
  next: Happening,
  left: Happening[],
  recorded: Happening[],
): Happening | undefined {
  const since = left.filter((stop) => compare(stop, running.start) >= 0);
  const sameDay = since.filter((stop) => compare(stop, next) === 0);
  return (
    since.find((stop) => compare(stop, next) < 0) ??
    sameDay.find((stop) => stop === next) ??
    sameDay.find((stop) => recorded.indexOf(stop) < recorded.indexOf(next))
  );
}

/**
 * Counting back from a day to come (a report some days before a meeting), what stops the clock comes before its
 * anchor's day. It is recorded after its anchor and not after the next one (which may stand in the same record); or
 * even before its anchor, when it is later than the day of the last round.
 */
function backwards(
  timescale: Timescale,
  starts: Happening[],
  stops: Happening[],
  recorded: Happening[],
): Run[] {
  const runs: Run[] = [];
  let left = stops.filter((stop) => !starts.includes(stop));
  const isBefore = (one: Happening, other: Happening) => recorded.indexOf(one) < recorded.indexOf(other);
  for (const [at, start] of starts.entries()) {
    if (runs.at(-1) && !runs.at(-1)?.stop) {
      if (timescale.anchor === 'first') continue;
      runs.pop();
    }
    const last = runs.at(-1);
    const next = timescale.anchor === 'first' ? undefined : starts[at + 1];
    const stop = left.find((one) => {
      if (one.record === start.record) return false;
      if (isBefore(one, start)) return !last || compare(one, last.start) > 0;
      return !next || one.record === next.record || isBefore(one, next);
    });
    left = left.filter((one) => one !== stop);
    runs.push(stop ? { start, stop } : { start });
  }
  return runs;
}

function clockOf(timescale: Timescale, { start, stop }: Run, calendar: Calendar): Clock {
  const from = start.countsFrom?.[timescale.id] ?? start.on;
  const due = dueOf(timescale, from, calendar);
  return {
    timescale: timescale.id,
    child: start.child,
    episode: start.episode,
    happening: start.id,
    from,
    due,
    ...(stop ? { stopped: stop.on } : {}),
    ...(isUncertain(timescale, from, due, calendar) ? { uncertain: true } : {}),
  };
}

/** By day, and within a day by the time where both have one; sorting keeps the order of recording for the rest. */
function compare(a: Happening, b: Happening): number {
  const [dayA, dayB] = [dayOf(a.on), dayOf(b.on)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (!a.on.includes('T') || !b.on.includes('T') || a.on === b.on) return 0;
  return a.on < b.on ? -1 : 1;
}
