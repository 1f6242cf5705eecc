import type { FigureSays, TrendMonth } from '../../api-office/measures.ts';
import type { Chart, ChartColumn, ChartRow } from '../../elements/chart/chart.ts';
import { measures as words } from '../../words-office/measures.ts';
import { bandsFinding, trendFinding } from '../measures/sentences.ts';

/** A palette that is told apart goes no further. */
const mostParts = 6;

/** The figure month by month, beside what is published of a year. */
export function trendChart(figure: FigureSays): Chart {
  const percent = figure.show === 'share';
  const { benchmark, trend = [] } = figure;
  const { columns } = words;
  const parts: ChartColumn[] = percent
    ? [
        { id: 'counted', name: columns.counted, kind: 'number' },
        { id: 'of', name: columns.of, kind: 'number' },
      ]
    : [];
  return {
    title: words.trendOf(figure.name),
    summary: trendFinding(figure),
    kind: 'line',
    unit: '',
    columns: [
      { id: 'month', name: columns.month, kind: 'month', draws: 'along' },
      { id: 'value', name: figure.name, kind: percent ? 'percent' : 'number', draws: 'size' },
      ...parts,
    ],
    rows: trend.map(monthRow),
    references: (benchmark?.overAYear ? [] : (benchmark?.areas ?? [])).flatMap(({ name, value }) =>
      value === undefined ? [] : { name, value },
    ),
  };
}

function monthRow(month: TrendMonth): ChartRow {
  const { from, numerator, denominator, value } = month;
  const few = numerator === undefined && denominator !== 0 ? words.fewer : undefined;
  return { month: from.slice(0, 7), value: value ?? few, counted: numerator ?? few, of: denominator };
}

/** How many fell into each band; where parts of the same kind are published, the shares of both as bars of parts. */
export function bandsChart(figure: FigureSays): Chart | undefined {
  const bands = figure.bands ?? [];
  const all = bands.reduce((sum, { count }) => sum + (count ?? 0), 0);
  if (all === 0) return undefined;
  const published = (figure.benchmark?.areas ?? []).filter((area) => area.bands?.length === bands.length);
  const chart = {
    title: words.bandsOf(figure.name),
    summary: bandsFinding(figure),
    unit: '',
    references: [],
  };
  const { columns } = words;
  const whole = bands.every(({ count }) => count !== undefined);
  if (published.length > 0 && bands.length <= mostParts && whole) {
    const here = { name: columns.here, bands: bands.map(({ count }) => (100 * (count ?? 0)) / all) };
    return {
      ...{ ...chart, kind: 'stacked' },
      columns: [
        { id: 'where', name: columns.where, kind: 'text', draws: 'along' },
        { id: 'band', name: columns.band, kind: 'text', draws: 'series' },
        { id: 'share', name: columns.share, kind: 'percent', draws: 'size' },
        { id: 'count', name: columns.count, kind: 'number' },
      ],
      rows: [here, ...published].flatMap((area, nth) =>
        bands.map(({ name, count }, at) => ({
          ...{ where: area.name, band: name, share: area.bands?.[at] ?? 0 },
          count: nth === 0 ? count : undefined,
        })),
      ),
    };
  }
  return {
    ...{ ...chart, kind: 'histogram' },
    columns: [
      { id: 'band', name: columns.band, kind: 'text', draws: 'along' },
      { id: 'count', name: columns.count, kind: 'number', draws: 'size' },
      ...(whole ? [{ id: 'share', name: columns.share, kind: 'percent' } as const] : []),
      ...published.map(({ id, name }) => ({ id, name, kind: 'percent' }) as const),
    ],
    rows: bands.map(({ name, count }, at) => ({
      ...{ band: name, count: count ?? words.fewer, share: (100 * (count ?? 0)) / all },
      ...Object.fromEntries(published.map((area) => [area.id, area.bands?.[at]])),
    })),
  };
}
