// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, PracticeViews } from '#engine/browser';
import type { MapPage } from '../../../web-components/api-office/practice.ts';
import { quoted } from '../../../web-components/elements/voice/heard-card.ts';
import '../../../web-components/pages/map/beside-block.ts';
import { mapView } from '../../../web-components/pages/map/map-view.ts';
import { drawn, expectAccessible, show, showTemplate, textOf } from '../support/show.ts';

/** A practice model of another kind: other parts, other words, other ends of its scale. */
const blocks: Block[] = [
  {
    ...{ id: 'rivers', title: 'Rivers to cross', prompt: '', part: 'landscape' },
    columns: [
      { id: 'nr', label: 'Nr', type: 'number' },
      { id: 'says', label: 'River', type: 'long-text' },
    ],
  },
  {
    ...{ id: 'bridges', title: 'Bridges', prompt: '', part: 'landscape' },
    columns: [
      { id: 'nr', label: 'Nr', type: 'number' },
      { id: 'plank', label: 'Plank', type: 'long-text' },
    ],
  },
  {
    ...{ id: 'depth', title: 'How deep?', prompt: '', part: 'landscape' },
    columns: [
      { id: 'river', label: 'River', type: 'number' },
      { id: 'metres', label: 'Depth', type: 'scale', zero: 'Over our heads', ten: 'Dry feet' },
      { id: 'day', label: 'Day', type: 'date' },
      { id: 'by', label: 'Who', type: 'radios', options: [{ value: 'g', label: 'Guide' }] },
      { id: 'name', label: 'Name', type: 'short-text' },
      { id: 'for', label: 'For', type: 'children' },
      { id: 'because', label: 'Because', type: 'long-text' },
    ],
  },
  {
    ...{ id: 'songs', title: 'Songs', prompt: '', part: 'songs' },
    columns: [
      { id: 'for', label: 'Singer', type: 'children' },
      { id: 'day', label: 'Day', type: 'date' },
      { id: 'line', label: 'Line', type: 'long-text' },
      { id: 'tune', label: 'The tune', type: 'long-text' },
      { id: 'art', label: 'Art', type: 'file', picture: true },
      { id: 'artName', label: 'Its name', type: 'short-text' },
      { id: 'artSays', label: 'What it shows', type: 'short-text' },
    ],
  },
];
const practice: PracticeViews = {
  map: {
    ...{ title: 'The crossing', lead: 'Where we walk.', below: [] },
    columns: [{ title: 'Water', blocks: ['rivers'] }],
    pairs: { title: 'Ways over', of: 'rivers', with: 'bridges', by: 'nr', missing: 'No bridge yet.' },
  },
  scaling: {
    ...{ title: 'Depth over time', block: 'depth', about: 'river', overall: 0, overallTitle: 'The sea' },
    ...{ aboutTitle: 'River', score: 'metres', on: 'day', rater: 'by', name: 'name', children: 'for' },
    why: 'because',
  },
  voice: {
    ...{ title: 'What is sung', block: 'songs', child: 'for', on: 'day', words: 'line', panels: ['tune'] },
    ...{ picture: 'art', pictureTitle: 'artName', pictureSays: 'artSays', freshDays: 7, source: 'local' },
  },
};
const song = {
  id: 's1',
  for: ['una'],
  day: '2026-03-01',
  line: 'La la',
  tune: 'Low',
  art: ['f1'],
  artName: 'Boat',
};
const depth = (day: string, metres: number, river = 1) => ({
  river,
  metres,
  day,
  by: 'g',
  for: ['una', 'bo'],
});

const shown = (rows: Record<string, unknown>[]) => ({ part: 'landscape', rows, revision: 1, ended: [] });
const page: MapPage = {
  case: { id: 'c', name: 'Marsh' },
  children: [
    { id: 'una', name: 'Una' },
    { id: 'bo', name: 'Bo' },
  ],
  ...{ people: [], practice, blockShapes: blocks, codeLists: [], attachments: {} },
  blocks: {
    rivers: shown([
      { id: 'r1', nr: 1, says: 'The Styx' },
      { id: 'r2', nr: 2, says: 'The Lethe' },
    ]),
    bridges: shown([{ id: 'b1', nr: 1, plank: 'Oak' }]),
    depth: shown([
      { id: 'd1', ...depth('2026-01-01', 2) },
      { id: 'd2', ...depth('2026-02-01', 7) },
    ]),
    songs: shown([song]),
  },
  heard: [{ child: 'una', on: '2026-03-01', days: 9, old: true }],
  may: { change: true, changeNetwork: true },
};

