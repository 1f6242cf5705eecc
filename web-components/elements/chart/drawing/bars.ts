import { barX, ruleX, text, type Markish } from '@observablehq/plot';
import { columnOf, type Chart, type ChartRow } from '../chart.ts';
import { sayCell } from '../say-cell.ts';
import { fontSize, lineHeight, linesOf, widthOf, wrap } from './labels.ts';
import { axisColour, domainOf, drawn, mainColour, figure, namesDown, numbersIn, sideways } from './look.ts';

/** How lying bars stand: room for their names on the left, for figures on the right, for comparisons above. */
export interface Lying {
  left: number;
  right: number;
  top: number;
  height: number;
  /** pixels that names take above their bars; 0 when they stand on the left */
  above: number;
  say: (name: string) => string;
  domain: string[];
}

const bottom = 34;
/** narrower, names stand above their bars, so that both have the whole width */
const narrow = 520;
/** between bars, as a share of the room of one */
const gap = 0.12;

/** Bars lie, so that their names can be read without turning the head. */
export function lying(chart: Chart, width: number, right: number, thick = 24): Lying {
  const along = columnOf(chart, 'along');
  const domain = [...new Set(chart.rows.map((row) => (along ? String(row[along.id] ?? '') : '')))];
  const over = width < narrow;
  const say = (name: string): string =>
    wrap(along ? sayCell(name, along) : name, over ? width - 40 : width * 0.34);
  const tallest = Math.max(1, ...domain.map((name) => linesOf(say(name))));
  const top = 10 + chart.references.length * lineHeight;
  const above = over && domain.some((name) => name !== '') ? tallest * lineHeight + 4 : 0;
  return {
    ...{ right, top, say, domain, above },
    left: over ? 24 : Math.max(24, ...domain.map((name) => widthOf(say(name)))) + 18,
    height:
      top +
      bottom +
      domain.length * (over ? thick + above + 12 : Math.max(thick + 12, tallest * lineHeight + 8)),
  };
}

/** Bars with their figure at the end. */
export function drawBars(chart: Chart, width: number): Element {
  const size = columnOf(chart, 'size');
  const along = columnOf(chart, 'along')?.id ?? '';
  const said = (row: ChartRow): string => (size ? sayCell(row[size.id], size) : '');
  const place = lying(chart, width, Math.max(40, ...chart.rows.map((row) => widthOf(said(row)) + 14)));
  const domain = domainOf(
    [...numbersIn(chart, 'size'), ...chart.references.map(({ value }) => value)],
    size?.kind === 'percent',
  );
  const length = (row: ChartRow): number => numberIn(row, size?.id) ?? 0;
  const y = (row: ChartRow): string => String(row[along] ?? '');
  const marks: Markish[] = [
    ...sideways(size, ticksFor(width - place.left - place.right)),
    barX(chart.rows, { x: length, y, fill: mainColour, insetTop: 2 + place.above, insetBottom: 2 }),
    ...comparisons(chart, place, domain, width),
    ...namesOf(place),
    // a figure that is not known is said where its bar would begin
    text(chart.rows, {
      x: length,
      y,
      text: said,
      textAnchor: 'start',
      dx: 6,
      dy: place.above / 2,
      ...figure,
    }),
    ruleX([0], { stroke: axisColour }),
  ];
  return drawn(chart, { ...frame(place, width), x: { domain }, marks });
}

/** The names on the left, or above each bar where it is narrow. */
export function namesOf(place: Lying): Markish[] {
  if (place.above === 0) return [namesDown(place.say)];
  const { height, top, domain, say, above } = place;
  const band = ((height - top - bottom) / (domain.length + gap)) * (1 - gap);
  return [
    text(domain, {
      ...{
        y: (name: string) => name,
        text: say,
        frameAnchor: 'left',
        textAnchor: 'start',
        lineAnchor: 'top',
      },
      ...{ dx: 2, dy: 2 - Math.max(band / 2, above / 2), ...figure, lineHeight: lineHeight / fontSize },
    }),
  ];
}

export const ticksFor = (room: number): number => Math.max(2, Math.min(6, Math.floor(room / 70)));

export const numberIn = (row: ChartRow, id: string | undefined): number | undefined => {
  const value = id === undefined ? undefined : row[id];
  return typeof value === 'number' ? value : undefined;
};

/** The measurements of a drawing of lying bars. */
export function frame(place: Lying, width: number): object {
  const { left, right, top, height, domain } = place;
  return {
    ...{ width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom },
    // what stands above the bars is no axis
    y: { domain, padding: gap, ...(place.above > 0 ? { axis: null } : {}) },
  };
}

/** Upright lines to compare with; their names stand above, each on a line of its own. */
export function comparisons(
  chart: Chart,
  place: Lying,
  [least, most]: readonly [number, number],
  width: number,
): Markish[] {
  const size = columnOf(chart, 'size') ?? columnOf(chart, 'to');
  const room = width - place.left - place.right;
  return chart.references.flatMap(({ name, value }, at) => {
    const share = (value - least) / (most - least || 1);
    const says = `${name} ${size ? sayCell(value, size) : String(value)}`;
    // to the side on which there is room
    const before = share * room + widthOf(says) + 8 > room + place.right;
    return [
      ruleX([value], { stroke: axisColour, strokeWidth: 1.5, strokeDasharray: at % 2 ? '2 4' : '6 4' }),
      text([value], {
        ...{ x: (one: number) => one, frameAnchor: 'top', text: () => says, ...figure },
        ...{ textAnchor: before ? 'end' : 'start', dx: before ? -5 : 5 },
        dy: -(place.top - 12) + at * lineHeight,
      }),
    ];
  });
}
