import stored from '../../processes/child-protection/day.json' with { type: 'json' };
import { definitionOf } from '../worklists/index.ts';

/** How many days after today a day looks ahead. */
export const daysAhead = stored.days;

/** For how many days bookings are looked through for who chairs. */
export const daysChaired = stored.chairedDays;

/** For how many days what changed in a family is news. */
export const daysChanged = stored.changedDays;

/** By which clocks a child is to be seen: those of the worklist of children not seen in time. */
export const clocksToSee: readonly string[] = clocksOf(stored.toSee.list);

/** The fact that somebody saw the child. */
export const seenFact = stored.toSee.fact;

/** A day that was agreed for what comes next: the term it is kept by, and the facts of which one says that it was held. */
export interface Planned {
  term: string;
  kind: 'meeting' | 'visit';
  facts: string[];
}

export const planned = stored.planned as readonly Planned[];

function clocksOf(list: string): string[] {
  const find = definitionOf(list)?.find;
  if (find?.kind !== 'clock-passed' || !find.clocks) throw new Error(`${list} is no list of clocks`);
  return find.clocks;
}
