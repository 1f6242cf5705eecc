import { axisX, axisY, gridX, gridY, plot, type Markish, type PlotOptions } from '@observablehq/plot';
import type { Chart, ChartColumn } from '../chart.ts';
import { columnOf } from '../chart.ts';
import { sayNumber, sayPercent } from '../say-cell.ts';
import { fontSize } from './labels.ts';

/** White ground, axes #595959, words level: guidance of the Government Analysis Function on charts. */
export const axisColour = '#595959';
export const gridColour = '#dfe4e2';
export const mainColour = '#12436d';
export const textColour = '#0b0c0c';

/** From nothing to a little more than the greatest; a percentage never past the whole. */
export function domainOf(values: readonly number[], percent: boolean): [number, number] {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  if (percent && least >= 0) return [0, Math.min(100, niceAbove(most * 1.05))];
  return [least, niceAbove(most * 1.05)];
}

/** What an axis ends at: a round number not far above. */
function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

/** The numbers that stand in a part of the drawing. */
export function numbersIn(chart: Chart, ...parts: Parameters<typeof columnOf>[1][]): number[] {
  return parts.flatMap((part) => {
    const column = columnOf(chart, part);
    return column ? chart.rows.map((row) => row[column.id]).filter((one) => typeof one === 'number') : [];
  });
}

/** What the axis of sizes says beside its figures. */
export function axisName(column: ChartColumn | undefined, unit: string): string {
  return unit === '' ? (column?.name ?? '') : unit;
}

export const tickSaid =
  (column: ChartColumn | undefined) =>
  (value: number): string =>
    column?.kind === 'percent' ? sayPercent(value) : sayNumber(value);

/** A figure in a drawing: a white edge keeps it readable upon a line. */
export const figure = {
  ...{ fontSize, fill: textColour, stroke: '#ffffff', strokeWidth: 4 },
} as const;

const axis = { color: axisColour, fontSize, tickSize: 4, label: null } as const;

/** Sizes upwards, with lines to read them by. */
export const upwards = (column: ChartColumn | undefined, ticks = 5): Markish[] => [
  gridY({ stroke: gridColour, strokeOpacity: 1, ticks }),
  axisY({ ...axis, ticks, tickFormat: tickSaid(column), tickSize: 0 }),
];

/** Sizes from left to right. */
export const sideways = (column: ChartColumn | undefined, ticks: number): Markish[] => [
  gridX({ stroke: gridColour, strokeOpacity: 1, ticks }),
  axisX({ ...axis, ticks, tickFormat: tickSaid(column), tickSize: 0 }),
];

/** Names along the foot, lying flat. */
export const names = (
  ticks: readonly string[],
  say: (name: string) => string,
  more: { anchor?: 'bottom' } = {},
): Markish => axisX([...ticks], { ...axis, ...more, tickFormat: say, tickRotate: 0 });

/** Names down the side. */
export const namesDown = (say: (name: string) => string): Markish =>
  axisY({ ...axis, tickSize: 0, tickPadding: 8, tickFormat: say });

/** Draws, and takes out the style that the service's policy of contents would refuse; the stylesheet says the same. */
export function drawn(chart: Chart, options: PlotOptions): Element {
  const drawing = plot({ ...options, ariaLabel: chart.title, ariaDescription: chart.summary });
  for (const style of drawing.querySelectorAll('style')) style.remove();
  // one picture with one name: its parts are not read out one by one
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('font-family', 'arial, sans-serif');
  drawing.setAttribute('font-size', String(fontSize));
  drawing.setAttribute('class', 'tl-chart__drawing');
  return drawing;
}
