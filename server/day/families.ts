import { familyThing, may, readerOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow, StoredCase, TaskRow } from '../store/port.ts';
import { readAs } from '../withholding/index.ts';

/** Families looked through for one account: more than anybody holds. */
const most = 200;

/** A family somebody works with, as they may read it. */
export interface FamilyAtHand {
  family: FamilyRow;
  stored: StoredCase;
  /** the server as they may read this family by it; the server itself where nothing is withheld from them */
  reading: Host;
  /** theirs, or of a colleague they cover for */
  held: boolean;
}

/** The accounts whose work is somebody's today. */
export const accountsOf = ({ id, covers = [] }: Person): string[] => [id, ...covers];

/** Families that are theirs, and those in which a step waits for them. */
export async function familiesAtHand(
  host: Host,
  person: Person,
  tasks: readonly TaskRow[],
): Promise<FamilyAtHand[]> {
  const { store } = host;
  const reader = readerOf(person);
  const pages = await Promise.all(
    accountsOf(person).map((worker) => store.list('families', { ...reader, worker }, { limit: most })),
  );
  const held = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  const further = new Set(tasks.map((task) => task.case).filter((id) => !held.has(id)));
  const others = await Promise.all([...further].map((id) => store.family(id)));
  const found = await Promise.all([
    ...[...held.values()].map((family) => atHand(host, person, family, true)),
    ...others.flatMap((family) => (family ? [atHand(host, person, family)] : [])),
  ]);
  return found.filter((one) => one !== undefined);
}

/** One family, when they may read it. */
export async function atHand(
  host: Host,
  person: Person,
  family: FamilyRow,
  held = false,
): Promise<FamilyAtHand | undefined> {
  return may(person, 'read-family', familyThing(family)).ok ? asRead(host, person, family, held) : undefined;
}

/** The same for whoever is let in by something else. */
export async function asRead(
  host: Host,
  person: Person,
  { id }: FamilyRow,
  held = false,
): Promise<FamilyAtHand | undefined> {
  const reading = await readAs(host, id, person.id);
  const stored = await reading.store.load(id);
  return stored && { family: stored.family, stored, reading, held };
}
