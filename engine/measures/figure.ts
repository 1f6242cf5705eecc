import type {
  Band,
  FigureResult,
  MeasureBase,
  MeasureFigure,
  MeasureRow,
  Period,
} from '../contracts/index.ts';
import type { Asked, Occasion } from './asked.ts';
import { heldOn, holds, latestValue } from './conditions.ts';
import { isAsAt, occasionsOf } from './occasions.ts';
import { isWithin, lengthOf } from './points.ts';

/** What a figure is worked out over: who is asked of, when, and how many children live in the area. */
export interface Over extends Asked {
  children?: number;
}

const PER = 10_000;

/** One figure for a period (what is open: as at its last day), with everyone who is in it. */
export function figureOf(figure: MeasureFigure, period: Period, over: Over): FigureResult {
  const occasions = occasionsOf(figure.of, period, over);
  const rows = occasions.map((occasion) => rowOf(figure, occasion, over));
  const beside = figure.against ? occasionsOf(figure.against, period, over) : undefined;
  const counted = rows.filter((row) => row.counted).length;
  const lengths = rows.flatMap(({ length }) => length ?? []);
  return {
    ...{ id: figure.id, asAt: isAsAt(figure.of), numerator: counted },
    ...valueOf(figure, { counted, all: rows.length, beside: beside?.length ?? 0, rows, lengths, over }),
    ...(figure.length && lengths.length > 0 ? { median: medianOf(lengths) } : {}),
    ...(figure.bands ? { bands: bandsOf(figure, figure.bands, rows) } : {}),
    rows: beside
      ? [
          ...rows,
          ...beside.map((one) => ({
            ...plainRow(one, figure.against),
            counted: false,
            beside: true as const,
          })),
        ]
      : rows,
  };
}

interface Counted {
  counted: number;
  all: number;
  beside: number;
  rows: MeasureRow[];
  lengths: number[];
  over: Over;
}

function valueOf(
  { show }: MeasureFigure,
  { counted, all, beside, rows, lengths, over }: Counted,
): Partial<Pick<FigureResult, 'value' | 'denominator'>> {
  if (show === 'count') return { value: counted };
  if (show === 'share') return shareOf(counted, all);
  if (show === 'ratio') return shareOf(counted, beside);
  if (show === 'median') return lengths.length > 0 ? { value: medianOf(lengths) } : {};
  if (show === 'rate') {
    return over.children ? { denominator: over.children, value: (counted * PER) / over.children } : {};
  }
  const workers = new Set(rows.flatMap(({ worker }) => worker ?? [])).size;
  return { denominator: workers, ...(workers > 0 ? { value: counted / workers } : {}) };
}

/** In percent. */
const shareOf = (part: number, whole: number): { denominator: number; value?: number } => ({
  denominator: whole,
  ...(whole > 0 ? { value: (100 * part) / whole } : {}),
});

/** The one in the middle; of two in the middle, half way between. */
function medianOf(lengths: number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function rowOf(figure: MeasureFigure, occasion: Occasion, over: Over): MeasureRow {
  const { worker } = (figure.show === 'per-worker' ? heldOn(occasion) : undefined) ?? {};
  const length = figure.length && lengthOf(figure.length, occasion, over);
  const value = figure.valueFrom ? latestValue(figure.valueFrom, occasion) : occasion.happened?.value;
  const band = figure.bands && bandOf(figure.bands, length, value);
  return {
    ...plainRow(occasion, figure.of),
    counted: isCounted(figure, occasion, worker, over),
    ...(value === undefined ? {} : { value }),
    ...(length === undefined ? {} : { length }),
    ...(band ? { band: band.name } : {}),
    ...(worker === undefined ? {} : { worker }),
  };
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

function plainRow(
  { folded, start, here }: Occasion,
  of: MeasureBase | undefined,
): Omit<MeasureRow, 'counted'> {
  const { case: kase, child, episode } = folded.journey;
  return { case: kase, child, episode, on: of?.each === 'open' ? start : here };
}

const bandOf = (bands: Band[], length: number | undefined, value: string | undefined): Band | undefined =>
  bands.find((band) =>
    band.values ? value !== undefined && band.values.includes(value) : isWithin(length, band),
  );

function bandsOf(
  { otherwise }: MeasureFigure,
  bands: Band[],
  rows: MeasureRow[],
): NonNullable<FigureResult['bands']> {
  const told = bands.map(({ name }) => ({ name, count: rows.filter((row) => row.band === name).length }));
  const rest = rows.filter((row) => row.band === undefined).length;
  return otherwise === undefined ? told : [...told, { name: otherwise, count: rest }];
}
