import { addDays, dayOf } from '#engine';
import type { Answers, Day, Moment } from '#engine';
import { chanceFor } from './random.ts';

/** Days until which a step is agreed. */
const [soonest, latest] = [14, 56];

/**
 * What was agreed is for a later day than that of the form, and most of what was due by now is done. From a stream of its
 * own: what else is made up does not change with it.
 */
export function stepsInTime(answers: Answers, about: { name: string; day: Day; until: Moment }): Answers {
  const chance = chanceFor(1, `steps ${about.name}`);
  for (const value of Object.values(answers.answers)) {
    if (!Array.isArray(value)) continue;
    for (const row of value as unknown[]) {
      if (isStep(row)) Object.assign(row, inTime(row, chance, about));
    }
  }
  return answers;
}

interface Step {
  byWhen: Day;
  done?: string;
  whatHappened?: string;
}

const isStep = (row: unknown): row is Step => typeof row === 'object' && row !== null && 'byWhen' in row;

function inTime(row: Step, chance: ReturnType<typeof chanceFor>, about: { day: Day; until: Moment }): Step {
  const byWhen = addDays(about.day, chance.whole(soonest, latest));
  const isPast = byWhen < dayOf(about.until);
  const how = chance.weighted<string>(
    isPast
      ? [
          ['done', 85],
          ['under-way', 10],
          ['not-done', 5],
        ]
      : [
          ['not-started', 60],
          ['under-way', 40],
        ],
  );
  if (row.done === undefined) return { ...row, byWhen };
  if (!isPast) delete row.whatHappened;
  return { ...row, byWhen, done: how };
}
