import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { stumbles } from '../support/look-at-sheet.ts';
import { readSheets } from '../support/sheets.ts';
import type { Sheet } from '../support/sheets.ts';

const folder = new URL('../../processes/child-protection/2-redesigned/', import.meta.url);
const descriptor: unknown = JSON.parse(
  readFileSync(new URL('../../processes/pathway.moddle.json', import.meta.url), 'utf8'),
);
const xml = readFileSync(new URL('pathway.bpmn', folder), 'utf8');

describe('the drawing of the redesigned pathway', () => {
  let read: Awaited<ReturnType<typeof readSheets>>;
  beforeAll(async () => {
    read = await readSheets(xml, descriptor);
  });

  test('is opened without a warning', () => {
    expect(read.warnings).toEqual([]);
  });

  test('shows every element once, and every line', () => {
    const drawn = read.sheets.flatMap(({ shapes, lines }) => [...shapes, ...lines]).map(({ id }) => id);
    expect(drawn.toSorted()).toEqual(read.elements.map(({ id }) => id).toSorted());
  });

  test('lays out every page so that nothing crosses, covers or leans', () => {
    const found = read.sheets.flatMap((sheet) => stumbles(sheet).map((words) => `${sheet.id}: ${words}`));
    expect(found).toEqual([]);
  });

  test('opens each stage of the main pathway on a page of its own', () => {
    const pages = read.sheets.map(({ id }) => id);
    const stages = read.elements.filter(({ $type, id }) => $type === 'bpmn:SubProcess' && pages.includes(id));
    expect(stages.map(({ name }) => name)).toEqual([
      'Contact',
      'Referral',
      'Child and family assessment',
      'Strategy discussion',
      'Section 47 enquiry',
      'Transfer-in',
      'Initial conference',
      'Child protection plan',
      'Child in need plan',
    ]);
  });
});

describe('looking at a page', () => {
  const box = (x: number, y: number) => ({ x, y, width: 40, height: 40 });
  const page = (change: Partial<Sheet>): Sheet => ({
    id: 'page',
    shapes: [
      { id: 'a', box: box(0, 0), holds: false },
      { id: 'b', box: box(100, 0), holds: false },
    ],
    lines: [{ id: 'a-b', from: 'a', to: 'b', way: [point(40, 20), point(100, 20)] }],
    labels: [],
    ...change,
  });
  const point = (x: number, y: number) => ({ x, y });

  test('finds nothing wrong with two boxes and a line', () => {
    expect(stumbles(page({}))).toEqual([]);
  });

  test('finds lines that cross, lean or end in the air', () => {
    const shapes = [
      ...page({}).shapes,
      { id: 'c', box: box(50, -100), holds: false },
      { id: 'd', box: box(50, 100), holds: false },
    ];
    const across = { id: 'c-d', from: 'c', to: 'd', way: [point(70, -60), point(70, 100)] };
    expect(stumbles(page({ shapes, lines: [...page({}).lines, across] }))).toEqual(['a-b crosses c-d']);
    const leaning = { id: 'a-b', from: 'a', to: 'b', way: [point(40, 10), point(100, 30)] };
    expect(stumbles(page({ lines: [leaning] }))).toEqual(['a-b runs aslant']);
    const short = { id: 'a-b', from: 'a', to: 'b', way: [point(40, 20), point(90, 20)] };
    expect(stumbles(page({ lines: [short] }))).toEqual(['a-b ends in the air']);
  });

  test('finds words and boxes that cover something, and lines that run through a box', () => {
    expect(stumbles(page({ labels: [{ id: 'a', box: box(30, 25) }] }))).toEqual(['the words of a lie on a']);
    expect(stumbles(page({ labels: [{ id: 'a-b', box: box(50, 5) }] }))).toEqual([
      'the words of a-b lie on a-b',
    ]);
    const middle = { id: 'c', box: box(50, 0), holds: false };
    expect(stumbles(page({ shapes: [...page({}).shapes, middle] }))).toEqual(['a-b runs through c']);
    const near = { id: 'c', box: box(120, 10), holds: false };
    expect(stumbles(page({ shapes: [...page({}).shapes, near] }))).toEqual(['b lies on c']);
  });
});
