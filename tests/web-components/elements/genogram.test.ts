// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { genogramOf, inLines, type NetworkView } from '#engine/browser';
import '../../../web-components/elements/genogram/tl-genogram.ts';

import { expectAccessible, show, textOf } from '../support/show.ts';

const view: NetworkView = {
  ...{ title: '', block: 'n', person: 'who', relation: 'is', household: 'home', unborn: ['the baby'] },
  relations: [
    { says: 'mother', is: 'parent', sex: 'F' },
    { says: 'father', is: 'parent', sex: 'M' },
  ],
};
const people = [
  {
    id: 'ella',
    name: 'Ella Featherstonehaugh-Cholmondeley',
    called: 'Ella',
    born: '2018-01-01',
    sex: 'F' as const,
  },
  { id: 'tom', name: 'Tom Marsh', born: '2020-01-01', sex: 'M' as const },
  { id: 'ann', name: 'Ann Marsh', born: '2021-01-01', sex: 'F' as const, died: '2021-03-01' },
  { id: 'baby', name: 'Unborn baby', expected: '2026-12-01' },
  { id: 'kay', name: 'Kay Marsh' },
  { id: 'lee', name: 'Lee Brandt' },
  { id: 'max', name: 'Max Orr' },
];
const rows = [
  { who: 'kay', is: 'Mother', home: 'yes' },
  { who: 'lee', is: 'Father of Tom and the baby', home: 'no' },
  { who: 'max', is: 'Next door' },
];

describe('a family drawn', () => {
  it('is said in words: what each is, where they live, and which lines they have', async () => {
    const family = genogramOf(rows, people, ['ella', 'tom', 'ann', 'baby'], view);
    const element = await show('tl-genogram', { family, label: 'The family' });
    const said = [...element.querySelectorAll('.tl-genogram__words li')].map((one) => textOf(one));
    expect(said).toEqual([
      'Ella Featherstonehaugh-Cholmondeley: child of this family; female; born 1 January 2018',
      'Tom Marsh: child of this family; male; born 1 January 2020',
      'Ann Marsh: child of this family; female; born 1 January 2021; died 1 March 2021',
      'Unborn baby: child of this family; due 1 December 2026',
      'Kay Marsh: Mother; female; lives in the children’s home; drawn as a parent of Ella, Ann Marsh, Tom Marsh and Unborn baby',
      'Lee Brandt: Father of Tom and the baby; male; lives elsewhere; drawn as a parent of Tom Marsh and Unborn baby',
      'Max Orr: Next door; sex not recorded; no line is drawn: the words leave open how they are related',
    ]);
    const drawing = element.querySelector('svg');
    expect(drawing?.getAttribute('aria-label')).toContain('Kay Marsh: Mother');
    await expectAccessible(element);
  });

  it('breaks long names into two short lines and says the rest in words', () => {
    expect(inLines('Ella Featherstonehaugh-Cholmondeley Marsh', 13, 2)).toEqual(['Ella', 'Featherstone…']);
    expect(inLines('Jo', 13, 2)).toEqual(['Jo']);
    expect(inLines('', 13, 2)).toEqual([]);
  });
});
