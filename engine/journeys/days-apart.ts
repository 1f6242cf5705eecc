import type { Day } from '../contracts/index.ts';
import { daysBetween } from '../calendar/index.ts';

const numbers = new Map<Day, number>();

/** Calendar days from one to the other; over many thousand pairs of a few thousand days each day is read once. */
export function daysApart(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = daysBetween('2000-01-01', day);
  numbers.set(day, number);
  return number;
}
