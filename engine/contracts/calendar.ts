/** Dates are London days as 'YYYY-MM-DD'; moments are ISO instants in UTC ('2026-09-05T13:00:00.000Z'). */
export type Day = string;
export type Moment = string;

export interface Calendar {
  name: string;
  source: string;
  /** the last day up to which bank holidays are known; beyond it due dates carry a warning */
  knownUntil: Day;
  holidays: Day[];
}
