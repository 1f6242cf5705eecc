import { addDays, addMonths, isDay } from '#engine';
import type { Day, Period } from '#engine';
import { refuse } from '../errors.ts';

export interface PeriodAsked {
  from?: string;
  to?: string;
}

/** The last twelve months up to today where nothing else is asked; refused where it is no period. */
export function periodOf({ from, to }: PeriodAsked, today: Day): Period {
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day))
      refuse(422, 'not-a-day', `“${day}” is not a day. Write it as 2026-03-31.`);
  }
  const last = to ?? (from !== undefined && from > today ? from : today);
  const period = { from: from ?? addDays(addMonths(last, -12), 1), to: last };
  if (period.from > period.to) {
    refuse(422, 'ends-before-it-begins', 'The period ends before it begins. Choose a later last day.');
  }
  return period;
}

/**
 * Whole months, for whoever may not see the people: of two periods that differ by days the difference would be a few
 * children.
 */
export function inMonths({ from, to }: Period, today: Day): Period {
  const end = addDays(addMonths(`${to.slice(0, 7)}-01`, 1), -1);
  return { from: `${from.slice(0, 7)}-01`, to: end > today && to <= today ? today : end };
}

/** Twelve months, as figures of a published year are for. */
export function isAYear({ from, to }: Period): boolean {
  return addDays(addMonths(from, 12), -1) === to || addDays(addMonths(to, -12), 1) === from;
}
