import {
  addMonths,
  dayInWords,
  dayOf,
  daysBetween,
  dueSays,
  lateness,
  monthsBetween,
  warnedBy,
  warningsBefore,
} from '#engine';
import type { Day, Moment, Timescale, Version, Warning } from '#engine';
import type { TaskDue } from '../store/port.ts';

export interface DueSaid {
  on: string;
  says: string;
  late: boolean;
  /** most of its time is gone, and its timescale warns of that */
  near?: boolean;
  timescale: string;
  because: string;
  child?: string;
}

/** A due date as people read it, with its reason. */
export function sayDue(due: TaskDue, version: Version, now: Moment, nameOf: (id: string) => string): DueSaid {
  const timescale = version.timescales.find((one) => one.id === due.timescale.id);
  const unit = { unit: due.unit ?? timescale?.unit ?? ('calendar-days' as const) };
  const { late } = lateness({ due: due.on }, unit, now, version.calendar);
  const gone = timescale && !late ? shareGone(due, timescale, version, now) : undefined;
  return {
    on: due.on,
    says: dueSays({ due: due.on }, unit, now, version.calendar),
    ...{ late, ...(gone === '80%' ? { near: true } : {}) },
    timescale: due.timescale.name,
    because: gone ? `${goneWords[gone]}: ${due.because}` : due.because,
    ...(due.child ? { child: nameOf(due.child) } : {}),
  };
}

type Share = Extract<Warning['at'], `${number}%`>;

const goneWords: Record<Share, string> = {
  '50%': 'Half of the time is gone',
  '80%': 'Most of the time is gone',
};

/** How much of the time is gone, where the timescale warns of it; on the last day itself that is no news. */
function shareGone(
  { on: due, length }: TaskDue,
  timescale: Timescale,
  { calendar }: Version,
  now: Moment,
): Share | undefined {
  const before = warningsBefore(due, { ...timescale, length: length ?? timescale.length }, calendar);
  const shares = warnedBy(before, now).flatMap(({ at, on }) => (isShare(at) && on < due ? [at] : []));
  return dayOf(now) === dayOf(due) && !due.includes('T') ? undefined : shares.at(-1);
}

const isShare = (at: Warning['at']): at is Share => at.endsWith('%');

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
