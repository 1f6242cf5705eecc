import { dayInWords, dayOf, daysBetween, dueSays } from '#engine';
import type { Day, Found, Moment, Version } from '#engine';
import type { Definition } from './definitions.ts';
import type { WorklistRow } from './row.ts';

/** Whole days a date is past; 0 when it is not. */
export function daysLate(due: Day | Moment | undefined, now: Moment): number {
  return due === undefined ? 0 : Math.max(0, daysBetween(dayOf(due), dayOf(now)));
}

type Said = Pick<WorklistRow, 'what' | 'clock' | 'due' | 'says' | 'late' | 'days' | 'why'>;

/** What was found of a child, in words. */
export function sayFound(found: Found, { name, find }: Definition, version: Version, now: Moment): Said {
  const timescale = version.timescales.find(({ id }) => id === found.timescale);
  const since = dayInWords(dayOf(found.since));
  const days = inDays(found.days);
  // counted in its own unit, as wherever a task is dated by it
  const said = timescale ? dueSays(found, timescale, now, version.calendar) : undefined;
  switch (find?.kind) {
    case 'fact-older':
      return {
        ...{ what: name, due: found.due, late: true, days: found.days, says: said ?? `${days} past` },
        why: found.never ? `never since ${since}` : `last on ${since}`,
      };
    case 'open-longer': {
      const months = `${String(found.over ?? 0)} months`;
      return {
        ...{ what: `Over ${months}`, says: `over ${months}`, late: true },
        days: found.days,
        why: `since ${since}`,
      };
    }
    case 'standing':
      return {
        ...{ what: name, late: true, days: found.days },
        ...{ says: `open for ${inDays(daysLate(found.since, now))}`, why: `since ${since}` },
      };
    case 'unmoved':
      return {
        ...{ what: name, says: `${inDays(daysLate(found.since, now))} without`, late: true },
        days: found.days,
        why: `since ${since}`,
      };
    default: {
      const stopped = found.stopped === undefined ? undefined : dayInWords(dayOf(found.stopped));
      return {
        ...{ what: timescale?.name ?? name, due: found.due, late: true, days: found.days },
        says: said ?? (stopped ? `done ${days} late` : `${days} late`),
        why: stopped ? `done on ${stopped}` : `counted from ${since}`,
      };
    }
  }
}

function inDays(days: number): string {
  if (days === 0) return 'some hours';
  return days === 1 ? '1 day' : `${String(days)} days`;
}
