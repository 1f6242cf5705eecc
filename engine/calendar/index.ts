/** Front door of the calendar: days, working days, London time. Nothing in it reads a clock. */
export { addDays, addMonths, daysBetween, isDay, monthsBetween, weekdayOf } from './days.ts';
export { addHours, dayOf, endOf, hoursBetween, isMoment, momentOf, timeOf } from './moments.ts';
export { filled, phraseInWords, phrases } from './phrases.ts';
export { byTime, momentInWords, soonInWords, weekdayInWords } from './weekdays.ts';
export { dayInWords } from './words.ts';
export { elapsedWorkingDays, isKnown, isWorkingDay, workingDaysAfter } from './working-days.ts';
