import type { PhraseName } from '../contracts/index.ts';

/** In what it is said how far a limit is. */
export type DistanceUnit = 'working-days' | 'days' | 'hours';

/** What is said of a limit that is to come, that is past, and that was past when it was done. */
export const limitPhrases: Record<DistanceUnit, [PhraseName, PhraseName, PhraseName]> = {
  'working-days': ['inWorkingDays', 'workingDaysLate', 'doneWorkingDaysLate'],
  days: ['inDays', 'daysLate', 'doneDaysLate'],
  hours: ['inHours', 'hoursLate', 'doneHoursLate'],
};

/** All that can be said of a limit. */
export const duePhrases = (): PhraseName[] => [
  ...Object.values(limitPhrases).flat(),
  ...(['dueToday', 'withinTheHour', 'doneInTime'] as const),
];
