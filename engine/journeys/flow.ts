import type { Day, Journey } from '../contracts/index.ts';
import type { Stay } from './board-on.ts';
import { daysApart } from './days-apart.ts';

/** A child going from one stage to another: from none when the episode began, to none when it ended. */
export interface Step {
  journey: Journey;
  on: Day;
  from?: string;
  to?: string;
  /** calendar days in the stage that was left */
  days?: number;
}

/** Every step from stage to stage in a period, first and last day included. */
export function flowIn(journeys: readonly Journey[], from: Day, to: Day): Step[] {
  const steps: Step[] = [];
  for (const journey of journeys) {
    const { opened, closed, stages } = journey;
    if (opened > to || (closed !== undefined && closed < from)) continue;
    let before: Journey['stages'][number] | undefined;
    for (const stay of stages) {
      if (stay.from >= from && stay.from <= to) steps.push(stepOf(journey, before, stay.from, stay.stage));
      before = stay;
    }
    if (before && closed !== undefined && closed <= to) steps.push(stepOf(journey, before, closed));
  }
  return steps;
}

function stepOf(
  journey: Journey,
  before: Journey['stages'][number] | undefined,
  on: Day,
  entered?: string,
): Step {
  const step: Step = { journey, on };
  if (entered !== undefined) step.to = entered;
  if (before === undefined) return step;
  step.from = before.stage;
  if (before.to !== undefined) step.days = daysApart(before.from, before.to);
  return step;
}

/** Every stay in a stage that ended in a period. */
export function staysEnded(journeys: readonly Journey[], from: Day, to: Day): Omit<Stay, 'late'>[] {
  const ended: Omit<Stay, 'late'>[] = [];
  for (const journey of journeys) {
    if (journey.opened > to || (journey.closed !== undefined && journey.closed < from)) continue;
    for (const stay of journey.stages) {
      if (stay.to === undefined || stay.to < from || stay.to > to) continue;
      ended.push({ ...stay, journey, days: daysApart(stay.from, stay.to) });
    }
  }
  return ended;
}

/** Median and 90th percentile of days, each a length that was met with; undefined of nothing. */
export function spread(days: number[]): { n: number; median: number; p90: number } | undefined {
  if (days.length === 0) return undefined;
  const sorted = Int32Array.from(days).sort();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, median: at(0.5), p90: at(0.9) };
}
