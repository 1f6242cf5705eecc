import type { Day, Journey, JourneyFact, Moment } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';

/** A happening with its day; happenings of a journey stand by day, those of one day as they were recorded. */
export interface Dated {
  fact: string;
  day: Day;
  on: Day | Moment;
  value?: string;
}

export interface Folded {
  journey: Journey;
  facts: Dated[];
}

/** Journeys made ready to be asked: by child, and every happening by fact, the earliest first. */
export interface Caseload {
  all: Folded[];
  byChild: Map<string, Folded[]>;
  byFact: Map<string, { folded: Folded; happened: Dated }[]>;
}

const folded = new WeakMap<Journey, Folded>();
const caseloads = new WeakMap<readonly Journey[], Caseload>();

/** Made once for the same journeys: a list of them is never changed, but another one takes its place. */
export function caseloadOf(journeys: readonly Journey[]): Caseload {
  const known = caseloads.get(journeys);
  if (known) return known;
  const made = readyCaseload(journeys.map(foldOf));
  caseloads.set(journeys, made);
  return made;
}

function foldOf(journey: Journey): Folded {
  const known = folded.get(journey);
  if (known) return known;
  const facts = journey.facts.map(dated).sort((a, b) => compare(a.day, b.day));
  const made = { journey, facts };
  folded.set(journey, made);
  return made;
}

function dated({ fact, on, value }: JourneyFact): Dated {
  return { fact, day: dayOf(on), on, ...(value === undefined ? {} : { value }) };
}

function readyCaseload(all: Folded[]): Caseload {
  const byChild = new Map<string, Folded[]>();
  const byFact: Caseload['byFact'] = new Map();
  for (const one of all) {
    const own = byChild.get(one.journey.child);
    if (own) own.push(one);
    else byChild.set(one.journey.child, [one]);
    for (const happened of one.facts) {
      const same = byFact.get(happened.fact);
      if (same) same.push({ folded: one, happened });
      else byFact.set(happened.fact, [{ folded: one, happened }]);
    }
  }
  for (const same of byFact.values()) same.sort((a, b) => compare(a.happened.day, b.happened.day));
  return { all, byChild, byFact };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
