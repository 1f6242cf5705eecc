import type { Day, Happened } from '../contracts/index.ts';
import { addDays, addMonths } from '../calendar/index.ts';
import type { Asked, Occasion } from './asked.ts';
import { ofChild } from './caseload.ts';
import type { Dated } from './folded.ts';
import { between, dayAt, NEVER, nextTime } from './points.ts';

/** Whether something happened before, by, on, after or up to the day of an occasion. */
export function didHappen(happened: Happened, occasion: Occasion, asked: Asked): boolean {
  const span = spanOf(happened, occasion, asked);
  if (!span) return false;
  const journeys =
    happened.of === 'child' ? ofChild(asked.caseload, occasion.folded.journey.child) : [occasion.folded];
  let left = happened.least ?? 1;
  for (const { facts } of journeys) {
    for (const one of facts) if (counts(one, happened, span, occasion, asked) && --left === 0) return true;
  }
  return false;
}

function counts(one: Dated, happened: Happened, span: [Day, Day], occasion: Occasion, asked: Asked): boolean {
  const { facts, values, within, when } = happened;
  if (!facts.includes(one.fact) || one.day < span[0] || one.day > span[1]) return false;
  if (values && (one.value === undefined || !values.includes(one.value))) return false;
  if (within?.unit !== 'working-days') return true;
  const [a, b] = when === 'next' || when === 'after' ? [occasion.here, one.day] : [one.day, occasion.here];
  return between(a, b, 'working-days', asked) <= within.most;
}

/** First and last day on which it counts. */
function spanOf({ when, since, within }: Happened, occasion: Occasion, asked: Asked): [Day, Day] | undefined {
  const { here } = occasion;
  const dayBefore = addDays(here, -1);
  if (when === 'same-day') return [here, here];
  if (when === 'next' || when === 'after') {
    const [first, last] =
      when === 'next' ? [here, addDays(nextTime(occasion), -1)] : [addDays(here, 1), NEVER];
    const until = within && within.unit !== 'working-days' ? later(here, within.most, within.unit) : last;
    return [first, until < last ? until : last];
  }
  if (when === 'since') {
    const from = since && dayAt(since, occasion, asked);
    return from === undefined ? undefined : [from, here];
  }
  const last = when === 'before' ? dayBefore : here;
  if (!within || within.unit === 'working-days') return ['', last];
  return [addDays(later(here, -within.most, within.unit), 1), last];
}

const later = (day: Day, most: number, unit: 'days' | 'months'): Day =>
  unit === 'days' ? addDays(day, most) : addMonths(day, most);
