import type { Find } from '#engine';
import stored from '../../processes/child-protection/worklists.json' with { type: 'json' };

/** What can be done with a row where it stands. */
export type Act = 'open' | 'give' | 'explain' | 'oversee' | 'escalate' | 'answer' | 'reopen';

export interface Definition {
  id: string;
  name: string;
  says: string;
  of: 'escalations' | 'tasks' | 'journeys';
  /**
   * tasks: late and not dealt with, late and dealt with, of which their timescale tells the reader before they are late,
   * or due within so many working days
   */
  due?: 'late' | 'dealt-with' | 'warned' | 'soon';
  workingDays?: number;
  /** tasks: false: with nobody yet */
  given?: false;
  /** tasks: steps whose author is another, in a role the reader has */
  authorises?: true;
  /** tasks: steps that one of these timescales dates */
  clocks?: string[];
  /** tasks: steps whose form books a meeting, whatever dates them */
  books?: true;
  find?: Find;
  /** what else its rows offer */
  does?: Act[];
}

/** The lists in the order they stand in. */
export const definitions = stored.lists as Definition[];

export function definitionOf(id: string): Definition | undefined {
  return definitions.find((one) => one.id === id);
}

/** The fact that somebody looked at the work of another. */
export const oversightFact = stored.oversight;
