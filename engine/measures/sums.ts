import type { FigureResult, MeasureFigure, MeasureRow } from '../contracts/index.ts';

/**
 * A figure as numbers that may be added and taken away: what it is of everybody after one family changed is what it
 * was, less what that family was in it, and what that family is in it now.
 */
export interface Sum {
  counted: number;
  all: number;
  beside: number;
  /** how many there are of each length, in each band ('' for none), with each worker */
  lengths: Map<number, number>;
  bands: Map<string, number>;
  workers: Map<string, number>;
}

const PER = 10_000;

export function sumOf(rows: MeasureRow[]): Sum {
  const sum: Sum = {
    counted: 0,
    all: 0,
    beside: 0,
    lengths: new Map(),
    bands: new Map(),
    workers: new Map(),
  };
  for (const { counted, beside, length, band = '', worker } of rows) {
    if (beside) {
      sum.beside += 1;
      continue;
    }
    sum.all += 1;
    if (counted) sum.counted += 1;
    if (length !== undefined) add(sum.lengths, length, 1);
    add(sum.bands, band, 1);
    if (worker !== undefined) add(sum.workers, worker, 1);
  }
  return sum;
}

/** Several sums as one. */
export function together(sums: Iterable<Sum>): Sum {
  const all = sumOf([]);
  for (const { counted, all: everyone, beside, lengths, bands, workers } of sums) {
    all.counted += counted;
    all.all += everyone;
    all.beside += beside;
    for (const [length, count] of lengths) add(all.lengths, length, count);
    for (const [band, count] of bands) add(all.bands, band, count);
    for (const [worker, count] of workers) add(all.workers, worker, count);
  }
  return all;
}

/** One sum with another added to it, and a third taken from it. */
export function changedBy(sum: Sum, { come, gone }: { come: Sum; gone: Sum }): Sum {
  return {
    counted: sum.counted + come.counted - gone.counted,
    all: sum.all + come.all - gone.all,
    beside: sum.beside + come.beside - gone.beside,
    lengths: mapChanged(sum.lengths, come.lengths, gone.lengths),
    bands: mapChanged(sum.bands, come.bands, gone.bands),
    workers: mapChanged(sum.workers, come.workers, gone.workers),
  };
}

function mapChanged<Key>(
  was: Map<Key, number>,
  come: Map<Key, number>,
  gone: Map<Key, number>,
): Map<Key, number> {
  if (come.size === 0 && gone.size === 0) return was;
  const now = new Map(was);
  for (const [key, count] of come) add(now, key, count);
  for (const [key, count] of gone) add(now, key, -count);
  return now;
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  const now = (counts.get(key) ?? 0) + count;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}

/** A figure as its sum says it; `children` live in the area. */
export function figureOfSum(
  { id, show, of, length, bands, otherwise }: MeasureFigure,
  sum: Sum,
  children: number | undefined,
): Omit<FigureResult, 'rows'> {
  const told = bands?.map(({ name }) => ({ name, count: sum.bands.get(name) ?? 0 }));
  const rest = { name: otherwise ?? '', count: sum.bands.get('') ?? 0 };
  return {
    ...{ id, asAt: of.each === 'open', numerator: sum.counted },
    ...valueOf(show, sum, children),
    ...(length && sum.lengths.size > 0 ? { median: medianOf(sum.lengths) } : {}),
    ...(told ? { bands: otherwise === undefined ? told : [...told, rest] } : {}),
  };
}

function valueOf(
  show: MeasureFigure['show'],
  { counted, all, beside, lengths, workers }: Sum,
  children: number | undefined,
): Partial<Pick<FigureResult, 'value' | 'denominator'>> {
  if (show === 'count') return { value: counted };
  if (show === 'share') return shareOf(counted, all);
  if (show === 'ratio') return shareOf(counted, beside);
  if (show === 'median') return lengths.size > 0 ? { value: medianOf(lengths) } : {};
  if (show === 'rate') return children ? { denominator: children, value: (counted * PER) / children } : {};
  return { denominator: workers.size, ...(workers.size > 0 ? { value: counted / workers.size } : {}) };
}

/** In percent. */
const shareOf = (part: number, whole: number): { denominator: number; value?: number } => ({
  denominator: whole,
  ...(whole > 0 ? { value: (100 * part) / whole } : {}),
});

/** The one in the middle; of two in the middle, half way between. */
function medianOf(lengths: Map<number, number>): number {
  const sorted = [...lengths].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const nth = (place: number): number => {
    let passed = 0;
    for (const [length, count] of sorted) if ((passed += count) > place) return length;
    return 0;
  };
  return (nth((total - 1) >> 1) + nth(total >> 1)) / 2;
}
