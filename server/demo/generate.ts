import { addDays, dayOf, isWorkingDay, momentOf } from '#engine';
import type { Moment, Version } from '#engine';
import type { Host } from '../host.ts';
import { demonstrationAuthority, storeAuthority } from './authority.ts';
import { makeFamily } from './make-family.ts';
import type { Plan } from './plan.ts';
import { chanceFor } from './random.ts';
import { storeFamily } from './store-family.ts';
import { stories } from './stories.ts';
import caseload from './caseload.json' with { type: 'json' };

export interface Made {
  families: number;
  children: number;
  commands: number;
  /** families whose walk met a refusal and was left where it was, with the reason */
  stuck: string[];
}

/** Makes the invented authority: teams, people to be, and families walked through the pathway on the engine itself. */
export async function makeDemonstration(host: Host, seed = 20260301): Promise<Made> {
  await storeAuthority(host, demonstrationAuthority);
  const version = await host.versions.current();
  const until = host.clock.now();
  const made: Made = { families: 0, children: 0, commands: 0, stuck: [] };
  for (const plan of demonstrationPlans(seed, version, until)) {
    const chance = chanceFor(seed, `walk ${plan.family.id}`);
    const stuck = (why: string): void => void made.stuck.push(why);
    made.commands += await storeFamily(
      { host, authority: demonstrationAuthority, chance, until, stuck },
      plan,
    );
    made.families += 1;
    made.children += plan.family.children.length;
  }
  return made;
}

/** The twelve stories first, then families for every stage, as old as families in that stage are; none is of later today. */
export function demonstrationPlans(seed: number, version: Version, now: Moment): Plan[] {
  const today = dayOf(now);
  const drawn = caseload.aims.flatMap((aim, group) =>
    Array.from({ length: aim.families }, (_, at) => {
      const id = `family-${String(group + 1)}-${String(at + 1)}`;
      const chance = chanceFor(seed, id);
      const [least = 0, most = 0] = aim.age;
      const time = `${String(chance.whole(8, 9)).padStart(2, '0')}:${String(chance.whole(10, 59))}`;
      let on = addDays(today, -chance.whole(least, most));
      while (!isWorkingDay(version.calendar, on) || momentOf(on, time) > now) on = addDays(on, -1);
      return {
        ...{ family: makeFamily(chance, id, on), referred: momentOf(on, time) },
        steer: aim.steer as unknown as Plan['steer'],
        ...(aim.leave ? { leave: aim.leave } : {}),
      };
    }),
  );
  return [...stories(seed, version, today), ...drawn];
}
