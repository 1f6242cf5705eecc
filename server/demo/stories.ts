import { addDays, daysBetween, isWorkingDay, momentOf } from '#engine';
import type { Version } from '#engine';
import { makeFamily } from './make-family.ts';
import type { MadeAdult, MadeChild } from './made.ts';
import { chanceFor } from './random.ts';
import type { Plan } from './plan.ts';
import told from './stories.json' with { type: 'json' };

interface Story {
  title: string;
  family: string;
  children: { name: string; age?: number; expected?: number; sex: string }[];
  /** days before today that the family was first referred */
  ago: number;
  steer: Plan['steer'];
  perChild?: NonNullable<Plan['perChild']>;
  messages?: NonNullable<Plan['messages']>;
}

/** Twelve families written by hand, so that every way through the pathway can be looked at. */
export function stories(seed: number, version: Version, today: string): Plan[] {
  return (told as unknown as Story[]).map((story, at) => {
    let on = addDays(today, -story.ago);
    while (!isWorkingDay(version.calendar, on)) on = addDays(on, -1);
    const id = `story-${String(at + 1)}`;
    const made = makeFamily(chanceFor(seed, id), id, on, story.children.length);
    const children = story.children.map((child, number) =>
      childOf(made.children[number], child, story, today),
    );
    const family = {
      ...{ ...made, familyName: story.family, children },
      adults: agedFor(children, made.children, made.adults).map((adult) =>
        adult.is === 'father' ? adult : { ...adult, familyName: story.family },
      ),
    };
    return {
      ...{ family, referred: momentOf(on, '09:20'), steer: story.steer },
      ...(story.perChild ? { perChild: story.perChild } : {}),
      ...(story.messages ? { messages: story.messages } : {}),
    };
  });
}

/** The adults as they were made, moved in time with the eldest child, whose age the story says. */
function agedFor(told: MadeChild[], made: MadeChild[], adults: readonly MadeAdult[]): MadeAdult[] {
  const eldest = (children: MadeChild[]): string =>
    children.map(({ born, expected }) => born ?? expected ?? '').sort()[0] ?? '';
  const days = daysBetween(eldest(made), eldest(told));
  return adults.map((adult) => ({ ...adult, born: addDays(adult.born, days) }));
}

function childOf(
  made: MadeChild | undefined,
  told: Story['children'][number],
  story: Story,
  today: string,
): MadeChild {
  const { id = '', ethnicity = 'WBRI' } = made ?? {};
  const named = { id, ethnicity, firstNames: told.name, familyName: story.family };
  if (told.expected !== undefined) return { ...named, sex: 'U', expected: addDays(today, told.expected) };
  const born = addDays(today, -(told.age ?? 5) * 365 - 120);
  return { ...named, sex: told.sex === 'M' ? 'M' : 'F', born };
}
