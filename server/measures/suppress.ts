import type { FigureResult, MeasureFigure, TrendMonth } from '#engine';

/** Fewer than this many children could be told who they are by whoever may not see them. */
export const FEWEST = 6;

/** Every other number is told to the nearest of these, so that no difference of two gives a small one away. */
const ROUNDED_TO = 5;

export interface Counts {
  numerator?: number;
  denominator?: number;
  value?: number;
}

/** A figure as it may be shown: what is too small is absent. */
export interface ShownFigure extends Counts {
  median?: number;
  bands?: { name: string; count?: number }[];
  suppressed?: boolean;
}

const isSmall = (count: number): boolean => count > 0 && count < FEWEST;

/** From six to twelve is ten: a five could only be six or seven. */
const round = (count: number): number =>
  count === 0 ? 0 : Math.max(2, Math.round(count / ROUNDED_TO)) * ROUNDED_TO;

/** A number as whoever may not see the people is shown it; undefined: too small to be told. */
export const shownCount = (count: number): number | undefined => (isSmall(count) ? undefined : round(count));

/** What whoever may not see the people is shown of a figure. */
export function suppressFigure(figure: MeasureFigure, result: FigureResult): ShownFigure {
  const counts = suppressCounts(figure, result);
  const some = result.denominator ?? result.numerator;
  const median = result.median !== undefined && some >= FEWEST ? result.median : undefined;
  const bands = result.bands?.map(({ name, count }) =>
    isSmall(count) ? { name } : { name, count: round(count) },
  );
  const hides =
    counts.numerator === undefined ||
    (result.median !== undefined && median === undefined) ||
    (bands ?? []).some(({ count }) => count === undefined);
  return {
    ...counts,
    ...(median === undefined ? {} : { median }),
    ...(bands ? { bands } : {}),
    ...(hides ? { suppressed: true } : {}),
  };
}

/** A month of a trend, in the same way. */
export function suppressMonth(figure: MeasureFigure, { from, to, ...counts }: TrendMonth) {
  return { from, to, ...suppressCounts(figure, counts) };
}

function suppressCounts(
  { show }: MeasureFigure,
  counts: TrendMonth | FigureResult | Omit<TrendMonth, 'from' | 'to'>,
): Counts {
  const { numerator, denominator, value } = counts;
  // whom a rate or a caseload is divided by is no list of families
  if (show !== 'share' && show !== 'ratio') {
    if (isSmall(numerator)) return denominator === undefined ? {} : { denominator };
    const rounded = round(numerator);
    const again = value === undefined ? undefined : valueOf(rounded, denominator, show, value);
    return { numerator: rounded, ...shown({ denominator, value: again }) };
  }
  const all = denominator ?? 0;
  const rest = show === 'share' ? all - numerator : 0;
  if (isSmall(all)) return {};
  if (isSmall(numerator) || isSmall(rest)) return { denominator: round(all) };
  const whole = round(all);
  const part = rest === 0 && show === 'share' ? whole : round(numerator);
  return {
    numerator: part,
    denominator: whole,
    ...(whole > 0 ? { value: Math.round((100 * part) / whole) } : {}),
  };
}

/** Worked out again of what is shown: the exact value would tell the number it was made of. */
function valueOf(
  numerator: number,
  denominator: number | undefined,
  show: MeasureFigure['show'],
  value: number,
): number {
  if (show === 'median') return value;
  if (denominator === undefined) return numerator;
  const each = show === 'rate' ? 10_000 : 1;
  return denominator > 0 ? Math.round((10 * each * numerator) / denominator) / 10 : 0;
}

const shown = ({
  denominator,
  value,
}: {
  denominator: number | undefined;
  value: number | undefined;
}): Counts => ({
  ...(denominator === undefined ? {} : { denominator }),
  ...(value === undefined ? {} : { value }),
});
