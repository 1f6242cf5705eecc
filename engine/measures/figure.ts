import type {
  Band,
  Day,
  FigureResult,
  MeasureBase,
  MeasureFigure,
  MeasureRow,
  Period,
} from '../contracts/index.ts';
import type { Asked, Occasion } from './asked.ts';
import { heldOn, holds, latestValue } from './conditions.ts';
import { occasionsIn, occasionsOf } from './occasions.ts';
import { isWithin, lengthOf } from './points.ts';
import { figureOfSum, sumOf } from './sums.ts';

/** What a figure is worked out over: who is asked of, when, and how many children live in the area. */
export interface Over extends Asked {
  children?: number;
}

/** One figure for a period (what is open: as at its last day), with everyone who is in it. */
export function figureOf(figure: MeasureFigure, period: Period, over: Over): FigureResult {
  const rows = rowsOf(figure, period, over);
  return { ...figureOfSum(figure, sumOf(rows), over.children), rows };
}

/** Everyone who is in a figure; who stands beside them comes last. */
export function rowsOf(figure: MeasureFigure, period: Period, over: Over): MeasureRow[] {
  return sidesOf(figure).flatMap((side) => rowsOfSide(figure, side, occasionsOf(side, period, over), over));
}

/** What a figure looks at, and what stands beside it. */
export function sidesOf({ of, against }: MeasureFigure): MeasureBase[] {
  return against ? [of, against] : [of];
}

/** Who is in one side of a figure on a day: a figure of what happened is the same for every period the day is in. */
export function rowsOn(figure: MeasureFigure, side: MeasureBase, day: Day, over: Over): MeasureRow[] {
  return rowsOfSide(figure, side, occasionsIn(side, { from: day, to: day }, over), over);
}

function rowsOfSide(
  figure: MeasureFigure,
  side: MeasureBase,
  occasions: Occasion[],
  over: Over,
): MeasureRow[] {
  if (side === figure.of) return occasions.map((one) => rowOf(figure, one, over));
  return occasions.map((one) => ({ ...plainRow(one, side, false), beside: true as const }));
}

function rowOf(figure: MeasureFigure, occasion: Occasion, over: Over): MeasureRow {
  const worker = figure.show === 'per-worker' ? heldOn(occasion)?.worker : undefined;
  const length = figure.length && lengthOf(figure.length, occasion, over);
  const value = figure.valueFrom ? latestValue(figure.valueFrom, occasion) : occasion.happened?.value;
  const band = figure.bands && bandOf(figure.bands, length, value);
  const row = plainRow(occasion, figure.of, isCounted(figure, occasion, worker, over));
  if (value !== undefined) row.value = value;
  if (length !== undefined) row.length = length;
  if (band) row.band = band.name;
  if (worker !== undefined) row.worker = worker;
  return row;
}

/** A family that nobody holds yet is in nobody’s caseload. */
function isCounted(
  { counted, show }: MeasureFigure,
  occasion: Occasion,
  worker: string | undefined,
  over: Over,
): boolean {
  if (show === 'per-worker' && worker === undefined) return false;
  return !counted || holds(counted, occasion, over);
}

function plainRow({ folded, start, here }: Occasion, of: MeasureBase, counted: boolean): MeasureRow {
  const { case: kase, child, episode } = folded.journey;
  return { case: kase, child, episode, on: of.each === 'open' ? start : here, counted };
}

const bandOf = (bands: Band[], length: number | undefined, value: string | undefined): Band | undefined =>
  bands.find((band) =>
    band.values ? value !== undefined && band.values.includes(value) : isWithin(length, band),
  );
