import type { Journey } from '#engine';
import { isClosed, may, teamsInReach } from '../access/index.ts';
import type { Action, FamilyFacts, Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { CaseJourneys } from '../store/port.ts';
import { everyJourney } from './memory.ts';

/** Whose journeys are asked for: of a team that holds the family now, of a worker who does. */
export interface JourneysAsked {
  team?: string;
  worker?: string;
  /** the right that carries the question; cases by stage when absent */
  action?: Action;
}

/**
 * The families whose journeys a person may count, as boards and queues have it: those of teams in reach, and never one
 * that is restricted to others or hidden from them.
 */
export async function familiesFor(
  host: Host,
  person: Person,
  asked: JourneysAsked = {},
): Promise<CaseJourneys[]> {
  const reach = teamsInReach(person, asked.action ?? 'see-stages');
  const found: CaseJourneys[] = [];
  for (const made of (await everyJourney(host)).values()) {
    const team = made.team ?? '';
    if (reach !== 'all' && !reach.includes(team)) continue;
    if (asked.team !== undefined && asked.team !== team) continue;
    if (asked.worker !== undefined && asked.worker !== made.worker) continue;
    if (!isClosed(person, factsOf(made))) found.push(made);
  }
  return found;
}

/** The journeys of those families, one for each episode of each child. */
export async function journeysFor(host: Host, person: Person, asked: JourneysAsked = {}): Promise<Journey[]> {
  return (await familiesFor(host, person, asked)).flatMap(({ journeys }) => journeys);
}

/**
 * Whether a person may open a family, and so be told its name; of others they may count, the names stay away. Whoever
 * sees pseudonyms opens no family.
 */
export async function nameable(host: Host, person: Person): Promise<(caseId: string) => boolean> {
  const known = await everyJourney(host);
  return (caseId) => {
    const made = known.get(caseId);
    if (!made || person.pseudonymised) return false;
    return may(person, 'read-family', { kind: 'family', id: caseId, families: [factsOf(made)] }).ok;
  };
}

/** What access depends on, as the family’s row has it. */
function factsOf({ case: id, team, staff, onlyFor }: CaseJourneys): FamilyFacts {
  return {
    ...{ id, staff },
    ...(team === undefined ? {} : { team }),
    ...(onlyFor ? { restricted: { to: onlyFor, contact: '', shown: 'hidden' as const } } : {}),
  };
}
