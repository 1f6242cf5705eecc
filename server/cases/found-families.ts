import type { Person } from '../access/index.ts';
import { findPeople, nameWords, shownPerson } from '../people/index.ts';
import type { Services } from '../services.ts';
import type { FamilyRow } from '../store/port.ts';
import { peopleWithheld } from '../withholding/index.ts';
import { knownThrough } from './known-through.ts';

const most = 20;

const wordsOf = (id: string, body: unknown): string[] => {
  const { name, called } = shownPerson(id, body);
  return [name, called];
};

/** Families that a text finds for a reader: not by the name of somebody of whom it is withheld that they belong there. */
export async function foundFor(
  { store, clock }: Services,
  families: FamilyRow[],
  text: string,
  reader: string,
): Promise<FamilyRow[]> {
  const found = await Promise.all(
    families.map(async (family) => {
      const hidden = await peopleWithheld({ store, clock }, family.id, reader);
      if (hidden.size === 0) return true;
      const people = await store.people(family.people.filter((id) => !hidden.has(id)));
      const names = [family.name, ...people.flatMap(({ id, body }) => wordsOf(id, body))];
      const words = names.flatMap(nameWords);
      return nameWords(text).every((asked) => words.some((word) => word.startsWith(asked)));
    }),
  );
  return families.filter((_, at) => found[at]);
}

/**
 * Families that have somebody with this number or at this address in them, or, where no name begins like the text,
 * somebody whose name sounds like it.
 */
export async function foundByPeople(
  services: Services,
  named: FamilyRow[],
  text: string,
  reader: Person,
): Promise<FamilyRow[]> {
  if (named.length > 0 && !/\d/.test(text)) return [];
  const people = await findPeople(services.store, reader, { text }, knownThrough(services));
  const known = new Set(named.map(({ id }) => id));
  const found = new Map(people.flatMap(({ families }) => families.map((family) => [family.id, family])));
  return [...found.values()].filter(({ id }) => !known.has(id)).slice(0, most);
}
