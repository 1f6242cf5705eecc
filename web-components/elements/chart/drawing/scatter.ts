import { boxX, dot, text, tickX, type Markish } from '@observablehq/plot';
import { chartWords } from '../../../words-office/chart.ts';
import { columnOf, type Chart, type ChartRow } from '../chart.ts';
import { sayCell } from '../say-cell.ts';
import { comparisons, frame, lying, namesOf, numberIn, ticksFor } from './bars.ts';
import { domainOf, drawn, figure, mainColour, numbersIn, sideways, textColour } from './look.ts';

/** Every value as a dot, or all of them as a box; the median is named. One strip a name, or one for all. */
export function drawScatter(chart: Chart, width: number): Element {
  const size = columnOf(chart, 'size');
  const along = columnOf(chart, 'along')?.id;
  const place = lying(chart, width, 40, 44);
  const domain = domainOf(
    [...numbersIn(chart, 'size'), ...chart.references.map(({ value }) => value)],
    size?.kind === 'percent',
  );
  const rows = chart.rows.filter((row) => numberIn(row, size?.id) !== undefined);
  const at = {
    x: (row: ChartRow) => numberIn(row, size?.id) ?? NaN,
    y: (row: ChartRow) => nameIn(row, along),
  };
  const medians = place.domain.map((name) => ({
    name,
    value: medianOf(rows.filter((row) => nameIn(row, along) === name).map(at.x)),
  }));
  const middle = {
    x: 'value',
    y: 'name',
    stroke: textColour,
    strokeWidth: 3,
    insetTop: 4 + place.above,
    insetBottom: 12,
  };
  const inset = 10 + place.above / 2;
  const marks: Markish[] = [
    ...sideways(size, ticksFor(width - place.left - place.right)),
    chart.kind === 'box'
      ? boxX(rows, {
          ...at,
          fill: '#b9cdc8',
          stroke: mainColour,
          insetTop: inset,
          insetBottom: inset,
          dy: place.above / 2 - 4,
        })
      : dot(rows, {
          ...at,
          dy: place.above / 2 - 4,
          r: 4,
          fill: mainColour,
          fillOpacity: 0.35,
          stroke: mainColour,
        }),
    tickX(medians, middle),
    ...comparisons(chart, place, domain, width),
    ...namesOf(place),
    text(medians, {
      ...{ ...figure, x: 'value', y: 'name', dy: place.above / 2 + 20 },
      text: ({ value }: { value: number }) =>
        Number.isNaN(value) ? '' : chartWords.median(size ? sayCell(value, size) : String(value)),
    }),
  ];
  return drawn(chart, { ...frame(place, width), x: { domain }, marks });
}

const nameIn = (row: ChartRow, along: string | undefined): string =>
  along === undefined ? '' : String(row[along] ?? '');

/** The middle value; of an even number, halfway between the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}
