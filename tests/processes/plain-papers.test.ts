import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTexts, namesLost, type Form, type Output } from '#engine/browser';
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
const textsOf = (layout: Output, language = 'en-GB', form = parts.forms[layout.form] as Form): string[] =>
  fixedTexts(layout, {
    ...{ form, forms: parts.forms, blocks: parts.blocks, language },
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
      (text.match(/\[(child|family|authority|day|name|number|done)\]/g) ?? []).sort();
    for (const { texts, language } of parts.translations ?? []) {
      const all = textsOf(output(id), language);
      expect(all.filter((text) => texts[text] === undefined)).toEqual([]);
      for (const text of all) expect(names(texts[text] ?? ''), text).toEqual(names(text));
    }
  },
);

/** A paper with all that the service can work out: a draft may print any of it. */
const computing = ['age', 'elapsed:any', 'due:any'].map((compute, at) => ({
  ...{ id: String(at), type: 'echo', policy: 'computed', compute, label: 'Yes', per: 'family' },
  ...{ purpose: '', source: 'local' },
})) as Form['layout'][number]['questions'];
const worked = { id: 'any', title: 'Any', questions: computing };
const everyPhrase = (language: string): string[] =>
  textsOf(
    {
      ...{ id: 'any', form: 'any', title: 'Yes', audience: 'family' },
      blocks: [{ kind: 'answers', questions: computing.map(({ id }) => id), label: 'Yes' }],
    },
    language,
    { ...(parts.forms['screening'] as Form), layout: [worked] },
  );

test('whatever the service says by itself of ages and limits stands in every language, for each kind of number', () => {
  expect(parts.translations).not.toEqual([]);
  for (const { texts, language } of parts.translations ?? []) {
    const all = everyPhrase(language);
    const kinds = new Set(Array.from({ length: 200 }, (_, n) => new Intl.PluralRules(language).select(n)));
    expect(all.filter((text) => text.startsWith('[number] years'))).toHaveLength(kinds.size);
    expect(all.filter((text) => texts[text] === undefined)).toEqual([]);
    expect(all.flatMap((text) => namesLost(text, texts[text] ?? ''))).toEqual([]);
  }
});

test('nothing is translated that is printed nowhere any more', () => {
  for (const { texts, language } of parts.translations ?? []) {
    const all = parts.outputs.flatMap((layout) => textsOf(layout, language));
    const printed = new Set([...all, ...everyPhrase(language)]);
    expect(Object.keys(texts).filter((text) => !printed.has(text))).toEqual([]);
  }
});
