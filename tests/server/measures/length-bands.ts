import { plusMonths } from './read-history.ts';

/** The band of an assessment that took so many working days. */
export function assessmentBand(took: number): string {
  if (took === 0) return 'Same day';
  for (const [name, most] of [
    ['1 to 10 working days', 10],
    ['11 to 20', 20],
    ['21 to 30', 30],
    ['31 to 40', 40],
    ['41 to 45', 45],
    ['46 to 50', 50],
    ['51 to 60', 60],
  ] as const) {
    if (took <= most) return name;
  }
  return '61 or more';
}

/** The band of a plan that began on a day, as at another. */
export function planBand(start: string, on: string): string {
  if (on <= plusMonths(start, 3)) return 'Up to 3 months';
  if (on <= plusMonths(start, 6)) return 'Over 3, up to 6 months';
  if (on < plusMonths(start, 12)) return 'Over 6 months, under a year';
  return on < plusMonths(start, 24) ? '1 year, under 2' : '2 years or more';
}
