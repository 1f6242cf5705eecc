import { expect, test } from 'vitest';
import { compareTags } from '../../../../engine/pathway/exchange/compare-tags.ts';

const lost = (before: string, after: string) => compareTags(before, after, () => undefined).lost;

test('prefixes, quotes, order of attributes, entities and ways to write a number do not matter', () => {
  const before = `<a xmlns="u" id="x" n="1.0" t='it&apos;s'><b>&#60;</b><!-- no --></a>`;
  const after = `<p:a xmlns:p="u" t="it's" n="1" id="x">\n  <p:b><![CDATA[<]]></p:b>\n</p:a>`;
  expect(lost(before, after)).toEqual([]);
});

test('an element, an attribute and a text that are gone are named', () => {
  const before = '<a id="x"><b id="y" k="1"/><c>said</c><c>again</c><d/></a>';
  const after = '<a id="x"><b id="y"/><c>said</c><c>never</c></a>';
  expect(lost(before, after)).toEqual([
    { kind: 'b', where: 'y', what: 'attribute k' },
    { kind: 'c', where: 'x/c 2', what: 'text' },
    { kind: 'd', where: 'x/d 1', what: 'the whole element' },
  ]);
});

test('the same name in another namespace is another element', () => {
  expect(lost('<a xmlns="u" id="x"/>', '<a xmlns="v" id="x"/>')).toHaveLength(1);
});
