import { barX, ruleX, text, type Markish } from '@observablehq/plot';
import { columnOf, seriesOf, type Chart } from '../chart.ts';
import { colourOf } from '../colours.ts';
import { frame, lying, namesOf, numberIn, ticksFor } from './bars.ts';
import { fontSize } from './labels.ts';
import { axisColour, domainOf, drawn, sideways } from './look.ts';

interface Piece {
  along: string;
  from: number;
  to: number;
  series: number;
}

/** Bars of parts; each part carries the number of its name in the key, and a white line divides it from the next. */
export function drawStacked(chart: Chart, width: number): Element {
  const size = columnOf(chart, 'size');
  const place = lying(chart, width, 28);
  const pieces = piecesOf(chart);
  const domain = domainOf(
    pieces.map(({ to }) => to),
    size?.kind === 'percent',
  );
  const room = width - place.left - place.right;
  const wide = ({ from, to }: Piece): boolean => ((to - from) / (domain[1] - domain[0])) * room >= 16;
  const marks: Markish[] = [
    ...sideways(size, ticksFor(room)),
    ...namesOf(place),
    barX(pieces, {
      ...{ x1: 'from', x2: 'to', y: 'along', insetTop: 2 + place.above, insetBottom: 2, insetRight: 1 },
      fill: ({ series }: Piece) => colourOf(series).fill,
    }),
    text(pieces.filter(wide), {
      ...{
        x: ({ from, to }: Piece) => (from + to) / 2,
        y: 'along',
        dy: place.above / 2,
        fontSize,
        fontWeight: 'bold',
      },
      text: ({ series }: Piece) => String(series + 1),
      fill: ({ series }: Piece) => colourOf(series).text,
    }),
    ruleX([0], { stroke: axisColour }),
  ];
  return drawn(chart, { ...frame(place, width), x: { domain }, color: { type: 'identity' }, marks });
}

/** Where each part begins and ends: on what stands before it in its bar. */
function piecesOf(chart: Chart): Piece[] {
  const names = seriesOf(chart);
  const [along, size, series] = (['along', 'size', 'series'] as const).map(
    (part) => columnOf(chart, part)?.id,
  );
  const reached = new Map<string, number>();
  return chart.rows.map((row) => {
    const name = String(row[along ?? ''] ?? '');
    const from = reached.get(name) ?? 0;
    const to = from + (numberIn(row, size) ?? 0);
    reached.set(name, to);
    return { along: name, from, to, series: names.indexOf(String(row[series ?? ''] ?? '')) };
  });
}
