import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTexts, type Form, type Output } from '#engine/browser';
import { jargonIn, readingAge, type PlainWords } from '#engine/browser';
import { partsOf } from '../../modeller/forms/parts.ts';
import { readVersionFolder } from '../modeller/support/version-folder.ts';
import plainWords from '../../processes/child-protection/jargon.json' with { type: 'json' };

const folder = join(import.meta.dirname, '..', '..', 'processes', 'child-protection', '2-redesigned');
const parts = partsOf(readVersionFolder(folder));
const { targets, jargon } = plainWords as unknown as PlainWords;
const roles = Object.fromEntries(parts.roles.map(({ id, name }) => [id, name]));
const { codeLists } = parts.dictionary;

const output = (id: string): Output => parts.outputs.find((one) => one.id === id) as Output;
const textsOf = (layout: Output): string[] =>
  fixedTexts(layout, {
    ...{ form: parts.forms[layout.form] as Form, forms: parts.forms, blocks: parts.blocks },
    ...{ codeLists, roles },
  });
const ownWords = (layout: Output) =>
  layout.blocks.flatMap((block, at) => ('text' in block ? [{ at: String(at), text: block.text }] : []));

/** Papers of their own for children and in easy read, and what a family is sent before and after a conference. */
const plainest = ['letter-for-a-child', 'plan-for-a-child', 'letter-in-easy-read', 'plan-in-easy-read'];
const translated = [...plainest, 'decision-letter', 'child-protection-plan', 'book-conference'];

test.each(plainest)(
  '%s can be read at the age it is written for, in large type, without words of the trade',
  (id) => {
    const layout = output(id);
    const { age, hardest } = readingAge(ownWords(layout), targets[layout.audience]?.to ?? 0);
    expect(hardest).toEqual([]);
    expect(age).toBeLessThanOrEqual(targets[layout.audience]?.to ?? 0);
    expect(jargonIn(ownWords(layout), jargon)).toEqual([]);
    expect(layout.large).toBe(true);
  },
);

test.each(['letter-in-easy-read', 'plan-in-easy-read'])('%s says one idea on a line', (id) => {
  for (const { text } of ownWords(output(id))) {
    expect(text.match(/[.!?](?:\s|$)/g) ?? []).toHaveLength(/[.!?]$/.test(text) ? 1 : 0);
    expect(text.split(' ').length, text).toBeLessThanOrEqual(12);
  }
});

test.each(translated)(
  'all fixed wording of %s stands in every language there is, with its names in it',
  (id) => {
    expect(parts.translations?.map(({ language }) => language)).toContain('pl');
    const names = (text: string): string[] =>
      (text.match(/\[(child|family|authority|day|name|number)\]/g) ?? []).sort();
    for (const { texts } of parts.translations ?? []) {
      const all = textsOf(output(id));
      expect(all.filter((text) => texts[text] === undefined)).toEqual([]);
      for (const text of all) expect(names(texts[text] ?? ''), text).toEqual(names(text));
    }
  },
);

test('nothing is translated that is printed nowhere any more', () => {
  const printed = new Set(parts.outputs.flatMap(textsOf));
  for (const { texts } of parts.translations ?? [])
    expect(Object.keys(texts).filter((text) => !printed.has(text))).toEqual([]);
});
