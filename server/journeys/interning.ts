import type { Journey, JourneyClock, JourneyFact } from '#engine';
import type { CaseJourneys } from '../store/port.ts';

/**
 * Journeys repeat themselves: a day, a fact or a person stands in thousands of them, and what was recorded for
 * siblings at once in each of theirs. Each is held once, so that a large authority’s journeys fit into memory.
 */
export function interning(): (made: CaseJourneys) => CaseJourneys {
  const common = new Map<string, string>();
  return (made) => {
    const family = ofOneFamily(common);
    const journeys = made.journeys.map((journey) => held(journey, family, common));
    return { ...made, journeys };
  };
}

interface OneFamily {
  fact: (fact: JourneyFact) => JourneyFact;
  clock: (clock: JourneyClock) => JourneyClock;
}

function once(known: Map<string, string>, text: string): string {
  const there = known.get(text);
  if (there === undefined) known.set(text, text);
  return there ?? text;
}

/** What a family has of its own, moments and ids, is kept together only while it is read. */
function ofOneFamily(common: Map<string, string>): OneFamily {
  const own = new Map<string, string>();
  const facts = new Map<string, JourneyFact>();
  const clocks = new Map<string, JourneyClock>();
  const text = (one: string): string => once(one.length > longestCommon ? own : common, one);
  return {
    fact: ({ fact, on, value, at, by, record }) => {
      const key = `${record} ${fact} ${on} ${value ?? ''} ${at}`;
      const there = facts.get(key);
      if (there) return there;
      const made = plainFact(
        once(common, fact),
        text(on),
        value === undefined ? undefined : once(common, value),
        { at: text(at), by: once(common, by), record: text(record) },
      );
      facts.set(key, made);
      return made;
    },
    clock: (clock) => {
      const { timescale, from, due, stopped, reason } = clock;
      const key = `${timescale} ${from} ${due} ${stopped ?? ''} ${reason ?? ''}`;
      const there = clocks.get(key);
      if (there) return there;
      const ends = stopped === undefined ? undefined : text(stopped);
      const made = plainClock(once(common, timescale), text(from), text(due), ends, reason);
      clocks.set(key, made);
      return made;
    },
  };
}

// written out whole: what is put together of parts takes half as much room again

function plainFact(
  fact: string,
  on: string,
  value: string | undefined,
  { at, by, record }: Pick<JourneyFact, 'at' | 'by' | 'record'>,
): JourneyFact {
  return value === undefined ? { fact, on, at, by, record } : { fact, on, value, at, by, record };
}

function plainClock(
  timescale: string,
  from: string,
  due: string,
  stopped: string | undefined,
  reason: string | undefined,
): JourneyClock {
  if (reason !== undefined) return { timescale, from, due, ...(stopped ? { stopped } : {}), reason };
  return stopped === undefined ? { timescale, from, due } : { timescale, from, due, stopped };
}

/** A day; what is longer is a moment or an id. */
const longestCommon = 10;

function held(journey: Journey, family: OneFamily, common: Map<string, string>): Journey {
  const day = (on: string): string => once(common, on);
  const { stages, version, held: holders } = journey;
  return {
    ...journey,
    version: day(version),
    facts: journey.facts.map(family.fact),
    stages: stages.map(({ stage, from, to }) => {
      const entered = { stage: day(stage), from: day(from) };
      return to === undefined ? entered : { ...entered, to: day(to) };
    }),
    clocks: journey.clocks.map(family.clock),
    held: holders.map((one) => ({ ...one, from: day(one.from) })),
  };
}
