import { findIn } from '#engine';
import type { Found, Journey } from '#engine';
import { accountNames, allTeams } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { pseudonymsFor } from '../cases/index.ts';
import { journeysFor, nameable } from '../journeys/index.ts';
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
  return childrenAmong(
    host,
    person,
    definition,
    await journeysFor(host, person, journeysAsked(person, asked)),
  );
}

/** The same, where the journeys were asked for already. */
export async function childrenAmong(
  host: Host,
  person: Person,
  { find }: Definition,
  journeys: Journey[],
): Promise<Found[]> {
  if (!find) return [];
  const { calendar, timescales } = await host.versions.current();
  const found = findIn(find, journeys, { now: host.clock.now(), calendar, timescales });
  if (person.pseudonymised) return found;
  const [isNamed, withheld] = await Promise.all([
    nameable(host, person),
    casesWithheldFrom(host.store, person.id),
  ]);
  // what rows of living documents say, is told of no family of which something is withheld
  const readsRows = find.kind === 'standing' || find.kind === 'unmoved';
  return found.filter((row) => isNamed(row.case) && !(readsRows && withheld.has(row.case)));
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
