import { dayOf, findIn, foundIn, lookedAtSince } from '#engine';
import type { Find, Found, Journey, Now } from '#engine';
import { accountNames, allTeams } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymsFor } from '../cases/index.ts';
import { journeysFor, nameable, standing } from '../journeys/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { casesWithheldFrom } from '../withholding/index.ts';
import { journeysAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Definition } from './definitions.ts';
import { readsReasons } from './reads-reasons.ts';
import { actsOnFamily } from './rows.ts';
import type { WorklistRow } from './row.ts';
import { sayFound } from './words.ts';

/** Children a list is about, of families whose names the reader may be told, or all of them by invented names. */
export async function childrenOf(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<Found[]> {
  if (!definition.find) return [];
  const journeys = await journeysFor(host, person, journeysAsked(person, asked));
  const found = findIn(definition.find, journeys, await nowOf(host));
  return toldTo(host, person, definition.find, found);
}

/** How many they are, where the journeys were asked for already. */
export async function countChildren(
  host: Host,
  person: Person,
  { find }: Definition,
  journeys: Journey[],
): Promise<number> {
  if (!find) return 0;
  return (await toldTo(host, person, find, foundIn(find, journeys, await nowOf(host)))).length;
}

/** The journeys that lists look at: most have ended long ago. */
export function lookedAt(host: Host, lists: Definition[], journeys: Journey[]): Journey[] {
  const now = host.clock.now();
  const days = lists.flatMap(({ find }) => (find && lookedAtSince(find, { now })) ?? []);
  const since = days.sort()[0] ?? dayOf(now);
  return journeys.filter(({ closed }) => closed === undefined || closed >= since);
}

async function nowOf(host: Host): Promise<Now> {
  const { calendar, timescales } = await host.versions.current();
  return { now: host.clock.now(), calendar, timescales };
}

async function toldTo(host: Host, person: Person, find: Find, found: Found[]): Promise<Found[]> {
  if (person.pseudonymised) return found;
  const [isNamed, hidden] = await Promise.all([nameable(host, person), hiddenRows(host, person, find)]);
  return found.filter((row) => isNamed(row.case) && !hidden.has(row.case));
}

/** Families of whose rows of the document that a list reads one is withheld from the reader, or an answer that may hold one. */
async function hiddenRows({ store }: Host, person: Person, find: Find): Promise<Set<string>> {
  if (find.kind !== 'standing') return new Set();
  const read = standing.find(({ id }) => id === find.standing)?.part;
  return casesWithheldFrom(store, person.id, ({ part }) => part === undefined || part === read);
}

/** Rows of a list of children. */
export async function sayChildRows(
  host: Host,
  person: Person,
  definition: Definition,
  found: Found[],
): Promise<WorklistRow[]> {
  const ids = [...new Set(found.map((row) => row.case))];
  const [version, pseudonyms, readsReason, teams, rows, names] = await Promise.all([
    host.versions.current(),
    pseudonymsFor(host.store, person),
    readsReasons(host, person),
    allTeams(host.store),
    Promise.all(ids.map((id) => host.store.family(id))),
    accountNames(
      host.store,
      found.map(({ worker }) => worker),
    ),
  ]);
  const families = new Map(rows.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return found.flatMap((one): WorklistRow[] => {
    const family = families.get(one.case);
    if (!family) return [];
    const team = teams.find(({ id }) => id === family.team);
    const child = { id: one.child, name: nameIn(family, one.child) };
    return [
      {
        ...{
          id: `${one.case}.${one.child}.${one.episode}.${one.timescale ?? ''}.${one.since}`,
          case: family.id,
        },
        caseName: pseudonyms?.family(family.id) ?? family.name,
        children: [pseudonyms ? { ...child, name: pseudonyms.child(child.id) } : child],
        ...(one.worker
          ? { worker: { id: one.worker, name: names.get(one.worker) ?? 'Somebody who left' } }
          : {}),
        ...(team ? { team: { id: team.id, name: team.name } } : {}),
        ...sayFound(one, definition, version, host.clock.now()),
        ...(one.reason && readsReason(family) ? { reason: { says: one.reason } } : {}),
        does: pseudonyms ? [] : actsOnFamily(person, family),
      },
    ];
  });
}

function nameIn(family: FamilyRow, child: string): string {
  return family.children.find(({ id }) => id === child)?.name ?? '';
}
