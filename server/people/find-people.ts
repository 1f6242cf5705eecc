import type { Day } from '#engine';
import { may, type Person, type Thing } from '../access/index.ts';
import type { FamilyRow, PersonDocument, Store } from '../store/port.ts';
import { distanceTo } from './closeness.ts';
import { samePeople } from './joined.ts';
import { compact, dialled, lineOf, nameWords, saidAs, soundOf } from './person-keys.ts';
import type { PersonRecord } from './person-record.ts';

export interface Found {
  document: PersonDocument;
  /** families the reader may know of */
  families: FamilyRow[];
}

/** The families through which a reader may know of somebody: that they belong to one may be withheld. */
export type KnownThrough = (families: FamilyRow[], person: string, reader: string) => Promise<FamilyRow[]>;

const most = 20;
/** of each way of searching so many are looked at before the closest are chosen */
const looked = 60;

/**
 * People who may be the one that is looked for: names that begin like the words or sound like them, who has that
 * number, who lives or lived there, and, when a date of birth is given, whoever was born that day and shares one of
 * the words by its sound. The closest come first; people known only through families the reader may not know of are
 * left out.
 */
export async function findPeople(
  store: Store,
  reader: Person | undefined,
  ask: { text?: string; born?: Day },
  knownThrough?: KnownThrough,
): Promise<Found[]> {
  const found = new Map<string, PersonDocument>();
  for (const keys of searchesOf(ask)) {
    const { rows } = await store.list('people', { keys }, { limit: looked });
    for (const row of rows) found.set(row.id, row);
  }
  const closest = [...found.values()]
    .map((document) => ({ document, far: distanceTo(document.body as PersonRecord, ask) }))
    .sort((one, other) => one.far - other.far || (one.document.id < other.document.id ? -1 : 1));
  const seen: Found[] = [];
  for (const { document } of closest) {
    if (seen.length === most) break;
    const one = await seenBy(store, reader, document, knownThrough);
    if (one) seen.push(one);
  }
  return asOne(store, seen, reader, knownThrough);
}

/** People who were said to be one are found once, with the families of all their records that the reader may know of. */
async function asOne(
  store: Store,
  seen: Found[],
  reader: Person | undefined,
  knownThrough?: KnownThrough,
): Promise<Found[]> {
  const told = new Set<string>();
  const ones: Found[] = [];
  for (const one of seen) {
    if (told.has(one.document.id)) continue;
    const same = await samePeople(store, one.document.id);
    for (const id of same) told.add(id);
    const documents = await store.people(same.filter((id) => id !== one.document.id));
    const others = await Promise.all(
      documents.map((document) => seenBy(store, reader, document, knownThrough)),
    );
    const families = [one, ...others].flatMap((found) => found?.families ?? []);
    ones.push({ ...one, families: [...new Map(families.map((row) => [row.id, row])).values()] });
  }
  return ones;
}

function searchesOf({ text = '', born }: { text?: string; born?: Day }): string[][] {
  const words = nameWords(text);
  const day = born ? [`born:${born}`] : [];
  const sounds = words.map((word) => `sound:${soundOf(word)}`);
  const said = words.flatMap((word) =>
    saidAs(word)
      .slice(0, 1)
      .map((code) => `said:${code}`),
  );
  const isNumber = /\d/.test(text);
  const phone = dialled(text);
  return [
    ...(isNumber ? [[`number:${compact(text)}`], [`post:${compact(text)}*`], [`line:${lineOf(text)}*`]] : []),
    ...(phone === undefined ? [] : [[`dialled:${phone}*`]]),
    [...words.map((word) => `name:${word}*`), ...day],
    ...(sounds.length > 0 ? [[...sounds, ...day]] : []),
    ...(said.length === words.length && said.length > 0 ? [[...said, ...day]] : []),
    ...(born ? sounds.map((sound) => [sound, ...day]) : []),
    ...(born ? [words.map((word) => `name:${word}*`), sounds] : []),
  ].filter((keys) => keys.length > 0);
}

/** Somebody as one reader may know of them, with the families through which; undefined when they may not. */
export async function seenBy(
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
