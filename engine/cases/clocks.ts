import type { Clock, Moment } from '../contracts/index.ts';
import { momentOf } from '../calendar/index.ts';
import { evaluateFeel } from '../forms/index.ts';
import { clocksFor, lateness } from '../timescales/index.ts';
import { waitingFor } from './advance.ts';
import { conditionContext } from './context.ts';
import { onlyWaits } from './waits.ts';
import { note } from './working.ts';
import type { Working } from './working.ts';

/** Computes every clock of the children again from what happened, and says what started, stopped or moved. */
export function settleClocks(working: Working): void {
  const { version, case: kase } = working;
  const before = new Map(kase.clocks.map((clock) => [key(clock), clock]));
  kase.clocks = kase.children.flatMap((child) => {
    let context: Record<string, unknown> | undefined;
    return child.episodes.flatMap((episode) => {
      const happenings = kase.happenings.filter(
        (one) => one.child === child.id && one.episode === episode.id && !one.replacedBy,
      );
      return clocksFor(version.timescales, happenings, version.calendar, {
        applies: (condition) => {
          context ??= conditionContext(version, kase, child.id);
          return evaluateFeel(condition, context) === true;
        },
      });
    });
  });
  for (const clock of kase.clocks) sayChange(working, before, clock);
  settleTimers(working);
}

const key = (clock: Clock): string => `${clock.child} ${clock.timescale} ${clock.happening}`;

function sayChange(working: Working, before: Map<string, Clock>, clock: Clock): void {
  const old = before.get(key(clock));
  const about = { timescale: clock.timescale, due: clock.due };
  if (!old) {
    const was = replacedBy(working, before, clock);
    const kind = was ? 'clock-moved' : 'clock-started';
    note(working, kind, [clock.child], { ...about, from: clock.from, ...(was ? { before: was.due } : {}) });
  }
  if (clock.stopped && !old?.stopped) {
    const late = endedLate(working, clock);
    note(working, 'clock-stopped', [clock.child], { ...about, stopped: clock.stopped, late });
  }
  if (old && old.due !== clock.due)
    note(working, 'clock-moved', [clock.child], { ...about, before: old.due });
}

/** The clock that counted from the happening which a correction put another in the place of. */
function replacedBy({ case: kase }: Working, before: Map<string, Clock>, clock: Clock): Clock | undefined {
  const corrected = kase.happenings.filter((one) => one.replacedBy === clock.happening);
  return corrected.flatMap(({ id }) => before.get(key({ ...clock, happening: id })) ?? []).at(-1);
}

function endedLate({ version, act }: Working, clock: Clock): boolean {
  const timescale = version.timescales.find((one) => one.id === clock.timescale);
  if (!timescale || onlyWaits(version.pathway, clock.timescale)) return false;
  return lateness(clock, timescale, act.now, version.calendar).late;
}

/** A clock drawn in the pathway wakes at the start of its due day, or at its due moment. */
function settleTimers(working: Working): void {
  const { case: kase } = working;
  for (const track of kase.tracks) {
    if (!track.track) continue;
    track.timers = {};
    for (const item of waitingFor(working, track)) {
      if (item.kind !== 'timer') continue;
      const clock = kase.clocks.find(
        (one) => one.child === track.child && one.timescale === item.timescale && !one.stopped,
      );
      if (clock) track.timers[item.path] = wakeAt(clock.due);
    }
  }
  const wakeUps = kase.tracks.flatMap((track) => Object.values(track.timers)).sort();
  const [first] = wakeUps;
  if (first) kase.wakeUp = first;
  else delete kase.wakeUp;
}

const wakeAt = (due: string): Moment => (due.includes('T') ? due : momentOf(due, '00:00'));
