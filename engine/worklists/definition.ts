import type { Day, Moment } from '../contracts/index.ts';

/** Something that is open for a child from one fact until the next of others. */
export interface Open {
  from: string;
  until: string[];
}

/** What a list looks for in journeys that are not closed; `stopped-late` looks at closed ones too. */
export type Find =
  | { kind: 'clock-passed'; clocks?: string[] }
  /** the fact is longer ago than days, or than the timescale of that id is long; or never was, since it opened */
  | { kind: 'fact-older'; fact: string; open?: Open; days?: number; timescale?: string }
  | { kind: 'open-longer'; open: Open; months: number[] }
  /** the last `times` happenings of the fact left no more rows behind than there were before them */
  | { kind: 'unmoved'; open: Open; fact: string; times: number; tally: string }
  /** a row of a living document has stood open for more than so many days (`standing` of the measures) */
  | { kind: 'standing'; open: Open; standing: string; days: number }
  | { kind: 'stopped-late'; days: number };

export interface Found {
  case: string;
  child: string;
  episode: string;
  /** the timescale it is about */
  timescale?: string;
  /** what it counts from */
  since: Day | Moment;
  /** the fact never happened: it counts from when the work, or what is open, began */
  never?: true;
  due: Day | Moment;
  stopped?: Day | Moment;
  /** recorded reason of the lateness: a code or short words */
  reason?: string;
  /** days past the due date */
  days: number;
  /** the last limit that was passed, in months */
  over?: number;
  /** who held the family last */
  team?: string;
  worker?: string;
}

/** What is found in one journey, without whose it is. */
export type Row = Omit<Found, 'case' | 'child' | 'episode' | 'team' | 'worker'>;
