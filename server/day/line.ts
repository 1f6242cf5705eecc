import { addDays, dayOf } from '#engine';
import type { Day, Moment } from '#engine';
import type { Named } from '../store/port.ts';
import { daysAhead } from './definitions.ts';

/** When something is to be done: what has no day, or one further away, comes later. */
export type When = 'late' | 'today' | 'soon' | 'later';

/** What stands on somebody's day, whatever it comes from. */
export interface DayLine {
  id: string;
  kind: 'task' | 'see' | 'visit' | 'meeting' | 'action';
  when: When;
  case: string;
  caseName: string;
  children: string[];
  what: string;
  /** the day it is due or takes place */
  on?: Day | Moment;
  /** "in 3 working days", "2 days late" */
  says?: string;
  late: boolean;
  why?: string;
  /** of a meeting or visit whose step is dated by a clock too: by when it has to be */
  by?: { on: Day | Moment; says: string };
  /** the day a meeting was booked for, where that is over and nothing is recorded of it */
  booked?: Day;
  time?: string;
  place?: string;
  /** when each child was last seen; no day: nobody has recorded it */
  seen?: { name: string; on?: Day }[];
  /** the step that is open for it */
  task?: string;
  /** the step is a meeting whose room is open to whoever reads this */
  room?: true;
  /** a form that may be added to the family for it */
  form?: string;
  /** the minutes are theirs to take */
  minutes?: true;
  /** the colleague whose work it is, while they are away */
  covering?: string;
  /** a colleague waits: for a decision on what they wrote, or for what came back to be mended */
  waits?: { why: 'authorise' | 'returned'; by?: string };
}

/** The part of the day something belongs to. */
export function whenOf(on: Day | Moment | undefined, late: boolean, now: Moment): When {
  if (on === undefined) return 'later';
  if (late) return 'late';
  const [day, today] = [dayOf(on), dayOf(now)];
  if (day <= today) return 'today';
  return day <= addDays(today, daysAhead) ? 'soon' : 'later';
}

export const namesOf = (children: readonly Named[]): string[] => children.map(({ name }) => name);
