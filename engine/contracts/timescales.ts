import type { Day, Moment } from './calendar.ts';

export type TimescaleUnit = 'working-days' | 'calendar-days' | 'calendar-months' | 'hours';

/** A rule of time: an entry of a version's timescales.json. */
export interface Timescale {
  id: string;
  name: string;
  /** runs from the latest happening of this fact … */
  from: string;
  /** … until one of these facts happens on or after it */
  until: string[];
  /** the earliest (not the latest) happening of `from` since the last `until` is the anchor */
  anchor?: 'first' | 'latest';
  /** negative lengths count back from `from` (a report shared 2 working days before a meeting) */
  length: number;
  unit: TimescaleUnit;
  /** law and guidance, or "local" */
  source: string;
  local: boolean;
  /** share of the length after which to tell whom; `after` counts days past due */
  warn: { at: '50%' | '80%' | 'due' | 'after-1-day'; tell: string }[];
  /** lateness asks for a recorded reason at the step that ends it; it never blocks before that */
  lateReason: boolean;
  /** only for children of whom this FEEL over terms and facts holds */
  applies?: string;
}

/** A timescale running, or run, for one child. */
export interface Clock {
  timescale: string;
  child: string;
  episode: string;
  /** the happening it counts from (id), and that happening's day or moment */
  happening: string;
  from: Day | Moment;
  due: Day | Moment;
  /** set when it ended, with the day or moment it ended */
  stopped?: Day | Moment;
  /** true when the due date lies past the known bank holidays */
  uncertain?: boolean;
}
