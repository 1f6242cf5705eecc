import type { Day } from '#engine';
import { distance } from 'fastest-levenshtein';
import { compact, dialled, dialledIn, identifiersOf, lineOf, nameWords } from './person-keys.ts';
import type { PersonRecord } from './person-record.ts';

/** a word that nothing in a name begins like or is spelt like */
const strange = 6;

/**
 * How far a person is from what is looked for, 0 and up: letters by which the words differ from the closest word of the
 * name, less what speaks for them. Whoever has the number or lives there is nearest of all.
 */
export function distanceTo(person: PersonRecord, { text = '', born }: { text?: string; born?: Day }): number {
  if (isNumbered(person, text) || isCalledBy(person, text) || livesAt(person, text)) return 0;
  const names = namesOf(person);
  const words = nameWords(text);
  const far = words.map((word) => Math.min(strange, ...names.map((name) => between(word, name))));
  const other =
    born !== undefined && born !== (person.dateOfBirth ?? person.expectedDateOfBirth) ? strange : 0;
  return 1 + far.reduce((sum, one) => sum + one, 0) + other;
}

/** Words by which somebody is called. */
export const namesOf = ({ firstNames = '', familyName = '', knownAs = '' }: PersonRecord): string[] =>
  [firstNames, familyName, knownAs].flatMap(nameWords);

/** A name that begins like the word is nearly it. */
function between(word: string, name: string): number {
  return name.startsWith(word) ? (name === word ? 0 : 0.5) : Math.min(strange, distance(word, name));
}

const isNumbered = (person: PersonRecord, text: string): boolean =>
  /\d/.test(text) && identifiersOf(person).includes(compact(text));

function isCalledBy({ phone = '' }: PersonRecord, text: string): boolean {
  const asked = dialled(text);
  return asked !== undefined && dialledIn(phone).some((digits) => digits.startsWith(asked));
}

function livesAt({ addresses = [] }: PersonRecord, text: string): boolean {
  if (!/\d/.test(text)) return false;
  return addresses.some(
    ({ sensitive, postcode = '', line1 }) =>
      !sensitive &&
      ((postcode !== '' && compact(postcode).startsWith(compact(text))) ||
        lineOf(line1).startsWith(lineOf(text))),
  );
}
