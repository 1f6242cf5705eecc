import type { Day } from './calendar.ts';
import type { Standing, Tally } from './journey.ts';

/** How the work stands, as data an authority may change: processes/<pathway>/measures.json. */
export interface Measures {
  source: string;
  /** children who live in the area, for rates of 10,000; absent: rates show no figure */
  population?: { children: number; year: string; source: string };
  spans: MeasureSpan[];
  /** how many rows of living documents are counted into journeys, for practice measures */
  tallies: Tally[];
  /** which rows of living documents stand open, and how long is long */
  standing: Standing[];
  measures: MeasureDefinition[];
  practice: MeasureDefinition[];
}

/** A time that lasts: from a happening until one of others; never longer than the child’s episode. */
export interface MeasureSpan {
  id: string;
  /** absent: the whole episode */
  from?: string;
  until: string[];
}

export interface MeasureDefinition {
  id: string;
  name: string;
  /** the question it answers, as somebody would ask it */
  question: string;
  /** how it is worked out, in words */
  formula: string;
  source: string;
  /** the first is the one that is shown in a list */
  figures: MeasureFigure[];
  /** what this product cannot know of it, said where the figure stands or would stand */
  unknown?: string;
}

export interface MeasureFigure {
  id: string;
  name: string;
  /** count · rate for each 10,000 children · share of those counted · one count beside another · count by worker · median */
  show: 'count' | 'rate' | 'share' | 'ratio' | 'per-worker' | 'median';
  of: MeasureBase;
  /** share: which of them count */
  counted?: MeasureCondition;
  /** ratio: what the count stands beside */
  against?: MeasureBase;
  /** the length that bands and the median are made of */
  length?: Elapsed;
  /** by length, or by value where they name values; what fits none is told as `otherwise` */
  bands?: Band[];
  otherwise?: string;
  /** where bands by value take it from: the latest of these happenings; absent: the one that is counted */
  valueFrom?: string[];
  /**
   * Beside what ended within a time: a share of what is still open as at the last day of the period. Its name says what
   * those that count already are, as in “over 45 working days”.
   */
  still?: MeasureFigure;
  /** key into benchmarks.json */
  benchmark?: string;
}

/**
 * What is counted. `happening`: in a period, on its day. `open`: as at a day. `ended`: what was open and ended in the
 * period. `new-worker`: a change of who holds the family.
 */
export type MeasureBase =
  | {
      each: 'happening';
      facts: string[];
      values?: string[];
      where?: MeasureCondition;
      monthsEarlier?: number;
    }
  | { each: 'open'; span: string; where?: MeasureCondition }
  | { each: 'ended'; span: string }
  | { each: 'new-worker' };

export type LengthUnit = 'working-days' | 'days' | 'months' | 'hours';

/**
 * `here`: the day of the happening, or the day as at which is asked. `start`: when the open time began. `today`: the
 * day of asking. `latest`: the last on or before here. `first`: the first since the last of `since` before here.
 * `next`: the first on or after here, before what is counted happens again.
 */
export type Point =
  | 'here'
  | 'start'
  | 'today'
  | { latest: string[] }
  | { first: string[]; since?: string[] }
  | { next: string[] };

export interface Elapsed {
  from: Point;
  to: Point;
  unit: LengthUnit;
}

export interface Limits {
  least?: number;
  most?: number;
  over?: number;
  under?: number;
}

export type MeasureCondition =
  | { all: MeasureCondition[] }
  | { any: MeasureCondition[] }
  | { not: MeasureCondition }
  | { value: string[] }
  | ({ elapsed: Elapsed } & Limits)
  | { known: Point }
  | { happened: Happened }
  | { latestValue: { of: string[]; in: string[] } }
  | { open: string }
  | { notLate: string[] }
  | { gaps: MeasureGaps }
  | { tally: TallyAsked }
  | ({ standing: string } & Limits)
  | { held: 'worker' }
  | { unborn: boolean }
  | { age: Limits };

/**
 * Whether something happened: before here, by here, on the day, on or after it before what is counted happens again
 * (`next`), between a point and here (`since`), or on a later day.
 */
export interface Happened {
  facts: string[];
  values?: string[];
  when: 'before' | 'by' | 'same-day' | 'next' | 'since' | 'after';
  since?: Point;
  /** so many times; absent: once */
  least?: number;
  within?: { most: number; unit: 'working-days' | 'days' | 'months' };
  /** in any episode of the child, not in this one only */
  of?: 'child';
}

/** Every gap is short enough: from the start to the first, from one to the next, from the last to here. */
export interface MeasureGaps {
  each: string[];
  first: { most: number; unit: LengthUnit };
  then: { most: number; unit: LengthUnit };
}

/** What the latest tally on or before here says. */
export interface TallyAsked extends Limits {
  tally: string;
  /** compared with another tally in place of a number: at least as many */
  asManyAs?: string;
  /** the count is what it was on the day of the n-th last of these happenings */
  unchangedSince?: { facts: string[]; nth: number };
  /** read so many working days later */
  after?: number;
  /** the count is another than it was so many days before */
  changedWithin?: number;
}

export interface Band extends Limits {
  name: string;
  values?: string[];
}

export interface Period {
  from: Day;
  to: Day;
}

export interface MeasureResult {
  id: string;
  figures: FigureResult[];
}

/** `value` is absent where nothing can be said: nobody to count, no population known. */
export interface FigureResult {
  id: string;
  asAt: boolean;
  numerator: number;
  denominator?: number;
  value?: number;
  median?: number;
  bands?: { name: string; count: number }[];
  rows: MeasureRow[];
}

/** One that is counted, or could have been. */
export interface MeasureRow {
  case: string;
  child: string;
  episode: string;
  /** the day it happened, or on which what is open began */
  on: Day;
  counted: boolean;
  /** ratio: stands on the other side */
  beside?: true;
  value?: string;
  length?: number;
  band?: string;
  worker?: string;
}
