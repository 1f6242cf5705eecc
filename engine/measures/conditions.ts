import type { Day, Journey, Limits, MeasureCondition, MeasureGaps, TallyAsked } from '../contracts/index.ts';
import { addDays, dayOf, daysBetween, monthsBetween, workingDaysAfter } from '../calendar/index.ts';
import { standingSince } from '../journeys/standing.ts';
import type { Asked, Occasion } from './asked.ts';
import { didHappen } from './happened.ts';
import { between, dayAt, isWithin, lengthOf } from './points.ts';
import { openSince } from './spans.ts';

/** Whether a condition holds of an occasion. What did not happen holds of nothing. */
export function holds(condition: MeasureCondition, occasion: Occasion, asked: Asked): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, occasion, asked));
  if ('any' in condition) return condition.any.some((one) => holds(one, occasion, asked));
  if ('not' in condition) return !holds(condition.not, occasion, asked);
  if ('happened' in condition) return didHappen(condition.happened, occasion, asked);
  if ('elapsed' in condition) return isWithin(lengthOf(condition.elapsed, occasion, asked), condition);
  if ('known' in condition) return dayAt(condition.known, occasion, asked) !== undefined;
  if ('gaps' in condition) return keepsGaps(condition.gaps, occasion, asked);
  return holdsOfState(condition, occasion, asked);
}

type OfState = Exclude<
  MeasureCondition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { happened: unknown }
  | { elapsed: unknown }
  | { known: unknown }
  | { gaps: unknown }
>;

function holdsOfState(condition: OfState, occasion: Occasion, asked: Asked): boolean {
  const { folded, here, happened } = occasion;
  if ('value' in condition) return isIn(happened?.value, condition.value);
  if ('latestValue' in condition) {
    return isIn(latestValue(condition.latestValue.of, occasion), condition.latestValue.in);
  }
  if ('open' in condition) {
    const span = asked.spans.get(condition.open);
    return span !== undefined && openSince(span, folded, here) !== undefined;
  }
  if ('notLate' in condition) return !isLate(condition.notLate, occasion);
  if ('tally' in condition) return isTally(condition.tally, occasion, asked);
  if ('standing' in condition) return standsFor(condition, occasion);
  if ('held' in condition) return heldOn(occasion)?.worker !== undefined;
  if ('unborn' in condition) return isUnborn(occasion) === condition.unborn;
  const { born } = folded.journey;
  return born !== undefined && isWithin(Math.floor(monthsBetween(born, here) / 12), condition.age);
}

const isIn = (value: string | undefined, values: string[]): boolean =>
  value !== undefined && values.includes(value);

/** The value of the latest of these happenings on or before the day. */
export function latestValue(of: string[], { folded, here }: Occasion): string | undefined {
  return folded.facts.findLast((one) => one.day <= here && of.includes(one.fact))?.value;
}

/** Who held the family on the day. */
export function heldOn({ folded, here }: Occasion): { team?: string; worker?: string } | undefined {
  const { held } = folded.journey;
  return held.findLast((one) => one.from <= here) ?? held[0];
}

function isUnborn({ folded, here }: Occasion): boolean {
  const { born, expected } = folded.journey;
  return born === undefined ? expected !== undefined : born > here;
}

/** A clock of these ran at the end of the day, and was due before it. */
function isLate(timescales: string[], { folded, here }: Occasion): boolean {
  return folded.journey.clocks.some(
    ({ timescale, from, due, stopped }) =>
      timescales.includes(timescale) &&
      dayOf(from) <= here &&
      (stopped === undefined || dayOf(stopped) > here) &&
      dayOf(due) < here,
  );
}

function keepsGaps({ each, first, then }: MeasureGaps, occasion: Occasion, asked: Asked): boolean {
  const { folded, start, here } = occasion;
  const days = folded.facts
    .filter((one) => one.day > start && one.day <= here && each.includes(one.fact))
    .map((one) => one.day);
  let last: Day = start;
  return [...days, here].every((day, at) => {
    const { most, unit } = at === 0 ? first : then;
    const isKept = between(last, day, unit, asked) <= most;
    last = day;
    return isKept;
  });
}

function isTally(tally: TallyAsked, { folded, here: day }: Occasion, { calendar }: Asked): boolean {
  const here = tally.after === undefined ? day : workingDaysAfter(calendar, day, tally.after);
  const count = (day: Day): number => countOn(tally.tally, folded.journey, day);
  const now = count(here);
  if (tally.asManyAs !== undefined && now < countOn(tally.asManyAs, folded.journey, here)) return false;
  if (tally.unchangedSince) {
    const { facts, nth } = tally.unchangedSince;
    const since = folded.facts.filter((one) => one.day <= here && facts.includes(one.fact)).at(-nth)?.day;
    if (since === undefined || now !== count(since)) return false;
  }
  if (tally.changedWithin !== undefined && now === count(addDays(here, -tally.changedWithin))) return false;
  return isWithin(now, tally);
}

/** What is standing stands for so many days. */
function standsFor(condition: Limits & { standing: string }, { folded, here }: Occasion): boolean {
  const since = standingSince(folded.journey, condition.standing, here);
  return since !== undefined && isWithin(daysBetween(since, here), condition);
}

const countOn = (tally: string, { tallies }: Journey, day: Day): number =>
  tallies.findLast(({ on }) => on <= day)?.counts[tally] ?? 0;
