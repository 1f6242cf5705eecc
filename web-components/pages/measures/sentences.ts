import { addDays } from '#engine/browser';
import type { FigureSays, LengthUnit, Period, TrendMonth } from '../../api-office/measures.ts';
import { sayNumber, sayPercent } from '../../elements/chart/say-cell.ts';
import { sayCount, sayList } from '../../words/lists.ts';
import { measures as words, measuresSay as says } from '../../words-office/measures.ts';
import { sayPeriod } from './periods.ts';

/** Figures as sentences. They say what was counted, of how many, and how it was before; never whether that is good. */

/** '14 working days' */
export function sayLength(length: number, unit: LengthUnit): string {
  const [one, many] = words.units[unit];
  return `${sayNumber(length)} ${length === 1 ? one : many}`;
}

/** '81 %', '132', '14 working days'; undefined where there is nothing to say or it may not be shown. */
export function sayValue(
  figure: Pick<FigureSays, 'show' | 'unit'>,
  value: number | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  if (figure.show === 'share') return sayPercent(value);
  if (figure.show === 'median' && figure.unit) return sayLength(value, figure.unit);
  return sayNumber(value);
}

/** What a value is of: '81 of 100', '132 in all'. Empty where the value says it all. */
export function sayOf({ show, numerator, denominator }: FigureSays): string {
  if (numerator === undefined) return '';
  const [part, whole] = [sayNumber(numerator), denominator === undefined ? '' : sayNumber(denominator)];
  if (show === 'share') return whole ? says.of(part, whole) : part;
  if (show === 'ratio') return whole ? says.beside(part, whole) : part;
  if (show === 'rate') return says.inAll(part);
  if (show === 'per-worker') {
    return denominator === undefined
      ? ''
      : `${sayCount(numerator, ...says.child)}, ${sayCount(denominator, ...says.worker)}`;
  }
  return '';
}

/** 'Within 15 working days, in the last 12 months: 81 of 100 (81 %); England 81.4 %. Still open today: none.' */
export function finding(figure: FigureSays, period: Period, today: string): string {
  const when = sayPeriod(period, today, figure.asAt);
  const said = `${figure.name}, ${when}: ${figureSaid(figure)}`;
  const compared = comparedWith(figure);
  return `${said}${compared ? `; ${compared}` : ''}. ${stillSaid(figure, period, today)}`.trim();
}

/** What has not ended: 'Still open today: 12, 3 of them already over 45 working days.' Empty where all is counted. */
export function stillSaid({ still }: FigureSays, period: Period, today: string): string {
  if (!still) return '';
  const when = period.to === today ? says.today : sayPeriod(period, today, true);
  const { name, open, over } = still;
  if (open === undefined) return says.fewOpen(when);
  if (open === 0) return says.noneOpen(when);
  if (over === undefined) return says.openOnly(when, sayNumber(open), name);
  return says.open(when, sayNumber(open), over === 0 ? says.noneOf : sayNumber(over), name);
}

function figureSaid(figure: FigureSays): string {
  if (figure.suppressed && figure.value === undefined) return words.fewer;
  const value = sayValue(figure, figure.value);
  if (value === undefined) return figure.denominator === 0 ? words.none : says.notKnown;
  const of = sayOf(figure);
  if (figure.show === 'share') return `${of} (${value})`;
  // for each of what, the figure's name says
  return of === '' ? value : `${value} (${of})`;
}

/** 'England 81.4 %, North East 83 %' */
export function comparedWith(figure: FigureSays): string {
  const areas = figure.benchmark?.areas ?? [];
  return areas
    .flatMap(({ name, value }) => (value === undefined ? [] : `${name} ${sayValue(figure, value) ?? ''}`))
    .join(', ');
}

/**
 * How the months went: the first half of them and the second, each counted together, so that one small month does not
 * speak for all. As at a day: how it was at the first and at the last.
 */
export function trendFinding(figure: FigureSays): string {
  const months = figure.trend ?? [];
  if (months.some(({ numerator }) => numerator === undefined)) {
    const some = months.some(({ value }) => value !== undefined);
    return some ? words.someFew(runSaid(figure)) : words.allFew;
  }
  const known = months.filter(({ value, numerator }) => value !== undefined || numerator !== undefined);
  if (known.length < 2) return says.tooFewMonths;
  if (figure.asAt || figure.show === 'median' || figure.show === 'per-worker') {
    const values = months.flatMap((month) => month.value ?? []);
    const [first, last] = [values[0], values.at(-1)].map((value) => sayValue(figure, value));
    return first === undefined || last === undefined
      ? says.tooFewMonths
      : says.ends(first, last, months.length);
  }
  const half = Math.floor(months.length / 2);
  const [before, after] = [months.slice(0, half), months.slice(half)].map((part) => together(figure, part));
  const [early, late] = [half, months.length - half].map((count) => sayCount(count, ...words.units.months));
  const said = says.halves(before ?? '', early ?? '', after ?? '', late ?? '');
  return isUnder(months.at(-1)) ? `${said} ${words.notOver}` : said;
}

function together(figure: FigureSays, months: readonly TrendMonth[]): string {
  const part = sum(months.map(({ numerator }) => numerator));
  if (figure.show !== 'share' && figure.show !== 'ratio') return sayNumber(part);
  const whole = sum(months.map(({ denominator }) => denominator));
  if (whole === 0) return words.none;
  const value = sayValue(figure, (100 * part) / whole) ?? '';
  return figure.show === 'share'
    ? `${says.of(sayNumber(part), sayNumber(whole))} (${value})`
    : says.forEach(value);
}

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

/** Which band most are in, and how many that is: '11 to 20 is the most frequent: 180 of 640.' */
export function bandsFinding(figure: FigureSays): string {
  const bands = figure.bands ?? [];
  const all = sum(bands.map(({ count }) => count));
  const most = Math.max(0, ...bands.map(({ count }) => count ?? 0));
  if (all === 0 || most === 0) return words.nobody;
  const names = bands.filter(({ count }) => count === most).map(({ name }) => `“${name}”`);
  const median =
    figure.median === undefined || !figure.unit ? '' : says.half(sayLength(figure.median, figure.unit));
  const whole = bands.every(({ count }) => count !== undefined);
  const many = whole ? says.of(sayNumber(most), sayNumber(all)) : sayNumber(most);
  const said = `${says.mostOften(sayList(names), names.length > 1, many)}${median}.`;
  return whole ? said : `${said} ${words.fewBands}`;
}

/** What a run of months says to those who do not see it: its ends, and its lowest and highest beyond them. */
export function runSaid(figure: FigureSays): string {
  const values = (figure.trend ?? []).flatMap(({ value }) => value ?? []);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return words.notKnown;
  const say = (value: number): string => sayValue(figure, value) ?? '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return words.steady(say(first));
  return [
    words.fromTo(say(first), say(last)),
    ...(least < Math.min(first, last) ? [words.lowest(say(least))] : []),
    ...(most > Math.max(first, last) ? [words.highest(say(most))] : []),
  ].join(', ');
}

/** Is the last month still going on? */
const isUnder = (month: TrendMonth | undefined): boolean =>
  month !== undefined && addDays(month.to, 1).slice(8) !== '01';
