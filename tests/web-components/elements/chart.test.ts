// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../../web-components/elements/chart/chart.ts';
import { csvText, fileNameOf } from '../../../web-components/elements/chart/csv.ts';
import { drawChart } from '../../../web-components/elements/chart/drawing/draw.ts';
import { everyNth, spreadLabels, widthOf } from '../../../web-components/elements/chart/drawing/labels.ts';
import '../../../web-components/elements/chart/tl-chart.ts';
import { drawn, expectAccessible, field, show, textOf } from '../support/show.ts';

const columns: Chart['columns'] = [
  { id: 'month', name: 'Month', kind: 'month', draws: 'along' },
  { id: 'share', name: 'Share', kind: 'percent', draws: 'size' },
  { id: 'of', name: 'Of', kind: 'number' },
];
const chart: Chart = {
  title: 'Held in time',
  summary: 'In November 2 of 3 were held in time.',
  kind: 'line',
  unit: '',
  references: [{ name: 'England', value: 81.4 }],
  columns,
  rows: [
    { month: '2026-09', share: 81.44, of: 1234 },
    { month: '2026-10', share: 'fewer than 6', of: undefined },
    { month: '2026-11', share: 66.7, of: 3 },
  ],
};

describe('a chart', () => {
  it('says in its table every row and every column, as people read figures', async () => {
    const element = await show('tl-chart', chart);
    const lines = [...element.querySelectorAll('table tr')].map((line) => [...line.children].map(textOf));
    expect(lines).toEqual([
      ['Month', 'Share', 'Of'],
      ['Sep 2026', '81.4 %', '1,234'],
      ['Oct 2026', 'fewer than 6', 'not known'],
      ['Nov 2026', '66.7 %', '3'],
    ]);
  });

  it.each([
    ['title', { title: '' }],
    ['sentence that says what was found', { summary: ' ' }],
    ['figures', { rows: [] }],
    ['column to draw', { columns: columns.slice(1) }],
  ])('without its %s draws nothing and says so', async (missing, without) => {
    const element = await show('tl-chart', { ...chart, ...without });
    expect(textOf(element)).toContain(`it has no ${missing}.`);
    expect(element.querySelector('figure, table, button')).toBeNull();
  });

  it('is named and described for those who do not see it, and brings no style of its own', async () => {
    const element = await show('tl-chart', chart);
    await vi.waitUntil(() => element.querySelector('.tl-chart__drawing'));
    await drawn(element);
    const drawing = field(element, '.tl-chart__drawing');
    expect(drawing.getAttribute('role')).toBe('img');
    expect(drawing.getAttribute('aria-label')).toBe(chart.title);
    expect(textOf(element.querySelector(`#${drawing.getAttribute('aria-describedby') ?? ''}`))).toBe(
      chart.summary,
    );
    expect(element.querySelectorAll('style, [style]')).toHaveLength(0);
    await expectAccessible(element);
  });

  it('opens its table for paper, and closes it afterwards', async () => {
    const element = await show('tl-chart', chart);
    const details = field<HTMLDetailsElement>(element, 'details');
    window.dispatchEvent(new Event('beforeprint'));
    expect(details.open).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(details.open).toBe(false);
  });
});

const said = (drawing: Element): string[] => [...drawing.querySelectorAll('text')].map(textOf);

