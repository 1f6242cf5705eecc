import { dot, link, text, tickX, type Markish } from '@observablehq/plot';
import { columnOf, type Chart, type ChartRow } from '../chart.ts';
import { sayCell } from '../say-cell.ts';
import { comparisons, frame, lying, namesOf, numberIn, ticksFor } from './bars.ts';
import { domainOf, drawn, figure, mainColour, numbersIn, sideways } from './look.ts';

/** From where to where, a bar each, both ends in figures; the size, where there is one, is a dot between them. */
export function drawIntervals(chart: Chart, width: number): Element {
  const [along, from, to, size] = (['along', 'from', 'to', 'size'] as const).map((part) =>
    columnOf(chart, part),
  );
  const place = lying(chart, width, 56, 34);
  const domain = domainOf(
    [...numbersIn(chart, 'from', 'to', 'size'), ...chart.references.map(({ value }) => value)],
    to?.kind === 'percent',
  );
  const rows = chart.rows.filter((row) => [from, to].every((one) => numberIn(row, one?.id) !== undefined));
  const y = (row: ChartRow): string => String(row[along?.id ?? ''] ?? '');
  const x = (column: typeof from) => (row: ChartRow) => numberIn(row, column?.id) ?? NaN;
  const says = (column: typeof from) => (row: ChartRow) => (column ? sayCell(row[column.id], column) : '');
  const end = { y, stroke: mainColour, strokeWidth: 2.5, insetTop: 12 + place.above, insetBottom: 12 };
  const dy = place.above / 2;
  const said = { ...figure, y, dy };
  const marks: Markish[] = [
    ...sideways(to, ticksFor(width - place.left - place.right)),
    link(rows, { x1: x(from), x2: x(to), y1: y, y2: y, dy, stroke: mainColour, strokeWidth: 4 }),
    tickX(rows, { ...end, x: x(from) }),
    tickX(rows, { ...end, x: x(to) }),
    ...comparisons(chart, place, domain, width),
    ...namesOf(place),
    text(rows, { ...said, x: x(from), text: says(from), textAnchor: 'end', dx: -6 }),
    text(rows, { ...said, x: x(to), text: says(to), textAnchor: 'start', dx: 6 }),
    ...(size
      ? [
          dot(rows, { x: x(size), y, dy, r: 6, fill: mainColour, stroke: '#ffffff' }),
          text(rows, { ...said, x: x(size), text: says(size), dy: dy - 16, fontWeight: 'bold' }),
        ]
      : []),
  ];
  return drawn(chart, { ...frame(place, width), x: { domain }, marks });
}
