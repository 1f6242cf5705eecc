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

/** Everything a person is found by. */
export function keysOf(person: PersonRecord): string[] {
  const words = [person.firstNames, person.familyName, person.knownAs].flatMap((name) =>
    nameWords(name ?? ''),
  );
  const dates = [person.dateOfBirth, person.expectedDateOfBirth].filter((date) => date !== undefined);
  return [
    ...new Set([
      ...words.map((word) => `name:${word}`),
      ...words.map((word) => `sound:${soundOf(word)}`),
      ...dates.map((date) => `born:${date}`),
    ]),
  ];
}
