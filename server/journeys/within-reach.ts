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
  const known = await everyJourney(host);
  const reach = teamsInReach(person, asked.action ?? 'see-stages');
  const reached = reach === 'all' ? undefined : new Set(reach);
  const mayBeClosed = closedToSome(person);
  const found: CaseJourneys[] = [];
  for (const made of known.values()) {
    const team = made.team ?? '';
    if (reached && !reached.has(team)) continue;
    if (asked.team !== undefined && asked.team !== team) continue;
    if (asked.worker !== undefined && asked.worker !== made.worker) continue;
    if (mayBeClosed(made) && isClosed(person, factsOf(made))) continue;
    found.push(made);
  }
  return found;
}

/** The journeys of those families, one for each episode of each child. */
export async function journeysFor(host: Host, person: Person, asked: JourneysAsked = {}): Promise<Journey[]> {
  const found: Journey[] = [];
  for (const { journeys } of await familiesFor(host, person, asked)) found.push(...journeys);
  return found;
}

/**
 * Whether a person may open a family, and so be told its name; of others they may count, the names stay away. Whoever
 * sees pseudonyms opens no family.
 */
export async function nameable(host: Host, person: Person): Promise<(caseId: string) => boolean> {
  const known = await everyJourney(host);
  if (person.pseudonymised) return () => false;
  const mayOpen = (family: FamilyFacts): boolean =>
    may(person, 'read-family', { kind: 'family', id: family.id, families: [family] }).ok;
  const isApart = setApartFor(person);
  const byTeam = new Map<string | undefined, boolean>();
  return (caseId) => {
    const made = known.get(caseId);
    if (!made) return false;
    if (isApart(made)) return mayOpen(factsOf(made));
    const { team } = made;
    const told = byTeam.get(team) ?? mayOpen(plainFamily(team));
    byTeam.set(team, told);
    return told;
  };
}

/** Whether something may close a family to a person: nearly all are open, and none of those is looked at further. */
function closedToSome({ conflicts }: Person): (made: CaseJourneys) => boolean {
  const hidden = new Set(conflicts);
  return ({ case: id, onlyFor }) => onlyFor !== undefined || hidden.has(id);
}

/**
 * Whether access to a family may be another than to any family of its team: it is restricted or hidden, the person or
 * whom they cover works with it, or they were let into it for a time. All others of a team are decided at once.
 */
function setApartFor(person: Person): (made: CaseJourneys) => boolean {
  const mayBeClosed = closedToSome(person);
  const given = new Set(person.grants?.map((grant) => grant.case));
  const own = [person.id, ...(person.covers ?? [])];
  return (made) =>
    mayBeClosed(made) || given.has(made.case) || own.some((account) => made.staff.includes(account));
}

/** A family that nothing but its team tells from others. */
const plainFamily = (team: string | undefined): FamilyFacts => ({
  ...{ id: '', staff: [] },
  ...(team === undefined ? {} : { team }),
});

/** What access depends on, as the family’s row has it. */
function factsOf({ case: id, team, staff, onlyFor }: CaseJourneys): FamilyFacts {
  return {
    ...{ id, staff },
    ...(team === undefined ? {} : { team }),
    ...(onlyFor ? { restricted: { to: onlyFor, contact: '', shown: 'hidden' as const } } : {}),
  };
}
