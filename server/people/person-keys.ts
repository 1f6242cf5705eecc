import { doubleMetaphone } from 'double-metaphone';
import type { PersonRecord } from './person-record.ts';

/** Words of a name as they are compared: without accents, signs and the case of letters. */
export function nameWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const groups: [RegExp, string][] = [
  [/[bfpv]/, '1'],
  [/[cgjkqsxz]/, '2'],
  [/[dt]/, '3'],
  [/l/, '4'],
  [/[mn]/, '5'],
  [/r/, '6'],
];

/**
 * How a name sounds, roughly: its first sound and three more consonants (Soundex), after the spellings that
 * English names most often differ in were made one. A net with wide meshes: a person decides.
 */
export function soundOf(word: string): string {
  const spelt = word
    .replace(/^(ph)/, 'f')
    .replace(/^(kn|gn)/, 'n')
    .replace(/^(wr)/, 'r')
    .replace(/^c(?=[aou])/, 'k')
    .replace(/^j|^g(?=[ei])/, 'j')
    .replaceAll('ck', 'k')
    .replaceAll('ph', 'f');
  let code = spelt.slice(0, 1);
  let last = digitOf(code);
  for (const letter of spelt.slice(1)) {
    const digit = digitOf(letter);
    if (digit !== '' && digit !== last) code += digit;
    // h and w do not part two consonants of one sound, vowels do
    if (!'hw'.includes(letter)) last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, '0');
}

function digitOf(letter: string): string {
  return groups.find(([letters]) => letters.test(letter))?.[1] ?? '';
}

/** How a name is said, however it is spelt: one code, or two where it can be said in two ways (Double Metaphone). */
export const saidAs = (word: string): string[] => [...new Set(doubleMetaphone(word).filter(Boolean))];

/** An identifier or a postcode as it is compared: whatever stands between its letters and digits. */
export const compact = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A line of an address as it is compared. */
export const lineOf = (text: string): string => nameWords(text).join(' ');

/** fewer digits are the end of too many numbers */
const leastDialled = 6;

/**
 * The telephone numbers in a text as they are compared: their digits from the last to the first, so that the end of a
 * number, which is how people pass it on, is how its key begins.
 */
export function dialledIn(text: string): string[] {
  const numbers = text.match(/\+?\d[\d\s().-]*/g) ?? [];
  return numbers
    .map((one) => one.replaceAll(/\(0\)|[^\d+]/g, '').replace(/^(\+|00)44/, '0'))
    .map((one) => [...one.replace('+', '')].toReversed().join(''))
    .filter((digits) => digits.length >= leastDialled);
}

/** The number that is looked for, where the text is nothing but one. */
export const dialled = (text: string): string | undefined =>
  /^[\d\s+().-]+$/.test(text) ? dialledIn(text)[0] : undefined;

/**
 * Everything a person is found by: names as they begin and as they sound, dates, identifiers, telephone numbers and
 * addresses. Never a sensitive address, nor the telephone of somebody who has one: whoever knows it must not find out by
 * it who lives there.
 */
export function keysOf(person: PersonRecord): string[] {
  const words = [person.firstNames, person.familyName, person.knownAs].flatMap((name) =>
    nameWords(name ?? ''),
  );
  const dates = [person.dateOfBirth, person.expectedDateOfBirth].filter((date) => date !== undefined);
  const all = person.addresses ?? [];
  const open = all.filter(({ sensitive }) => !sensitive);
  const phones = open.length === all.length ? dialledIn(person.phone ?? '') : [];
  const keys = [
    ...words.map((word) => `name:${word}`),
    ...words.map((word) => `sound:${soundOf(word)}`),
    ...words.flatMap((word) => saidAs(word).map((code) => `said:${code}`)),
    ...dates.map((date) => `born:${date}`),
    ...identifiersOf(person).map((identifier) => `number:${identifier}`),
    ...phones.map((digits) => `dialled:${digits}`),
    ...open.flatMap(({ postcode }) => (postcode ? `post:${compact(postcode)}` : [])),
    ...open.flatMap(({ line1 }) => (lineOf(line1) ? `line:${lineOf(line1)}` : [])),
  ];
  return [...new Set(keys)];
}

/** What others number a person by. */
export function identifiersOf({ laChildId, upn, formerUpn, nhsNumber }: PersonRecord): string[] {
  return [laChildId, upn, formerUpn, nhsNumber].map((one) => compact(one ?? '')).filter(Boolean);
}
