import type { Day, Journey } from '../contracts/index.ts';
import { daysApart } from './days-apart.ts';
import { isLateOn } from './late.ts';
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
  const there: Stay[] = [];
  for (const journey of journeys) {
    if (journey.opened > day || (journey.closed !== undefined && journey.closed <= day)) continue;
    const stay = stageOn(journey, day);
    if (!stay) continue;
    const days = daysApart(stay.from, day);
    there.push({ ...stay, journey, days, late: isLateOn(journey, day) });
  }
  return there;
}

/** Who held the family at the end of a day. */
export function heldOn({ held }: Pick<Journey, 'held'>, day: Day): Journey['held'][number] | undefined {
  return held.findLast(({ from }) => from <= day);
}
