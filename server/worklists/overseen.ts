import type { Moment } from '#engine';
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
  for (const { case: id, closed, facts } of await journeysFor(host, person, all)) {
    if (closed !== undefined) continue;
    for (const { fact, at, by } of facts) {
      if (fact === oversightFact && at > (last.get(id)?.at ?? '')) last.set(id, { by, at });
    }
  }
  return last;
}
