import type { Day, Journey, Moment } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { daysApart } from './days-apart.ts';
import { stageOn } from './stages.ts';

/** A child in a stage: on a day, or from one day to another. */
export interface Stay {
  journey: Journey;
  stage: string;
  from: Day;
  to?: Day;
  /** calendar days from the first to the last, or to the day that was asked for */
  days: number;
  late: boolean;
}

/** Every child who was in a stage at the end of a day, as a board of that day would have shown them. */
export function boardOn(journeys: readonly Journey[], day: Day): Stay[] {
  return journeys.flatMap((journey) => {
    if (journey.opened > day || (journey.closed !== undefined && journey.closed <= day)) return [];
    const stay = stageOn(journey, day);
    if (!stay) return [];
    const days = daysApart(stay.from, day);
    return [{ ...stay, journey, days, late: isLateOn(journey, day) }];
  });
}

/** Whether something ran on the day that was due before it, by the dates as they are known now. */
export function isLateOn({ clocks }: Pick<Journey, 'clocks'>, day: Day): boolean {
  return clocks.some(
    ({ from, due, stopped }) =>
      // a moment is of its own day or of the next one: most are told apart without asking the calendar
      due.slice(0, 10) < day &&
      (stopped === undefined || stopped.slice(0, 10) >= day) &&
      dayPart(due) < day &&
      (stopped === undefined || dayPart(stopped) > day) &&
      dayPart(from) <= day,
  );
}

const dayPart = (on: Day | Moment): Day => (on.includes('T') ? dayOf(on) : on);

/** Who held the family at the end of a day. */
export function heldOn({ held }: Pick<Journey, 'held'>, day: Day): Journey['held'][number] | undefined {
  return held.findLast(({ from }) => from <= day);
}
