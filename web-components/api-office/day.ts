import { get, post, type Answered } from '../api/request.ts';

export type When = 'late' | 'today' | 'soon' | 'later';

/** What stands on somebody's day: a step, a child to be seen, a meeting or visit agreed, something of a plan. */
export interface DayLine {
  id: string;
  kind: 'task' | 'see' | 'visit' | 'meeting' | 'action';
  when: When;
  case: string;
  caseName: string;
  children: string[];
  what: string;
  on?: string;
  says?: string;
  late: boolean;
  why?: string;
  /** of a meeting or visit: by when it has to be */
  by?: { on: string; says: string };
  /** the day a meeting was booked for, where that is over and nothing is recorded of it */
  booked?: string;
  time?: string;
  place?: string;
  /** when each child was last seen; no day: nobody recorded it */
  seen?: { name: string; on?: string }[];
  task?: string;
  /** the room of the meeting is open to the reader */
  room?: boolean;
  /** a form that may be added for it */
  form?: string;
  minutes?: boolean;
  covering?: string;
  waits?: { why: 'authorise' | 'returned'; by?: string };
}

/** Something a colleague waits for that is no step of the reader's own. */
export interface AskedOf {
  id: string;
  kind: 'escalation' | 'authorise';
  case: string;
  caseName: string;
  what: string;
  task?: string;
  by?: string;
  at?: string;
}

export interface FamilyChange {
  id: string;
  case: string;
  caseName: string;
  at: string;
  by: string;
  says: string;
  record?: string;
}

export interface Day {
  today: string;
  /** the last day that is looked ahead to */
  last: string;
  now: string;
  lines: DayLine[];
  asked: { rows: AskedOf[]; escalations: number; authorisations: number };
  changed: { since: string; rows: FamilyChange[]; count: number };
  /** `toTake`: tasks nobody has that the reader could do or give */
  tasks: { count: number; listed: number; toTake: number };
  /** whether the reader has a queue */
  lists: boolean;
  notices?: number;
  news?: number;
}

export const loadDay = (): Promise<Answered<Day>> => get('/day');
export const putChangesAway = (until: string): Promise<Answered<unknown>> =>
  post('/day/changes/away', { until });
