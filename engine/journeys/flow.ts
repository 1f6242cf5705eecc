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
  const isIn = (day: Day): boolean => day >= from && day <= to;
  return journeys.flatMap((journey) => {
    if (journey.opened > to || (journey.closed !== undefined && journey.closed < from)) return [];
    const { stages, closed } = journey;
    const steps = stages.flatMap((stay, at): Step[] => {
      if (!isIn(stay.from)) return [];
      const before = stages[at - 1];
      return [{ journey, on: stay.from, to: stay.stage, ...(before ? left(before) : {}) }];
    });
    const last = stages.at(-1);
    const ended = last && closed !== undefined && isIn(closed);
    return ended ? [...steps, { journey, on: closed, ...left(last) }] : steps;
  });
}

function left({ stage, from, to }: Journey['stages'][number]): Pick<Step, 'from' | 'days'> {
  return { from: stage, ...(to === undefined ? {} : { days: daysApart(from, to) }) };
}

/** Every stay in a stage that ended in a period. */
export function staysEnded(journeys: readonly Journey[], from: Day, to: Day): Omit<Stay, 'late'>[] {
  return journeys.flatMap((journey) => {
    if (journey.opened > to || (journey.closed !== undefined && journey.closed < from)) return [];
    return journey.stages.flatMap((stay) => {
      if (stay.to === undefined || stay.to < from || stay.to > to) return [];
      return [{ ...stay, journey, days: daysApart(stay.from, stay.to) }];
    });
  });
}

/** Median and 90th percentile of days, each a length that was met with; undefined of nothing. */
export function spread(days: number[]): { n: number; median: number; p90: number } | undefined {
  if (days.length === 0) return undefined;
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, median: at(0.5), p90: at(0.9) };
}
