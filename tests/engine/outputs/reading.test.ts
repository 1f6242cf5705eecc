import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jargonIn, readingAge, type PlainWords } from '../../../engine/outputs/reading/index.ts';

const plain = JSON.parse(
  readFileSync(new URL('../../../processes/child-protection/jargon.json', import.meta.url), 'utf8'),
) as PlainWords;

const kind = `We are worried that Tom may be hurt again when his dad has been drinking.
Mum, Nan and Mr. Ashdown next door have made a plan with us.
If dad has been drinking, Tom and Ella go to Nan’s. She fetches them, day or night, e.g. at 3.30pm after school.`;

const stiff =
  'Following multi-agency consultation, professionals ascertained that parental non-compliance with previously identified safeguarding interventions necessitates immediate escalation to an initial child protection conference in accordance with statutory requirements.';

const at = (text: string) => [{ at: 'a', text }];

test('what is written for a family is told from what is written for a file', () => {
  expect(readingAge(at(kind), 12)).toMatchObject({ age: 8, sentences: 4, hardest: [] });
  const read = readingAge([...at(kind), { at: 'why', text: stiff }], 12);
  expect(read.age).toBeGreaterThan(12);
  expect(read.hardest).toEqual([
    {
      ...{ at: 'why', sentence: stiff, words: 27, age: 25 },
      longWords: expect.arrayContaining(['necessitates', 'safeguarding']) as unknown,
    },
  ]);
});

test('the age is that of all the words together, so one heading does not make a letter easy', () => {
  const alone = readingAge(at(stiff), 12).age ?? 0;
  const under = readingAge([{ at: 'heading', text: 'What we found' }, ...at(stiff)], 12).age ?? 0;
  expect(under).toBeGreaterThan(15);
  expect(alone).toBe(25);
});

test('of a few words, of figures and of nothing no age is told', () => {
  expect(readingAge(at('Decision letter'), 12).age).toBeUndefined();
  expect(readingAge([], 12)).toEqual({ words: 0, sentences: 0, hardest: [] });
  expect(readingAge(at('12/3 2026 45 % 7 8 9 '.repeat(20)), 12).words).toBe(0);
});

test('words of the trade are found with what to say instead, the longest first', () => {
  const found = jargonIn(at(stiff), plain.jargon).map(({ found: word, say }) => [word, say]);
  expect(found).toContainEqual(['ascertained', 'find out']);
  expect(found.map(([word]) => word)).toEqual([
    ...['multi-agency', 'professionals', 'ascertained', 'non-compliance', 'safeguarding'],
    ...['initial child protection conference', 'in accordance with', 'statutory'],
  ]);
  for (const one of jargonIn(at(stiff), plain.jargon))
    expect(stiff.slice(one.from).startsWith(one.found)).toBe(true);
});

test('plurals and hyphens do not hide a word, letters are told from words, and no word is found within another', () => {
  const words = (text: string): string[] => jargonIn(at(text), plain.jargon).map(({ found }) => found);
  expect(words('Two strategy\n discussions and the core groups')).toEqual([
    'strategy\n discussions',
    'core groups',
  ]);
  expect(words('A looked after child, a looked-after child, a LAC and the LACs')).toEqual([
    ...['looked after child', 'looked-after child', 'LAC', 'LACs'],
  ]);
  expect(words('He sleeps with a lac pillow; the scores, the placemats and the peerless')).toEqual([]);
  expect(words(kind)).toEqual([]);
});

test('every word of the list names who says so and what to say instead, once', () => {
  const spelt = plain.jargon.flatMap(({ words }) => words.map((word) => word.toLowerCase()));
  expect(spelt.filter((word, i) => spelt.indexOf(word) !== i)).toEqual([]);
  for (const { words, say, source } of plain.jargon) {
    expect(words.length * say.length * source.length, words[0]).toBeGreaterThan(0);
    expect(jargonIn(at(say), plain.jargon).map(({ found }) => `${words[0] ?? ''}: ${found}`)).toEqual([]);
  }
});
