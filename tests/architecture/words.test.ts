import { expect, test } from 'vitest';
import { files, textOf } from './source-files.ts';

/** Words of the law and of one area's practice. They are data, in processes/: the machine knows only steps and facts. */
const statute =
  /section[ -]?(17|20|31|44|46|47)\b|\bs(17|47)\b|core[ -]?groups?|strategy[ -]?discussions?|child(ren)?[ -]?in[ -]?need|conferences?|child[ -]?protection[ -]?plans?|police[ -]?protection|emergency[ -]?protection|working together|signs of safety|looked[ -]?after|\bofsted\b|\bcin\b|\bicpc\b|\brcpc\b/i;

/** `strategyDiscussion` and `STRATEGY_DISCUSSION` are words too. */
const asWords = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ');

/** Time and chance are arguments of the engine. */
const chance = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\.randomUUID\(/;

const lines = (path: string): string[] => textOf(path).split('\n');

function found(folders: string[], pattern: RegExp, read = (line: string): string => line): string[] {
  return files(folders, /\.(ts|js|css|md|json)$/).flatMap((path) => [
    ...(pattern.test(read(path)) ? [path] : []),
    ...lines(path).flatMap((line, i) =>
      pattern.test(read(line)) ? [`${path}:${i + 1} ${line.trim()}`] : [],
    ),
  ]);
}

test('no word of statute stands in the machine, so a pathway is redrawn without a programmer', () => {
  expect(found(['engine', 'modeller', 'web-components/elements'], statute, asWords)).toEqual([]);
});

/** Words of one practice model: they are data of a version, so that an authority can work by another. */
const model =
  /danger ?statements?|safety ?goals?|bottom ?lines?|existing ?safety|three ?houses|house ?of|safety ?(plan|rule|network|number)s?|trajector(y|ies)|words ?and ?pictures|signs of safety/i;

test('no word of one practice model stands in what shows practice models', () => {
  const shows = ['engine/practice', 'server/practice', 'web-components/elements', 'web-components/pages/map'];
  expect(found(shows, model, asWords)).toEqual([]);
  expect(found(['web-components/words-office/practice.ts'], model, asWords)).toEqual([]);
  for (const line of ['dangerStatements', 'the house of worries', 'SAFETY_GOAL'])
    expect(model.test(asWords(line))).toBe(true);
});

test('a word of statute would be seen in a name, a sentence and a comment', () => {
  for (const line of [
    'const coreGroup = 1;',
    "'a child in need plan'",
    '// held after the Section 47 enquiry',
    'CORE_GROUP',
  ]) {
    expect(statute.test(asWords(line))).toBe(true);
  }
  for (const line of [
    'const group = 1;',
    'in need of a score',
    'the section of a form',
    'a reference group',
  ]) {
    expect(statute.test(asWords(line))).toBe(false);
  }
});

test('the engine asks nobody for the time and throws no dice', () => {
  expect(found(['engine'], chance)).toEqual([]);
});

test('a look at the clock would be seen', () => {
  for (const line of ['Date.now()', 'new Date()', 'new Date( )', 'Math.random()'])
    expect(chance.test(line)).toBe(true);
  for (const line of ['new Date(moment)', 'Date.parse(day)']) expect(chance.test(line)).toBe(false);
});
