import { familyThing, may, type Person } from '../access/index.ts';
import type { FamilyRow, PersonDocument, Store } from '../store/port.ts';
import { familiesOf, personThing, type KnownThrough } from './find-people.ts';
import { shownPerson } from './person-record.ts';

/** Whether somebody on file may be put among the people of a family, and which families they belong to besides. */
export type Joining =
  | { ok: true; others: FamilyRow[] }
  | { ok: false; reason: 'person-unknown' | 'person-elsewhere'; message: string; others: FamilyRow[] };

/**
 * Whoever is put into a family can be read through it from then on. So somebody of other families has to be open to
 * the one who does it before: by a role, or by a reason given for one of those families. The refusal says what the
 * search says, and no more: it names no family to which it is withheld that they belong.
 */
export async function joining(
  store: Store,
  by: Person | undefined,
  person: string,
  { family, knownThrough }: { family?: string | undefined; knownThrough?: KnownThrough | undefined } = {},
): Promise<Joining> {
  const document = await store.person(person);
  const families = document ? await familiesOf(store, person) : [];
  if (families.some(({ id }) => id === family)) return { ok: true, others: [] };
  const thing = personThing(person, families);
  if (!document || !may(by, 'find-people', thing).ok) {
    const message = 'Somebody you chose is not on file: look them up again, or put them on file first.';
    return { ok: false, reason: 'person-unknown', message, others: families };
  }
  if (may(by, 'read-person', thing).ok) return { ok: true, others: families };
  const known = (await knownThrough?.(families, person, by?.id ?? '')) ?? families;
  const message = elsewhere(by, document, known);
  return { ok: false, reason: 'person-elsewhere', message, others: families };
}

function elsewhere(by: Person | undefined, { id, body }: PersonDocument, families: FamilyRow[]): string {
  const { name } = shownPerson(id, body);
  const known = families.find((family) => may(by, 'find-families', familyThing(family)).ok);
  const other = known ? `the family ${known.name}` : 'another family';
  const opens = known && may(by, 'break-glass', familyThing(known)).ok;
  const first = opens ? 'Open that family with a reason, or ask' : 'Ask';
  return `${name} belongs to ${other} already, which your role does not reach. ${first} the team that holds it, then choose them here again.`;
}
