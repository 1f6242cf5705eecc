import type { Day, Journey, JourneyFact, MeasureSpan, Moment } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';

/** A happening with its day; happenings of a journey stand by day, those of one day as they were recorded. */
export interface Dated {
  fact: string;
  day: Day;
  on: Day | Moment;
  value?: string;
}

/** A time for which something was open. */
export interface Lasted {
  folded: Folded;
  from: Day;
  /** the first day on which it was not open any more; absent: it lasts */
  to?: Day;
}

/** A journey made ready to be asked. */
export interface Folded {
  journey: Journey;
  facts: readonly Dated[];
  /** when what was open, for each span that was asked for */
  times: { span: MeasureSpan; lasted: readonly Lasted[] }[];
}

const folded = new WeakMap<Journey, Folded>();

/** Made once for each journey, which is never changed, but another one takes its place. */
export function foldOf(journey: Journey): Folded {
  const known = folded.get(journey);
  if (known) return known;
  const facts = journey.facts.map(datedIn(journey.case)).sort((a, b) => compare(a.day, b.day));
  const made = { journey, facts, times: [] };
  folded.set(journey, made);
  return made;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

let lately = { case: '', dated: new Map<JourneyFact, Dated>() };

/** What was recorded for siblings at once is one thing that stands in each of their journeys: it is dated once. */
function datedIn(id: string): (told: JourneyFact) => Dated {
  if (lately.case !== id) lately = { case: id, dated: new Map() };
  const { dated } = lately;
  return (told) => {
    const known = dated.get(told);
    if (known) return known;
    const { fact, on, value } = told;
    const day = dayOf(on);
    const made = value === undefined ? { fact, day, on } : { fact, day, on, value };
    dated.set(told, made);
    return made;
  };
}
