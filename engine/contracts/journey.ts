import type { Day, Moment } from './calendar.ts';

/**
 * One child's episode as measures, worklists and the board of another day read it: days, codes and ids, and never a
 * word that anybody wrote. Made from the case at every command, and kept beside it.
 */
export interface Journey {
  case: string;
  child: string;
  episode: string;
  /** the version the case is on now */
  version: string;
  opened: Day;
  closed?: Day;
  born?: Day;
  expected?: Day;
  /** what happened and still stands (what a correction replaced is gone), as it was recorded */
  facts: JourneyFact[];
  /** where on the main pathway the child was, outermost stage, in order; the last has no `to` while it lasts */
  stages: { stage: string; from: Day; to?: Day }[];
  clocks: JourneyClock[];
  /** who held the family, in order; the last is who holds it now */
  held: { team?: string; worker?: string; from: Day }[];
  /** how many rows of each kind the living documents hold (`tallies` of the measures), in order, when one changed */
  tallies: { on: Day; counts: Record<string, number> }[];
  /** rows of living documents that stand open, or stood for long (`standing` of the measures), by what they are */
  standing?: Record<string, Stood[]>;
}

/** Rows that stood open since a day: until another, or, by the marks of their ids, still. */
export interface Stood {
  from: Day;
  to?: Day;
  rows?: string[];
}

export interface JourneyFact {
  fact: string;
  on: Day | Moment;
  value?: string;
  /** when and by which account it was recorded, in which record */
  at: Moment;
  by: string;
  record: string;
}

export interface JourneyClock {
  timescale: string;
  from: Day | Moment;
  due: Day | Moment;
  stopped?: Day | Moment;
  /** code or short words of the reason recorded for lateness, where the step asked for one */
  reason?: string;
}

/** What is counted in a living document: rows of a block, or those of which `where` (FEEL over their columns) holds. */
export interface Tally {
  id: string;
  part: string;
  block: string;
  where?: string;
}

/**
 * Rows of a living document that stand open while `where` (FEEL over their columns) holds. Those that no longer do are
 * kept where they stood for more than so many days.
 */
export interface Standing {
  id: string;
  part: string;
  block: string;
  where: string;
  over: number;
}
