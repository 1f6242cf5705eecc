import { expect, test } from 'vitest';
import { genogramOf, makeOutput, sketchOf } from '#engine';
import type { Block, Form, NetworkView, Output, OutputSource } from '#engine';

const network: NetworkView = {
  ...{ title: '', block: 'around', person: 'who', relation: 'is', household: 'home', unborn: [] },
  relations: [
    { says: 'mother', is: 'parent', sex: 'F' },
    { says: 'father', is: 'parent', sex: 'M' },
  ],
};
const block: Block = {
  ...{ id: 'around', title: 'Who is around', part: 'network', prompt: '' },
  columns: [
    { id: 'who', label: 'Who', type: 'person' },
    { id: 'is', label: 'What they are', type: 'short-text' },
  ],
};
const form: Form = {
  ...{ id: 'f', title: 'F', purpose: 'test', source: 'local', schema: {}, facts: [], rules: [], layout: [] },
};
const layout: Output = {
  ...{ id: 'o', form: 'f', title: 'Paper', audience: 'family' },
  blocks: [{ kind: 'genogram', alt: 'The family, drawn.' }],
};
const rows = [
  { who: 'kay', is: 'Mother' },
  { who: 'lee', is: 'Father of Amy' },
  { who: 'joe', is: 'Father of Ben' },
  { who: 'max', is: 'Friend at 7 Safe Harbour' },
];
const named = (id: string, name: string) => ({ id, name, called: name });
const source: OutputSource = {
  ...{ form, blocks: [block], codeLists: [], computed: {}, living: { around: rows }, network },
  ...{
    answers: { answers: {}, perChild: {} },
    family: 'Marsh',
    authority: 'Seaton',
    roles: {},
    pictures: {},
  },
  people: [named('kay', 'Kay'), named('lee', 'Lee'), named('joe', 'Joe'), named('max', 'Max')],
  children: [named('a', 'Amy'), named('b', 'Ben')],
  ...{ sensitive: ['7 Safe Harbour'], by: { name: 'Kay Lowe' }, on: '2026-11-20' },
};

const drawingIn = (made: ReturnType<typeof makeOutput>) => {
  const found = made.blocks.find((one) => one.kind === 'genogram');
  if (!found) throw new Error('the family was to be drawn');
  const said = sketchOf(found).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  return { alt: found.alt, said };
};

test('the family stands drawn over its table, what its lines say in words, and no line of it tells an address', () => {
  const made = makeOutput(layout, source, { audience: 'family' });
  expect(made.blocks.map(({ kind }) => kind)).toEqual(['heading', 'genogram', 'paragraph', 'table']);
  const { alt, said } = drawingIn(made);
  expect(alt).toBe('The family, drawn. Parents of Amy: Kay and Lee. Parents of Ben: Kay and Joe');
  expect(said).toEqual(expect.arrayContaining(['Amy', 'Ben', 'Kay', 'Lee', 'Joe', 'Max', 'At home']));
  expect(said.join(' ')).not.toMatch(/safe|harbour/i);
});

test('in a paper for one child it is that child’s family, and what is left out for the others is said', () => {
  const made = makeOutput(layout, source, { audience: 'family', child: 'b' });
  const { alt, said } = drawingIn(made);
  expect(alt).toBe('The family, drawn. Parents of Ben: Kay and Joe');
  expect(said).not.toContain('Amy');
  expect(JSON.stringify(made.blocks)).not.toContain('Lee');
  expect(made.leftOut).toContainEqual({ why: 'other-child', what: 'Who is around' });
});

test('a large network grows down the page: nobody is lost, and at most twelve who have no line stand side by side', () => {
  const many = Array.from({ length: 40 }, (_, at) => named(`p${String(at)}`, `P${String(at)}`));
  const around = many.map(({ id }) => ({ who: id, is: 'helps' }));
  const family = genogramOf([...rows, ...around], [...source.people, ...many], ['a', 'b'], network);
  const { shapes, width } = sketchOf({
    ...{ kind: 'genogram', family, alt: '', caption: '', says: 'Home', dates: {} },
  });
  const names = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(many.filter(({ name }) => !names.includes(name))).toEqual([]);
  expect(width).toBeLessThan(1400);
});
