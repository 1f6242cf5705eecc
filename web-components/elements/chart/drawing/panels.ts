import { axisX, dot, lineY, ruleY, text, type Markish } from '@observablehq/plot';
import { columnOf, seriesOf, type Chart, type ChartRow } from '../chart.ts';
import { sayCell } from '../say-cell.ts';
import { numberIn } from './bars.ts';
import { fontSize, widthOf } from './labels.ts';
import { axisColour, domainOf, drawn, mainColour, numbersIn, textColour, tickSaid, upwards } from './look.ts';

/** A small drawing is no narrower: its name and two figures must fit. */
const least = 250;
const tall = 150;

/** Small drawings of one scale beside and under one another, each with its name and its last figure. */
export function drawPanels(chart: Chart, width: number): Element {
  const [along, size, panel] = (['along', 'size', 'panel'] as const).map((part) => columnOf(chart, part));
  const panels = seriesOf(chart, 'panel');
  const beside = Math.max(1, Math.min(panels.length, Math.floor(width / least)));
  const nameOf = (row: ChartRow): string => String(row[panel?.id ?? ''] ?? '');
  const place = {
    fx: (row: ChartRow) => panels.indexOf(nameOf(row)) % beside,
    fy: (row: ChartRow) => Math.floor(panels.indexOf(nameOf(row)) / beside),
  };
  const ticks = [...new Set(chart.rows.map((row) => String(row[along?.id ?? ''] ?? '')))];
  const domain = domainOf(numbersIn(chart, 'size'), size?.kind === 'percent');
  const at = {
    ...place,
    x: (row: ChartRow) => String(row[along?.id ?? ''] ?? ''),
    y: (row: ChartRow) => numberIn(row, size?.id) ?? NaN,
  };
  const lasts = panels.flatMap((name) => chart.rows.filter((row) => nameOf(row) === name).slice(-1));
  const ends = [ticks[0], ticks.at(-1)].filter((one) => one !== undefined);
  const marks: Markish[] = [
    ...upwards(size, 3),
    ...ends.map((end, index) =>
      axisX([end], {
        ...{ color: axisColour, fontSize, tickSize: 4, label: null },
        textAnchor: index === 0 ? 'start' : 'end',
        tickFormat: (one: string) => (along ? sayCell(one, along) : one),
      }),
    ),
    ruleY([0], { stroke: axisColour }),
    lineY(chart.rows, { ...at, z: nameOf, stroke: mainColour, strokeWidth: 2 }),
    dot(chart.rows, { ...at, r: 2.5, fill: mainColour }),
    text(lasts, {
      ...{
        ...place,
        frameAnchor: 'top-left',
        dx: 0,
        dy: -20,
        textAnchor: 'start',
        fontSize,
        fontWeight: 'bold',
      },
      text: (row: ChartRow) => `${nameOf(row)} ${size ? sayCell(row[size.id], size) : ''}`,
      fill: textColour,
    }),
  ];
  const left = widthOf(tickSaid(size)(domain[1])) + 16;
  return drawn(chart, {
    ...{ width, height: Math.ceil(panels.length / beside) * (tall + 54) + 40 },
    ...{ marginTop: 34, marginBottom: 30, marginLeft: left, marginRight: 40 },
    x: { type: 'point', domain: ticks, padding: 0.2 },
    y: { domain },
    fx: { axis: null, padding: 0.18 },
    fy: { axis: null, padding: 0.4 },
    marks,
  });
}
