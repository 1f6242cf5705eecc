import type { Day } from '#engine';
import { may, type Person, type Thing } from '../access/index.ts';
import type { FamilyRow, PersonDocument, Store } from '../store/port.ts';
import { nameWords, soundOf } from './person-keys.ts';

export interface Found {
  document: PersonDocument;
  /** families the reader may know of */
  families: FamilyRow[];
}

/** The families through which a reader may know of somebody: that they belong to one may be withheld. */
export type KnownThrough = (families: FamilyRow[], person: string, reader: string) => Promise<FamilyRow[]>;

const most = 20;

/**
 * People who may be the one that is looked for: names that begin like the words, names that sound like them, and,
 * when a date of birth is given, whoever was born that day and shares one of the words by its sound. The closest
 * come first; people known only through families the reader may not know of are left out.
 */
export async function findPeople(
  store: Store,
  reader: Person | undefined,
  ask: { text?: string; born?: Day },
  knownThrough?: KnownThrough,
): Promise<Found[]> {
  const words = nameWords(ask.text ?? '');
  const sounds = words.map((word) => `sound:${soundOf(word)}`);
  const born = ask.born ? [`born:${ask.born}`] : [];
  const searches = [
    [...words.map((word) => `name:${word}*`), ...born],
    [...sounds, ...born],
    ...(born.length > 0 ? sounds.map((sound) => [sound, ...born]) : []),
    words.map((word) => `name:${word}*`),
    sounds,
  ].filter((keys) => keys.length > 0);
  const found = new Map<string, PersonDocument>();
  for (const keys of searches) {
    if (found.size >= most) break;
    const { rows } = await store.list('people', { keys }, { limit: most });
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
  }
  const seen = await Promise.all(
    [...found.values()].slice(0, most).map(async (document) => seenBy(store, reader, document, knownThrough)),
  );
  return seen.filter((one) => one !== undefined);
}

async function seenBy(
  store: Store,
  reader: Person | undefined,
  document: PersonDocument,
  knownThrough?: KnownThrough,
): Promise<Found | undefined> {
  const families = await familiesOf(store, document.id);
  if (!may(reader, 'find-people', { ...personThing(document.id, families) }).ok) return undefined;
  const known = families.filter(
    (family) => may(reader, 'find-families', { kind: 'family', families: [family] }).ok,
  );
  const shown = (await knownThrough?.(known, document.id, reader?.id ?? '')) ?? known;
  return { document, families: shown };
}

/** A person as one reader may read them: not through families where it is withheld that they belong to them. */
export async function personThingFor(
  store: Store,
  reader: Person | undefined,
  id: string,
  knownThrough?: KnownThrough,
): Promise<Thing> {
  const families = await familiesOf(store, id);
  const whole = personThing(id, families);
  const known = (await knownThrough?.(families, id, reader?.id ?? '')) ?? families;
  const isWithheld = known.length === 0 && families.length > 0;
  return isWithheld ? { ...whole, withheldFrom: [reader?.id ?? ''] } : { ...whole, families: known };
}

export async function familiesOf(store: Store, person: string): Promise<FamilyRow[]> {
  const { rows } = await store.list('families-of-person', { person }, { limit: 100 });
  return rows;
}

/** A person as access looks at them: through the families they belong to. */
export function personThing(id: string, families: FamilyRow[]): Thing {
  return { kind: 'person', id, families, cases: families.map((family) => family.id) };
}
