import { chartWords } from '../../words-office/chart.ts';
import { sayShortDay } from '../../words/dates.ts';
import type { Cell, ChartColumn } from './chart.ts';

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
/** keeps a number and its unit on one line */
const joined = '\u00a0';

/** '1,234.5' */
export const sayNumber = (value: number): string => figures.format(value);

/** '81.4 %' */
export const sayPercent = (value: number): string => `${figures.format(value)}${joined}%`;

/** 'Nov 2026' of '2026-11' */
export function sayMonth(month: string): string {
  return sayShortDay(`${month}-01`).replace(/^1 /, '');
}

/** A cell as the table and the labels of the drawing say it. */
export function sayCell(value: Cell, { kind }: Pick<ChartColumn, 'kind'>): string {
  if (value === undefined || value === '') return chartWords.notKnown;
  if (typeof value === 'number') return kind === 'percent' ? sayPercent(value) : sayNumber(value);
  if (kind === 'month' && /^\d{4}-\d{2}$/.test(value)) return sayMonth(value);
  return kind === 'day' ? sayShortDay(value) : value;
}

/** Is the cell set to the right, as a figure is? */
export const isFigure = ({ kind }: ChartColumn): boolean => kind === 'number' || kind === 'percent';
