import { addDays, addMonths } from '#engine/browser';
import type { Period } from '../../api-office/measures.ts';
import { sayDay } from '../../words/dates.ts';
import { measures as words, measuresSay as says } from '../../words-office/measures.ts';

export interface PeriodChoice extends Period {
  id: string;
  name: string;
}

/** Periods that are asked for most, as at a day; the first is what is shown when nothing was chosen. */
export function periodsTo(today: string): PeriodChoice[] {
  const { periods } = words;
  const lastMonth = addMonths(`${today.slice(0, 7)}-01`, -1);
  const april = today.slice(5) >= '04-01' ? today.slice(0, 4) : String(Number(today.slice(0, 4)) - 1);
  const before = String(Number(april) - 1);
  return [
    { id: 'year', name: periods.year, ...yearTo(today) },
    { id: 'quarter', name: periods.quarter, from: addDays(addMonths(today, -3), 1), to: today },
    { id: 'month', name: periods.month, from: lastMonth, to: addDays(addMonths(lastMonth, 1), -1) },
    { id: 'financial', name: periods.financial(april), from: `${april}-04-01`, to: today },
    {
      ...{ id: 'financial-before', name: periods.financialBefore(before, april) },
      ...{ from: `${before}-04-01`, to: `${april}-03-31` },
    },
  ];
}

const yearTo = (today: string): Period => ({ from: addDays(addMonths(today, -12), 1), to: today });

/** Is it twelve months long, so that a published year may stand beside it? */
export function isYear({ from, to }: Period): boolean {
  return addDays(addMonths(from, 12), -1) === to || yearTo(to).from === from;
}

/** 'in the last 12 months', 'from 1 April 2026 to 30 June 2026', or as at its last day 'on 30 June 2026'. */
export function sayPeriod(period: Period, today: string, asAt = false): string {
  if (asAt) return says.onDay(sayDay(period.to));
  if (period.to === today && isYear(period)) return says.lastYear;
  return says.fromTo(sayDay(period.from), sayDay(period.to));
}
