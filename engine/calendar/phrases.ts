import type { Phrase, PhraseName } from '../contracts/index.ts';
import { dayInWords } from './words.ts';

/** A wording, or one for each way in which its words turn by the number in it. */
export type PhraseText = string | { one: string; other: string };

/** English of what is said of ages, lengths of time and limits; a translation gives it in its language. */
export const phrases: Readonly<Record<PhraseName, PhraseText>> = {
  years: { one: '[number] year', other: '[number] years' },
  months: { one: '[number] month', other: '[number] months' },
  weeks: { one: '[number] week', other: '[number] weeks' },
  unborn: 'Not born yet, due on [day]',
  ofWorkingDays: { one: '[done] of [number] working day', other: '[done] of [number] working days' },
  ofDays: { one: '[done] of [number] day', other: '[done] of [number] days' },
  ofMonths: { one: '[done] of [number] month', other: '[done] of [number] months' },
  ofHours: { one: '[done] of [number] hour', other: '[done] of [number] hours' },
  inWorkingDays: { one: 'in [number] working day', other: 'in [number] working days' },
  inDays: { one: 'in [number] day', other: 'in [number] days' },
  inHours: { one: 'in [number] hour', other: 'in [number] hours' },
  workingDaysLate: { one: '[number] working day late', other: '[number] working days late' },
  daysLate: { one: '[number] day late', other: '[number] days late' },
  hoursLate: { one: '[number] hour late', other: '[number] hours late' },
  doneWorkingDaysLate: { one: 'done [number] working day late', other: 'done [number] working days late' },
  doneDaysLate: { one: 'done [number] day late', other: 'done [number] days late' },
  doneHoursLate: { one: 'done [number] hour late', other: 'done [number] hours late' },
  dueToday: 'due today',
  withinTheHour: 'due within the hour',
  doneInTime: 'done in time',
};

/** What is put into a wording, each by how its language writes it. */
export interface Written {
  number(value: number): string;
  day(day: string): string;
}

/** A wording with its numbers and its day put in. */
export function filled(text: string, { number, done, day }: Phrase, written: Written): string {
  return text.replaceAll(/\[(number|done|day)\]/g, (place, name: string) => {
    const value = name === 'number' ? number : done;
    if (name === 'day') return day === undefined ? place : written.day(day);
    return value === undefined ? place : written.number(value);
  });
}

/** As it is said in English. */
export function phraseInWords(phrase: Phrase): string {
  const text = phrases[phrase.says];
  const chosen = typeof text === 'string' ? text : text[phrase.number === 1 ? 'one' : 'other'];
  return filled(chosen, phrase, { number: String, day: dayInWords });
}
