import type { Day, MeasureRow, Period } from '../contracts/index.ts';
import { addDays } from '../calendar/index.ts';
import { daysApart } from '../journeys/days-apart.ts';
import type { Folded } from './folded.ts';
import type { Asked } from './asked.ts';
import { occasionsOf } from './occasions.ts';

/** A way from one happening to others that should follow it within so many calendar days: processes/<pathway>/funnel.json. */
export interface FunnelPassage {
  id: string;
  name: string;
  /** those who set out, as a table calls them */
  from: { name: string; facts: string[] };
  to: { id: string; name: string; facts: string[] }[];
  days: number;
  source: string;
}

/** How a passage went: where to (`+` between several), that the days are not over yet, or no. */
export type Went = string;

export const TOO_RECENT: Went = 'too-recent';
export const NOT_WITHIN: Went = 'no';

/** One who set out; `band` is the outcome, `length` the days it took to get to the first of them. */
export type Passed = MeasureRow & { band: Went };

/**
 * Everyone who set out in a period, and how it went, as it is known today: each time is counted. What follows counts in
 * the same episode, from the day itself to the last of the days; until that day is over nobody is said not to have gone.
 */
export function passagesOf(passage: FunnelPassage, period: Period, asked: Asked): Passed[] {
  const base = { each: 'happening', facts: passage.from.facts } as const;
  const untilOf = lastDays(passage.days);
  return occasionsOf(base, period, asked).map(({ folded, here }) => {
    const until = untilOf(here);
    const ways: string[] = [];
    let first: Day | undefined;
    for (const { id, facts } of passage.to) {
      const on = firstOf(folded, facts, here, until);
      if (on === undefined) continue;
      ways.push(id);
      if (first === undefined || on < first) first = on;
    }
    const { case: kase, child, episode } = folded.journey;
    const about = { case: kase, child, episode, on: here };
    if (first === undefined) {
      return { ...about, counted: false, band: asked.today <= until ? TOO_RECENT : NOT_WITHIN };
    }
    return { ...about, counted: true, length: daysApart(here, first), band: ways.join('+') };
  });
}

/** The last of so many days from a day on: each day is reckoned once, for ten thousands set out on a thousand days. */
function lastDays(days: number): (from: Day) => Day {
  const known = new Map<Day, Day>();
  return (from) => {
    const there = known.get(from) ?? addDays(from, days);
    known.set(from, there);
    return there;
  };
}

/** The first of these between two days, both included; happenings stand by day. */
function firstOf({ facts }: Folded, wanted: string[], from: Day, until: Day): Day | undefined {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.day ?? '') < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < facts.length; at += 1) {
    const one = facts[at];
    if (!one || one.day > until) return undefined;
    if (wanted.includes(one.fact)) return one.day;
  }
  return undefined;
}

/** Every way a passage can go, in the order of a table: alone, together, not known yet, and no. */
export function outcomesOf({ to }: FunnelPassage): Went[] {
  const alone = to.map(({ id }) => id);
  const together = subsetsOf(alone).filter((some) => some.length > 1);
  return [...alone, ...together.map((some) => some.join('+')), TOO_RECENT, NOT_WITHIN];
}

const subsetsOf = (ids: string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
