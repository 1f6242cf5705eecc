import { dayInWords, dayOf, timeOf } from '../calendar/index.ts';
import type { Clock, Timescale } from '../contracts/index.ts';
import { inWords } from './lateness.ts';

/**
 * Why a due date is what it is: “15 working days from 3 September 2026 (enquiry started)”. `factName` is the name that
 * facts.json gives to what the clock counts from; a name that begins with “the” stands inside the sentence instead.
 */
export function becauseOf(
  timescale: Pick<Timescale, 'length' | 'unit'>,
  clock: Pick<Clock, 'from'>,
  factName: string,
): string {
  const length = inWords(Math.abs(timescale.length), timescale.unit);
  const direction = timescale.length < 0 ? 'before' : 'from';
  const day = dayInWords(dayOf(clock.from));
  const when =
    clock.from.includes('T') && timescale.unit === 'hours' ? `${timeOf(clock.from)} on ${day}` : day;
  if (/^the /i.test(factName)) {
    return `${length} ${direction} ${factName} ${/^\d\d:/.test(when) ? `at ${when}` : `on ${when}`}`;
  }
  return `${length} ${direction} ${when} (${lowerFirst(factName)})`;
}

/** A name inside a sentence; “GP told” keeps its capitals. */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
