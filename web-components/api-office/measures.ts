import { get, post, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface Period {
  from: string;
  to: string;
}

/** What an address asks for; ids only. */
export interface MeasuresAsked {
  from?: string;
  to?: string;
  team?: string;
  worker?: string;
}

/** A number that is too small to be shown to this reader is absent. */
export interface TrendMonth extends Period {
  numerator?: number;
  denominator?: number;
  value?: number;
}

/** Published figures of a year beside which a figure stands. */
export interface Benchmark {
  year: string;
  source: string;
  note?: string;
  /** a year's figure beside a figure of another length of time can't be compared */
  overAYear?: boolean;
  areas: { id: string; name: string; value?: number; median?: number; bands?: number[] }[];
}

export type Shown = 'count' | 'rate' | 'share' | 'ratio' | 'per-worker' | 'median';
export type LengthUnit = 'working-days' | 'days' | 'months' | 'hours';

export interface FigureSays {
  id: string;
  name: string;
  show: Shown;
  asAt: boolean;
  /** some of it is too small to be shown to this reader */
  suppressed?: boolean;
  numerator?: number;
  denominator?: number;
  /** share and ratio: in percent */
  value?: number;
  median?: number;
  unit?: LengthUnit;
  bands?: { name: string; count?: number }[];
  trend?: TrendMonth[];
  /** beside what ended: what is open as at the last day, and how many of those are what `name` says */
  still?: { name: string; open?: number; over?: number };
  benchmark?: Benchmark;
}

export interface MeasureSays {
  id: string;
  name: string;
  question: string;
  /** what this product can't know of it */
  unknown?: string;
  figures: FigureSays[];
}

export interface MeasuresPage {
  period: Period;
  today: string;
  filters: { teams: Named[]; workers: Named[] };
  /** children of the area, for rates */
  population?: { children: number; year: string; source: string };
  measures: MeasureSays[];
}

export const loadMeasures = (asked: MeasuresAsked): Promise<Answered<MeasuresPage>> =>
  get(`/measures${query({ ...asked })}`);

/** One that is counted, or could have been; the names are people's, or the reader's own pseudonyms for them. */
export interface MeasureRow {
  case: string;
  family: string;
  /** id of the child, and the name */
  child: string;
  name: string;
  on: string;
  counted: boolean;
  /** stands on the other side of a ratio */
  beside?: boolean;
  value?: string;
  length?: number;
  band?: string;
  worker?: string;
}

/** Those who count, those who could have, both, or the other side of a ratio. */
export type Which = 'counted' | 'others' | 'all' | 'beside';

export interface MeasurePage extends Omit<MeasuresPage, 'measures'> {
  measure: MeasureSays & { formula: string; source: string };
  list: {
    figure: string;
    which: Which;
    /** false: this reader sees numbers, and by name only whom their role lets them open */
    named: boolean;
    total?: number;
    /** how to ask for the rows after these */
    next?: string;
    rows: MeasureRow[];
  };
}

/** Which list of which figure, and how many of it are passed over. */
export interface ListAsked {
  figure?: string;
  which?: Which;
  after?: string;
}

export const loadMeasure = (id: string, asked: MeasuresAsked & ListAsked): Promise<Answered<MeasurePage>> =>
  get(`/measures/${encodeURIComponent(id)}${query({ ...asked })}`);

/** Where a table of all figures, or of those who are in one, is downloaded. */
export const tableOfMeasures = (asked: MeasuresAsked): string => `/api/measures.csv${query(periodOf(asked))}`;
export const tableOfRows = (id: string, asked: MeasuresAsked & ListAsked): string =>
  `/api/measures/${encodeURIComponent(id)}/rows.csv${query({ ...periodOf(asked), figure: asked.figure, which: asked.which })}`;

const periodOf = ({ from, to, team, worker }: MeasuresAsked): Record<string, string | undefined> => ({
  ...{ from, to, team, worker },
});

/** Tells that a list is printed, before it is: who printed which families stands in the audit. */
export const tellListPrinted = (
  kind: 'measure' | 'passage',
  id: string,
  cases: readonly string[],
): Promise<Answered<unknown>> => post('/prints', { kind, id, cases: cases.slice(0, 2000) }, true);

/** A practice measure: it leads to families in which it was done well, never to who did it less well. */
export interface PracticeSays extends MeasureSays {
  formula: string;
  source: string;
  examples: { case: string; family: string }[];
}

export interface PracticePage {
  period: Period;
  today: string;
  measures: PracticeSays[];
}

export const loadPractice = ({ from, to }: MeasuresAsked): Promise<Answered<PracticePage>> =>
  get(`/practice${query({ from, to })}`);
