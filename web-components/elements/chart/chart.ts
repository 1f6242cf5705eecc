/** A number is drawn; a text in its place ('fewer than 6') is said in the table, and left out of the drawing. */
export type Cell = number | string | undefined;
export type ChartRow = Readonly<Record<string, Cell>>;

export interface ChartColumn {
  id: string;
  name: string;
  /** how its cells are said: a day is 'YYYY-MM-DD', a month 'YYYY-MM', a percentage 0 to 100 */
  kind: 'text' | 'number' | 'percent' | 'day' | 'month';
  /** which part of the drawing it is; a column without one stands in the table only */
  draws?: ChartPart;
}

/** Along what, how much, from and to where, of which series, in which of several small drawings. */
export type ChartPart = 'along' | 'size' | 'from' | 'to' | 'series' | 'panel';

export type ChartKind = 'line' | 'bar' | 'stacked' | 'interval' | 'strip' | 'box' | 'histogram' | 'multiples';

export interface ReferenceLine {
  name: string;
  value: number;
}

/** Everything a chart is made of: plain values, so that the drawing, the table and the file say the same. */
export interface Chart {
  title: string;
  /** one sentence: what was found, and of how many */
  summary: string;
  rows: readonly ChartRow[];
  columns: readonly ChartColumn[];
  kind: ChartKind;
  /** of the sizes, where the column does not say it: 'working days' */
  unit: string;
  references: readonly ReferenceLine[];
}

export type Missing = 'title' | 'summary' | 'rows' | 'columns';

/** Which columns a kind can't be drawn without. */
const needed: Record<ChartKind, readonly ChartPart[]> = {
  line: ['along', 'size'],
  bar: ['along', 'size'],
  stacked: ['along', 'size', 'series'],
  interval: ['along', 'from', 'to'],
  strip: ['size'],
  box: ['size'],
  histogram: ['along', 'size'],
  multiples: ['along', 'size', 'panel'],
};

/** What a chart lacks to be drawn; empty when it lacks nothing. */
export function missingOf({ title, summary, rows, columns, kind }: Chart): Missing[] {
  const lacks: Missing[] = [];
  if (title.trim() === '') lacks.push('title');
  if (summary.trim() === '') lacks.push('summary');
  if (rows.length === 0) lacks.push('rows');
  const drawn = columns.map(({ draws }) => draws);
  if (!needed[kind].every((part) => drawn.includes(part))) lacks.push('columns');
  return lacks;
}

/** The column that is this part of the drawing. */
export function columnOf(chart: Pick<Chart, 'columns'>, part: ChartPart): ChartColumn | undefined {
  return chart.columns.find(({ draws }) => draws === part);
}

/** Names of the series in the order they first stand in the rows. */
export function seriesOf(chart: Pick<Chart, 'columns' | 'rows'>, part: ChartPart = 'series'): string[] {
  const column = columnOf(chart, part);
  if (!column) return [];
  return [...new Set(chart.rows.map((row) => String(row[column.id] ?? '')))];
}
