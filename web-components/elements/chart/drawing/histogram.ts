import { barY, ruleY, text, type Markish } from '@observablehq/plot';
import { columnOf, type Chart, type ChartRow } from '../chart.ts';
import { sayCell } from '../say-cell.ts';
import { drawBars, numberIn } from './bars.ts';
import { fontSize, widthOf } from './labels.ts';
import {
  axisColour,
  axisName,
  domainOf,
  drawn,
  figure,
  mainColour,
  names,
  numbersIn,
  tickSaid,
  upwards,
} from './look.ts';

/** Bands in their order, touching, as many as fell in each above it; where the names have no room, as lying bars. */
export function drawHistogram(chart: Chart, width: number): Element {
  const [along, size] = [columnOf(chart, 'along'), columnOf(chart, 'size')];
  const name = (row: ChartRow): string => (along ? String(row[along.id] ?? '') : '');
  const said = (row: ChartRow): string => (size ? sayCell(row[size.id], size) : '');
  const domain = domainOf(numbersIn(chart, 'size'), size?.kind === 'percent');
  const left = widthOf(tickSaid(size)(domain[1])) + 16;
  const each = (width - left - 16) / Math.max(1, chart.rows.length);
  const sayName = (one: string): string => (along ? sayCell(one, along) : one);
  if (chart.rows.some((row) => Math.max(widthOf(sayName(name(row))), widthOf(said(row))) + 6 > each))
    return drawBars(chart, width);
  const height = (row: ChartRow): number => numberIn(row, size?.id) ?? 0;
  const marks: Markish[] = [
    ...upwards(size),
    names(chart.rows.map(name), sayName),
    barY(chart.rows, { x: name, y: height, fill: mainColour, insetLeft: 1 }),
    text(chart.rows, { x: name, y: height, text: said, dy: -10, ...figure }),
    text([axisName(along, chart.unit)], {
      ...{ frameAnchor: 'bottom-right', textAnchor: 'end', dy: 46, fontSize, fill: axisColour },
    }),
    ruleY([0], { stroke: axisColour }),
  ];
  return drawn(chart, {
    ...{ width, height: 300, marginTop: 22, marginBottom: 54, marginLeft: left, marginRight: 16 },
    ...{ x: { domain: chart.rows.map(name), padding: 0 }, y: { domain } },
    marks,
  });
}
