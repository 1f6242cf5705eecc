import type { Journey, Moment } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { journeysFor } from '../journeys/index.ts';
import { journeysAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import { oversightFact } from './definitions.ts';

export interface Overseen {
  by: string;
  at: Moment;
}

/** By family, who recorded oversight last, and when. */
export async function overseenLast(host: Host, person: Person, asked: Asked): Promise<Map<string, Overseen>> {
  const last = new Map<string, Overseen>();
  const { worker: _, ...wide } = journeysAsked(person, asked);
  const { team: __, ...all } = wide;
  for (const journey of await journeysFor(host, person, all)) {
    if (journey.closed !== undefined) continue;
    const seen = overseenIn(journey);
    if (seen && seen.at > (last.get(journey.case)?.at ?? '')) last.set(journey.case, seen);
  }
  return last;
}

const known = new WeakMap<Journey, Overseen | undefined>();

/** Looked up once for each journey, which is never changed, but another one takes its place. */
function overseenIn(journey: Journey): Overseen | undefined {
  if (known.has(journey)) return known.get(journey);
  let last: Overseen | undefined;
  for (const { fact, at, by } of journey.facts) {
    if (fact === oversightFact && at > (last?.at ?? '')) last = { by, at };
  }
  known.set(journey, last);
  return last;
}
