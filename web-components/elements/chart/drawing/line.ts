import { dot, lineY, ruleY, text, type Markish } from '@observablehq/plot';
import { chartWords } from '../../../words-office/chart.ts';
import { columnOf, seriesOf, type Chart, type ChartRow } from '../chart.ts';
import { colourOf } from '../colours.ts';
import { sayCell, sayMonth } from '../say-cell.ts';
import { everyNth, fontSize, lineHeight, linesOf, spreadLabels, widthOf, wrap } from './labels.ts';
import {
  axisColour,
  domainOf,
  drawn,
  mainColour,
  names,
  numbersIn,
  textColour,
  tickSaid,
  upwards,
} from './look.ts';

const height = 300;
const top = 12;
/** months stand on two lines */
const bottom = 46;
const dashes = ['6 4', '2 4', '10 3 2 3'];

interface Label {
  text: string;
  value: number;
  /** of a line drawn here, not of a comparison */
  own: boolean;
}

/** A run over time: one line a series, each named at its end, and lines to compare with. */
export function drawLine(chart: Chart, width: number): Element {
  const { along, size } = partsOf(chart);
  const ticks = [...new Set(chart.rows.map((row) => String(row[along] ?? '')))];
  const domain = domainOf(
    [...numbersIn(chart, 'size'), ...chart.references.map(({ value }) => value)],
    columnOf(chart, 'size')?.kind === 'percent',
  );
  const labels = labelsOf(chart).map((label) => ({ ...label, text: wrap(label.text, width * 0.26) }));
  const left = widthOf(tickSaid(columnOf(chart, 'size'))(domain[1])) + 16;
  const right = Math.max(24, ...labels.map((label) => widthOf(label.text) + 18));
  const said = ticks.map((tick) => tickOf(chart, tick, ticks));
  const nth = everyNth(said, width - left - right);
  const shown = ticks.filter((_, at) => (ticks.length - 1 - at) % nth === 0);
  const marks: Markish[] = [
    ...upwards(columnOf(chart, 'size')),
    names(shown, (name) => tickOf(chart, name, shown)),
    ruleY([0], { stroke: axisColour }),
    ...chart.references.map(({ value }, at) =>
      ruleY([value], {
        stroke: axisColour,
        strokeWidth: 1.5,
        strokeDasharray: dashes[at % dashes.length] ?? '6 4',
      }),
    ),
    ...linesAndDots(chart, along, size),
    ...besides(labels, domain),
  ];
  return drawn(chart, {
    ...{ width, height, marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right },
    x: { type: 'point', domain: ticks, padding: 0.3 },
    y: { domain },
    marks,
  });
}

function partsOf(chart: Chart): { along: string; size: string } {
  return { along: columnOf(chart, 'along')?.id ?? '', size: columnOf(chart, 'size')?.id ?? '' };
}

/** 'Nov', with its year below where one begins. */
function tickOf(chart: Chart, name: string, shown: readonly string[]): string {
  const column = columnOf(chart, 'along');
  if (column?.kind !== 'month') return column ? sayCell(name, column) : name;
  const [month = name, year = ''] = sayMonth(name).split(' ');
  const before = shown[shown.indexOf(name) - 1];
  return before?.slice(0, 4) === name.slice(0, 4) ? month : `${month}\n${year}`;
}

const sizeIn = (row: ChartRow, size: string): number => {
  const value = row[size];
  // a gap in the line: what is not known is not drawn as nothing
  return typeof value === 'number' ? value : NaN;
};

function linesAndDots(chart: Chart, along: string, size: string): Markish[] {
  const series = columnOf(chart, 'series')?.id;
  const all = series === undefined ? [undefined] : seriesOf(chart);
  return all.flatMap((name, at) => {
    const rows =
      name === undefined ? chart.rows : chart.rows.filter((row) => String(row[series ?? '']) === name);
    const colour = name === undefined ? mainColour : colourOf(at).fill;
    const place = { x: (row: ChartRow) => String(row[along]), y: (row: ChartRow) => sizeIn(row, size) };
    const symbol =
      (['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const)[at % 6] ?? 'circle';
    return [
      lineY(rows, { ...place, stroke: colour, strokeWidth: 2.5 }),
      dot(rows, { ...place, fill: colour, r: 3.5, symbol }),
    ];
  });
}

/** Each line by name where it ends, each comparison by name, all with their figure. */
function labelsOf(chart: Chart): Label[] {
  const { size } = partsOf(chart);
  const column = columnOf(chart, 'size');
  const series = columnOf(chart, 'series')?.id;
  const lines = (series === undefined ? [chartWords.latest] : seriesOf(chart)).flatMap((name) => {
    const last = chart.rows.findLast(
      (row) => typeof row[size] === 'number' && (series === undefined || String(row[series]) === name),
    );
    const value = last?.[size];
    if (typeof value !== 'number' || !column) return [];
    return [{ value, text: `${name} ${sayCell(value, column)}`, own: true }];
  });
  const compared = chart.references.map(({ name, value }) => ({
    ...{ value, own: false },
    text: `${name} ${column ? sayCell(value, column) : String(value)}`,
  }));
  return [...lines, ...compared];
}

function besides(labels: readonly Label[], [least, most]: [number, number]): Markish[] {
  const room = height - top - bottom;
  const wanted = labels.map(({ value, text: said }) => ({
    at: top + room * (1 - (value - least) / (most - least || 1)),
    height: linesOf(said) * lineHeight + 2,
  }));
  const placed = spreadLabels(wanted, top - 8, height - bottom + 8);
  return labels.map(({ text: said, own }, at) =>
    text([said], {
      ...{ frameAnchor: 'right', textAnchor: 'start', dx: 8, fontSize, lineHeight: lineHeight / fontSize },
      // measured from the middle of the drawing
      dy: (placed[at] ?? 0) - (top + room / 2),
      fill: textColour,
      fontWeight: own ? 'bold' : 'normal',
    }),
  );
}