describe('another authority’s practice model', () => {
  let main: HTMLElement;
  beforeAll(async () => {
    main = showTemplate(
      mapView(page, {
        made: [],
        personMade: () => undefined,
        saving: () => () => Promise.resolve(undefined),
      }),
    );
    await drawn(main);
  });

  it('has its own map: its columns, its pairs, what is missing of them, its words for being old', () => {
    const text = textOf(main);
    for (const says of ['Water', 'Rivers to cross', 'The Styx', 'Ways over', 'Oak', 'No bridge yet.'])
      expect(text).toContain(says);
    expect(text).toContain('It is 9 days since anybody wrote down what Una says.');
    expect(text).not.toMatch(/worr|danger|safe|house/i);
  });

  it('has its own scale, drawn with the ends it gives and every number in a table', async () => {
    const scores = main.querySelector('tl-scores');
    expect(textOf(scores)).toContain('Guide from 2 to 7.');
    expect(textOf(scores)).toContain('0 Over our heads 10 Dry feet');
    expect([...(scores?.querySelectorAll('tbody tr') ?? [])].map((row) => textOf(row))).toEqual([
      '1 February 2026 Guide 7',
      '1 January 2026 Guide 2',
    ]);
    expect(scores?.querySelector('svg')?.getAttribute('aria-label')).toContain('Guide from 2 to 7');
    await expectAccessible(main);
  });

  it('shows what a child said with the picture, its own title, and words for whoever can’t see it', () => {
    const picture = main.querySelector<HTMLImageElement>('.tl-voice img');
    expect(picture?.getAttribute('src')).toBe('/api/attachments/f1');
    expect(picture?.alt).toBe('A picture by Una, Boat');
    expect(textOf(main.querySelector('.tl-voice__panel'))).toBe('The tune Low');
  });

  it('puts a child’s words in quotation marks where they have none of their own', () => {
    expect(quoted('I don’t like the noise.')).toBe('“I don’t like the noise.”');
    expect(quoted('“Quiet at night.” She whispered it.')).toBe('“Quiet at night.” She whispered it.');
  });

  it('shows earlier numbers beside a question asked afresh only once the new answer is saved', async () => {
    const question = { id: 'q', type: 'table', block: 'depth', policy: 'ask-again', label: 'How deep now?' };
    const standing = page.blocks['depth']?.rows;
    const mine = [{ id: 'n', ...depth('2026-03-01', 5) }];
    const about = {
      page: { views: practice, blockShapes: blocks, codeLists: [], children: page.children },
      question,
      standing,
    };
    const beside = async (draft: object) => textOf(await show('tl-beside-block', { ...about, draft }));
    expect(await beside({})).toBe('');
    expect(await beside({ value: mine, revision: 0 })).toContain('Guide: 5.');
    expect(await beside({ value: mine, revision: 1 })).toContain('Guide from 2 to 5.');
  });

  it('in a form a child whom nobody heard for too long is named, until what they say is written; on a record nobody is', async () => {
    const question = {
      ...{ id: 's', label: '', type: 'table', policy: 'ask', per: 'family' },
      block: 'songs',
    };
    const views: PracticeViews = {
      voice: {
        ...{ title: 'Songs', block: 'songs', child: 'for', on: 'day', words: 'line', panels: [] },
        ...{ picture: 'art', pictureTitle: 'artName', pictureSays: 'line', freshDays: 30, source: '' },
      },
    };
    const heard = [
      { child: 'una', days: 41, old: true },
      { child: 'vic', days: 3, old: false },
      { child: 'wim', old: true },
    ];
    const named = ['una', 'vic', 'wim'].map((id) => ({ id, name: id.toUpperCase() }));
    const page = { views, blockShapes: blocks, codeLists: [], children: named, heard };
    const beside = async (draft?: object) => {
      const about = { page, question, standing: [], ...(draft ? { draft } : {}) };
      return textOf(await show('tl-beside-block', about));
    };
    expect(await beside({})).toContain('It is 41 days since anybody wrote down what UNA says.');
    expect(await beside({})).toContain('Nobody has written down yet what WIM says.');
    expect(await beside({})).not.toContain('VIC');
    const mine = [{ id: 'm', for: ['una'], day: '2026-09-01', line: 'La' }];
    expect(await beside({ value: mine, revision: 1 })).not.toContain('It is 41 days');
    expect(await beside()).toBe('');
  });
});
