import type { Journey } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { familiesFor, nameable } from '../journeys/index.ts';
import type { CaseJourneys } from '../store/port.ts';
import { casesWithheldFrom } from '../withholding/index.ts';
import { carryOver } from './standing.ts';

export interface CountedAsked {
  team?: string;
  worker?: string;
}

/** Whom a person counts, and whom of them they may see. */
export interface Counted {
  journeys: readonly Journey[];
  /** may see everyone who is counted, with all that is counted of them: nothing is too small to be told */
  seesAll: boolean;
  nameable(caseId: string): boolean;
}

/** The journeys a person may count: as far as their view of the stages reaches, narrowed to a team or a worker. */
export async function countedFor(
  host: Host,
  person: Person,
  { team, worker }: CountedAsked,
): Promise<Counted> {
  const families = await familiesFor(host, person, {
    ...(team === undefined ? {} : { team }),
    ...(worker === undefined ? {} : { worker }),
  });
  const journeys = inOneList(families, `${person.id} ${team ?? ''} ${worker ?? ''}`);
  // whoever sees pseudonyms knows nobody by them
  if (person.pseudonymised) return { journeys, seesAll: true, nameable: () => true };
  const [mayOpen, withheld] = await Promise.all([
    nameable(host, person),
    casesWithheldFrom(host.store, person.id),
  ]);
  // what is counted are answers: being in a list, or a number of one child, tells an answer that is withheld
  const named = (id: string): boolean => mayOpen(id) && !withheld.has(id);
  return { journeys, seesAll: families.every((one) => named(one.case)), nameable: named };
}

interface List {
  families: readonly CaseJourneys[];
  journeys: readonly Journey[];
}

/** Lists last made, so that what was worked out over one is not worked out again while nobody in it changed. */
const lists = new Map<string, List>();
const mostLists = 12;

function inOneList(families: readonly CaseJourneys[], key: string): readonly Journey[] {
  const known = lists.get(key);
  lists.delete(key);
  const list = known ? listAfter(known, families) : listOf(families);
  lists.set(key, list);
  const [oldest] = lists.keys();
  if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
  return list.journeys;
}

function listOf(families: readonly CaseJourneys[]): List {
  const journeys: Journey[] = [];
  for (const one of families) journeys.push(...one.journeys);
  return { families, journeys };
}

/** The same list where it is of these very families: one that changed is another object. */
function listAfter(known: List, families: readonly CaseJourneys[]): List {
  if (isSame(known.families, families)) return known;
  const [was, is] = [new Set(known.families), new Set(families)];
  const [gone, come] = [
    known.families.filter((one) => !is.has(one)),
    families.filter((one) => !was.has(one)),
  ];
  const list = listOf(families);
  carryOver(known.journeys, list.journeys, { gone: listOf(gone).journeys, come: listOf(come).journeys });
  return list;
}

const isSame = (was: readonly CaseJourneys[], is: readonly CaseJourneys[]): boolean =>
  was.length === is.length && was.every((one, at) => one === is[at]);
