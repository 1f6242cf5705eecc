import type { Chart } from '../chart.ts';
import { drawBars } from './bars.ts';
import { drawHistogram } from './histogram.ts';
import { drawLine } from './line.ts';
import { drawPanels } from './panels.ts';
import { drawScatter } from './scatter.ts';
import { drawIntervals } from './intervals.ts';
import { drawStacked } from './stacked.ts';

const drawings: Record<Chart['kind'], (chart: Chart, width: number) => Element> = {
  line: drawLine,
  bar: drawBars,
  stacked: drawStacked,
  interval: drawIntervals,
  strip: drawScatter,
  box: drawScatter,
  histogram: drawHistogram,
  multiples: drawPanels,
};

/** A chart as an SVG of this width, in pixels. */
export function drawChart(chart: Chart, width: number): Element {
  return drawings[chart.kind](chart, width);
}
