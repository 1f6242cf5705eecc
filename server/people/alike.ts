import { distance } from 'fastest-levenshtein';
import type { Person } from '../access/index.ts';
import type { PersonDocument, Store } from '../store/port.ts';
import { seenBy, type Found, type KnownThrough } from './find-people.ts';
import { compact, identifiersOf, lineOf, nameWords, saidAs, soundOf } from './person-keys.ts';
import type { PersonRecord } from './person-record.ts';

/** Why two people on file may be one. */
export type Likeness = 'number' | 'born' | 'name' | 'address';

export interface Alike extends Found {
  likeness: Likeness[];
}

/** letters by which a name may differ and still be the same one, misheard or mistyped */
const misspelt = 2;
const most = 10;

/**
 * People who may be the same as this one: with one of their numbers, or born the same day or living at the same place
 * under a name that is alike. Only whom the reader may know of.
 */
export async function alikeTo(
  store: Store,
  reader: Person | undefined,
  { id, body }: PersonDocument,
  knownThrough?: KnownThrough,
): Promise<Alike[]> {
  const person = body as PersonRecord;
  const near = new Map<string, PersonDocument>();
  for (const keys of searchesFor(person)) {
    const { rows } = await store.list('people', { keys }, { limit: 50 });
    for (const row of rows) if (row.id !== id) near.set(row.id, row);
  }
  const alike: Alike[] = [];
  for (const document of near.values()) {
    const likeness = likenessOf(person, document.body as PersonRecord);
    if (alike.length === most || !isAlike(likeness)) continue;
    const found = await seenBy(store, reader, document, knownThrough);
    if (found) alike.push({ ...found, likeness });
  }
  return alike.sort((one, other) => other.likeness.length - one.likeness.length);
}

function searchesFor(person: PersonRecord): string[][] {
  const words = wordsOf(person);
  const sounds = words.flatMap((word) => [
    `sound:${soundOf(word)}`,
    ...saidAs(word).map((code) => `said:${code}`),
  ]);
  const born = bornOf(person);
  return [
    ...identifiersOf(person).map((number) => [`number:${number}`]),
    ...(born ? [[`born:${born}`]] : []),
    ...openOf(person).flatMap((key) => [...new Set(sounds)].map((sound) => [key, sound])),
  ];
}

/** What two records have in common. */
export function likenessOf(one: PersonRecord, other: PersonRecord): Likeness[] {
  const numbers = new Set(identifiersOf(other));
  const homes = new Set(openOf(other));
  const born = bornOf(one);
  const likeness: [Likeness, boolean][] = [
    ['number', identifiersOf(one).some((number) => numbers.has(number))],
    ['born', born !== undefined && born === bornOf(other)],
    ['name', namesAlike(one, other)],
    ['address', openOf(one).some((key) => homes.has(key))],
  ];
  return likeness.filter(([, is]) => is).map(([kind]) => kind);
}

/** A number speaks for itself; a day of birth or an address only together with a name. */
const isAlike = (likeness: Likeness[]): boolean =>
  likeness.includes('number') ||
  (likeness.includes('name') && (likeness.includes('born') || likeness.includes('address')));

/** The first name, or what they like to be called, is nearly that of the other; so is the family name where both have one. */
function namesAlike(one: PersonRecord, other: PersonRecord): boolean {
  const called = (person: PersonRecord): string[] =>
    [person.firstNames, person.knownAs].flatMap((name) => nameWords(name ?? ''));
  const family = [one, other].map(({ familyName }) => nameWords(familyName ?? ''));
  const [mine = [], theirs = []] = family;
  const firstAlike = someAlike(called(one), called(other));
  return firstAlike && (mine.length === 0 || theirs.length === 0 || someAlike(mine, theirs));
}

const someAlike = (words: string[], others: string[]): boolean =>
  words.some((word) => others.some((other) => isSpeltAlike(word, other)));

function isSpeltAlike(word: string, other: string): boolean {
  if (Math.min(word.length, other.length) < 3) return word === other;
  return distance(word, other) <= misspelt || saidAs(word)[0] === saidAs(other)[0];
}

const bornOf = ({ dateOfBirth, expectedDateOfBirth }: PersonRecord): string | undefined =>
  dateOfBirth ?? expectedDateOfBirth;

const wordsOf = ({ firstNames = '', knownAs = '' }: PersonRecord): string[] =>
  [firstNames, knownAs].flatMap(nameWords);

/** Keys of the addresses that may be known, as they are searched by. */
const openOf = ({ addresses = [] }: PersonRecord): string[] =>
  addresses
    .filter(({ sensitive }) => !sensitive)
    .flatMap(({ line1, postcode }) => (postcode ? `post:${compact(postcode)}` : `line:${lineOf(line1)}`));
