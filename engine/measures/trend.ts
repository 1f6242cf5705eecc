import type { Day, Journey, MeasureFigure, Period } from '../contracts/index.ts';
import { addDays, addMonths } from '../calendar/index.ts';
import { figureOf } from './figure.ts';
import { readyOver } from './measure.ts';
import type { MeasuredWith } from './measure.ts';

/** A month of a trend; what is open is as at its last day. */
export interface TrendMonth extends Period {
  numerator: number;
  denominator?: number;
  value?: number;
}

/** The calendar months up to the one a day is in, the earliest first; the last ends with the day. */
export function monthsTo(day: Day, count = 12): Period[] {
  const first = `${day.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, at) => {
    const from = addMonths(first, at - count + 1);
    const last = addDays(addMonths(from, 1), -1);
    return { from, to: last < day ? last : day };
  });
}

/** A figure month by month. */
export function trendOf(
  figure: MeasureFigure,
  journeys: readonly Journey[],
  months: Period[],
  by: MeasuredWith,
): TrendMonth[] {
  const over = readyOver(journeys, by);
  return months.map((month) => {
    const { numerator, denominator, value } = figureOf(figure, month, over);
    return {
      ...{ ...month, numerator },
      ...(denominator === undefined ? {} : { denominator }),
      ...(value === undefined ? {} : { value }),
    };
  });
}
