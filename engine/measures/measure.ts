import type {
  Calendar,
  Day,
  Journey,
  MeasureDefinition,
  MeasureResult,
  Measures,
  Period,
} from '../contracts/index.ts';
import { caseloadOf } from './caseload.ts';
import { figureOf } from './figure.ts';
import type { Over } from './figure.ts';

/** What a measure is worked out with beside its definition: what is open when, bank holidays, and the day of asking. */
export interface MeasuredWith {
  measures: Pick<Measures, 'spans' | 'population'>;
  calendar: Calendar;
  today: Day;
}

/** A measure over journeys: every figure of its definition with everyone who is in it. */
export function measure(
  definition: MeasureDefinition,
  journeys: readonly Journey[],
  period: Period,
  by: MeasuredWith,
): MeasureResult {
  const over = readyOver(journeys, by);
  return { id: definition.id, figures: definition.figures.map((figure) => figureOf(figure, period, over)) };
}

export function readyOver(journeys: readonly Journey[], { measures, calendar, today }: MeasuredWith): Over {
  return {
    ...{ caseload: caseloadOf(journeys), calendar, today },
    spans: spansOf(measures.spans),
    ...(measures.population ? { children: measures.population.children } : {}),
  };
}

const spans = new WeakMap<Measures['spans'], Over['spans']>();

function spansOf(told: Measures['spans']): Over['spans'] {
  const known = spans.get(told);
  if (known) return known;
  const made = new Map(told.map((span) => [span.id, span]));
  spans.set(told, made);
  return made;
}
