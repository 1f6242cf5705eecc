import { expect, test } from 'vitest';
import { makeOutput } from '#engine';
import type { Form, OutputSource } from '#engine';

test('a drawing in a paper stands with the child’s own title, and with words for whoever can’t see it', () => {
  const columns = [
    { id: 'for', label: 'Who', type: 'children' as const },
    { id: 'art', label: 'Drawing', type: 'file' as const },
    { id: 'called', label: 'Title', type: 'short-text' as const },
    { id: 'shows', label: 'Shows', type: 'short-text' as const },
  ];
  const question = {
    ...{ id: 'voice', type: 'table' as const, label: 'Voice', per: 'family' as const, columns },
    ...{ purpose: 'test', source: 'local', policy: 'ask' as const },
  };
  const form: Form = {
    ...{ id: 'f', title: 'F', purpose: 'test', source: 'local', schema: {}, facts: [], rules: [] },
    layout: [{ id: 'all', title: 'All', questions: [question] }],
  };
  const rows = [
    { for: ['a'], art: ['one'], called: 'My house', shows: 'A house with four windows' },
    { for: ['a'], art: ['two'] },
  ];
  const file = { name: 'drawing.png', type: 'image/png' };
  const source: OutputSource = {
    ...{ form, blocks: [], codeLists: [], computed: {}, living: {}, family: 'Marsh', authority: 'Seaton' },
    ...{ people: [], roles: {}, pictures: { one: file, two: file }, sensitive: [] },
    answers: { answers: { voice: rows }, perChild: {} },
    children: [{ id: 'a', name: 'Amy Marsh', called: 'Amy', born: '2015-03-02' }],
    ...{ by: { name: 'Kay Lowe' }, on: '2026-11-20' },
  };
  const picture = { kind: 'picture' as const, question: 'voice', column: 'art', alt: 'A drawing by a child' };
  const layout = { id: 'o', form: 'f', title: 'Paper', audience: 'family' as const };
  const made = makeOutput({ ...layout, blocks: [{ ...picture, says: 'shows', title: 'called' }] }, source, {
    audience: 'family',
  });
  expect(made.blocks.filter(({ kind }) => kind === 'picture')).toMatchObject([
    { file: 'one', alt: 'A house with four windows', caption: 'My house' },
    { file: 'two', alt: 'A drawing by a child', caption: 'A drawing by a child' },
  ]);
});