describe('a drawing', () => {
  it('writes the last figure and what it is compared with beside the line, and leaves a gap for what is not known', () => {
    const drawing = drawChart(chart, 800);
    expect(said(drawing)).toEqual(expect.arrayContaining(['Latest 66.7 %', 'England 81.4 %']));
    expect(drawing.querySelectorAll('circle')).toHaveLength(2);
  });

  const bands: Chart = {
    ...chart,
    kind: 'histogram',
    columns: [
      { id: 'band', name: 'Band', kind: 'text', draws: 'along' },
      { id: 'count', name: 'Count', kind: 'number', draws: 'size' },
      { id: 'series', name: 'Who', kind: 'text', draws: 'series' },
    ],
    rows: ['0 to 10', '11 to 15', '16 and more'].map((band, at) => ({
      band,
      count: 4 + at,
      series: `s${at}`,
    })),
  };

  it.each(['histogram', 'bar'] as const)(
    'of kind %s writes each figure at its bar, wide and narrow',
    (kind) => {
      for (const width of [800, 340])
        expect(said(drawChart({ ...bands, kind }, width))).toEqual(
          expect.arrayContaining(['0 to 10', '11 to 15', '16 and more', '4', '5', '6']),
        );
    },
  );

  it('of parts numbers them as the key beside it does', async () => {
    const stacked = { ...bands, kind: 'stacked' as const };
    expect(said(drawChart(stacked, 800))).toEqual(expect.arrayContaining(['1', '2', '3']));
    const element = await show('tl-chart', stacked);
    expect([...element.querySelectorAll('.tl-chart__key li')].map(textOf)).toEqual(['1 s0', '2 s1', '3 s2']);
  });

  it('of a spread names the median', () => {
    const spread: Chart = {
      ...bands,
      kind: 'strip',
      columns: [{ id: 'count', name: 'Days', kind: 'number', draws: 'size' }],
    };
    expect(said(drawChart(spread, 800))).toContain('median 5');
    expect(said(drawChart({ ...spread, kind: 'box' }, 800))).toContain('median 5');
  });

  it('of intervals writes both ends and the middle', () => {
    const interval: Chart = {
      ...bands,
      kind: 'interval',
      columns: [
        { id: 'stage', name: 'Stage', kind: 'text', draws: 'along' },
        { id: 'from', name: 'From', kind: 'number', draws: 'from' },
        { id: 'to', name: 'To', kind: 'number', draws: 'to' },
        { id: 'middle', name: 'Median', kind: 'number', draws: 'size' },
      ],
      rows: [{ stage: 'First', from: 12, middle: 31, to: 44 }],
    };
    expect(said(drawChart(interval, 800))).toEqual(expect.arrayContaining(['First', '12', '31', '44']));
  });

  it('of several small ones names each with its last figure', () => {
    const panels: Chart = {
      ...chart,
      kind: 'multiples',
      columns: [...columns, { id: 'team', name: 'Team', kind: 'text', draws: 'panel' }],
    };
    const rows = ['Harbour', 'Orchard'].flatMap((team) => chart.rows.map((row) => ({ ...row, team })));
    expect(said(drawChart({ ...panels, rows }, 800))).toEqual(
      expect.arrayContaining(['Harbour 66.7 %', 'Orchard 66.7 %']),
    );
  });
});

describe('words in a drawing', () => {
  it('never cover each other, stay inside, and keep their order', () => {
    const labels = [50, 52, 51, 298].map((at) => ({ at, height: 20 }));
    const placed = spreadLabels(labels, 0, 300);
    const inOrder = [0, 2, 1, 3].map((at) => placed[at] ?? NaN);
    inOrder.slice(1).forEach((at, before) => expect(at - (inOrder[before] ?? 0)).toBeGreaterThanOrEqual(20));
    expect(Math.max(...placed)).toBeLessThanOrEqual(290);
    expect(placed[0]).toBe(50);
  });

  it('are left out where there is no room, and lie flat', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
    expect(everyNth(months, 600)).toBe(1);
    expect(everyNth(months, (widthOf('Jan') + 10) * 3)).toBe(2);
  });
});

describe('the file of a chart', () => {
  it('keeps numbers numbers, and tells a formula as text', () => {
    const text = csvText(columns, [
      { month: '=1+1', share: -3, of: undefined },
      { month: '+44', share: '＝x', of: 12.5 },
      { month: '-x', share: 'say "so", then', of: 0 },
    ]);
    expect(text).toBe(
      '\uFEFF"Month","Share","Of"\r\n"\'=1+1",-3,\r\n"\'+44","\'＝x",12.5\r\n"\'-x","say ""so"", then",0\r\n',
    );
  });

  it('is named after the chart', () => {
    expect(fileNameOf('Held in time, 15 days')).toBe('held-in-time-15-days.csv');
    expect(fileNameOf('…')).toBe('figures.csv');
  });
});
