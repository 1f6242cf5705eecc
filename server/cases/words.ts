import { addMonths, dayInWords, daysBetween, dueSays, lateness, monthsBetween } from '#engine';
import type { Day, Moment, Version } from '#engine';
import type { TaskDue } from '../store/port.ts';

export interface DueSaid {
  on: string;
  says: string;
  late: boolean;
  timescale: string;
  because: string;
  child?: string;
}

/** A due date as people read it, with its reason. */
export function sayDue(due: TaskDue, version: Version, now: Moment, nameOf: (id: string) => string): DueSaid {
  const timescale = version.timescales.find((one) => one.id === due.timescale.id);
  const unit = { unit: due.unit ?? timescale?.unit ?? ('calendar-days' as const) };
  return {
    on: due.on,
    says: dueSays({ due: due.on }, unit, now, version.calendar),
    late: lateness({ due: due.on }, unit, now, version.calendar).late,
    timescale: due.timescale.name,
    because: due.because,
    ...(due.child ? { child: nameOf(due.child) } : {}),
  };
}

/** "7 years", "4 months", "3 weeks", "due 10 February 2027". */
export function sayAge(person: { born?: Day; expected?: Day }, today: Day): string | undefined {
  const { born, expected } = person;
  if (!born) return expected ? `due ${dayInWords(expected)}` : undefined;
  const months = monthsBetween(born, today);
  if (months >= 24) return `${String(Math.floor(months / 12))}`;
  if (months >= 3 && addMonths(born, 3) <= today) return `${String(months)} months`;
  return `${String(Math.floor(daysBetween(born, today) / 7))} weeks`;
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cy". */
export function sayList(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
