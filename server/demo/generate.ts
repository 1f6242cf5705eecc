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
  // the pathway before is compiled beside while families are made on that of now
  const earlier = earlierVersion(host);
  const version = await host.versions.current();
  const until = host.clock.now();
  const made: Made = { families: 0, children: 0, commands: 0, stuck: [] };
  const make = async (on: Version, plan: Plan): Promise<void> => {
    const chance = chanceFor(seed, `walk ${plan.family.id}`);
    const stuck = (why: string): void => void made.stuck.push(why);
    const storing = { host, authority: demonstrationAuthority, chance, until, stuck, version: on };
    made.commands += await storeFamily(storing, plan);
    made.families += 1;
    made.children += plan.family.children.length;
  };
  for (const plan of demonstrationPlans(seed, version, until)) await make(version, plan);
  const before = await earlier;
  if (before) for (const plan of earlierPlans(seed, before, until)) await make(before, plan);
  return made;
}

/** The version that came with the program before the one of now, if it brought one. */
async function earlierVersion(host: Host): Promise<Version | undefined> {
  const rows = await host.versions.list();
  const before = rows[rows.findIndex(({ current }) => current) - 1];
  return before && host.versions.get(before.id);
}

/** Families of long ago, whose work began and ended on the pathway before: their records are in its forms. */
export function earlierPlans(seed: number, version: Version, now: Moment): Plan[] {
  return plansOf(caseload.earlier, 'earlier', seed, version, now);
}

/** The twelve stories first, then families for every stage, as old as families in that stage are; none is of later today. */
export function demonstrationPlans(seed: number, version: Version, now: Moment): Plan[] {
  const drawn = plansOf(caseload.aims, 'family', seed, version, now);
  return [...stories(seed, version, dayOf(now)), ...drawn];
}

interface Aim {
  families: number;
  /** days since the first contact, the least and the most */
  age: number[];
  leave?: string[];
  steer: object;
}

function plansOf(aims: Aim[], kind: string, seed: number, version: Version, now: Moment): Plan[] {
  const today = dayOf(now);
  return aims.flatMap((aim, group) =>
    Array.from({ length: aim.families }, (_, at) => {
      const id = `${kind}-${String(group + 1)}-${String(at + 1)}`;
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
}
