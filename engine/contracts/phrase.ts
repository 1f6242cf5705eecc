import type { Day } from './calendar.ts';

/** What the service can say by itself of an age, a length of time or a limit. */
export type PhraseName =
  | 'years'
  | 'months'
  | 'weeks'
  | 'unborn'
  | 'ofWorkingDays'
  | 'ofDays'
  | 'ofMonths'
  | 'ofHours'
  | 'inWorkingDays'
  | 'inDays'
  | 'inHours'
  | 'workingDaysLate'
  | 'daysLate'
  | 'hoursLate'
  | 'doneWorkingDaysLate'
  | 'doneDaysLate'
  | 'doneHoursLate'
  | 'dueToday'
  | 'withinTheHour'
  | 'doneInTime';

/** One of them before it is put into the words of a language: which, and what stands in it. */
export interface Phrase {
  says: PhraseName;
  /** by which its words turn: '1 year', '2 years' */
  number?: number;
  /** how much of the number is gone */
  done?: number;
  day?: Day;
}
