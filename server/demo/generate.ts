import { addDays, dayOf, isWorkingDay, momentOf } from '#engine';
import type { Case, Version } from '#engine';
import { createAccount, putTeam } from '../access/index.ts';
import { commitOf } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { writePerson } from '../people/index.ts';
import type { PersonRecord } from '../people/index.ts';
import { makeFamily } from './make-family.ts';
import type { MadeFamily } from './make-family.ts';
import { makeNetwork } from './make-network.ts';
import { chanceFrom } from './random.ts';
import type { Chance } from './random.ts';
import { stories } from './stories.ts';
import { walkFamily } from './walk-family.ts';
import type { Plan } from './plan.ts';
import authority from './authority.json' with { type: 'json' };
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
  await makeStaff(host);
  const version = await host.versions.current();
  const chance = chanceFrom(seed);
  const made: Made = { families: 0, children: 0, commands: 0, stuck: [] };
  for (const plan of plansOf(chance, version, dayOf(host.clock.now()))) {
    made.commands += await storeFamily(host, version, chance, plan, made.stuck);
    made.families += 1;
    made.children += plan.family.children.length;
  }
  return made;
}

async function makeStaff(host: Host): Promise<void> {
  for (const team of authority.teams) await putTeam(host.store, team);
  for (const { id, name, roles, team, says } of authority.staff) {
    await createAccount(host.store, { id, name: id, displayName: name, roles, team, says });
  }
  await host.store.put({ kind: 'setting', id: 'queues', body: authority.queues, expecting: 0 });
}

/** The twelve stories first, then families for every stage, as old as families in that stage are. */
function plansOf(chance: Chance, version: Version, today: string): Plan[] {
  const told = stories(chance, version, today);
  const drawn = caseload.aims.flatMap((aim, group) =>
    Array.from({ length: aim.families }, (_, at) => {
      const [least = 0, most = 0] = aim.age;
      let on = addDays(today, -chance.whole(least, most));
      while (!isWorkingDay(version.calendar, on)) on = addDays(on, -1);
      const id = `family-${String(group + 1)}-${String(at + 1)}`;
      const time = `${String(chance.whole(8, 9)).padStart(2, '0')}:${String(chance.whole(10, 59))}`;
      return {
        ...{ family: makeFamily(chance, id, on), referred: momentOf(on, time) },
        steer: aim.steer as unknown as Plan['steer'],
        ...(aim.leave ? { leave: aim.leave } : {}),
      };
    }),
  );
  return [...told, ...drawn];
}

/** Stores a family command by command, as the server would have. Says how many commands there were. */
async function storeFamily(
  host: Host,
  version: Version,
  chance: Chance,
  plan: Plan,
  stuck: string[],
): Promise<number> {
  const { family } = plan;
  await storePeople(host, family, plan.referred);
  const team = chance.one(authority.practiceTeams);
  const worker = chance.one(
    authority.staff.filter((one) => one.team === team && one.roles.includes('social-worker')),
  );
  const isGiven = chance.next() < caseload.given;
  const walker = {
    ...{ version, chance, until: host.clock.now() },
    stuck: (why: string) => stuck.push(`${family.id}: ${why}`),
    staffFor: (role: string, notBy?: string) => staffFor(chance, role, team, worker.id, notBy),
  };
  let commands = 0;
  const walk = walkFamily(walker, plan);
  let stored: Case | undefined;
  for (let next = walk.next(); !next.done; next = walk.next(stored)) {
    const { act, change, before } = next.value;
    const decided = change.case.tasks.every((task) => task.stage !== 'contact' && task.stage !== 'referral');
    const held = {
      ...{ name: family.familyName, people: peopleIds(family) },
      ...(decided ? { team, ...(isGiven ? { worker: worker.id } : {}) } : { team: 'front-door' }),
    };
    const commit = await commitOf(host, version, before, change, held, act);
    const parts = commands === 0 ? [makeNetwork(family, act)] : commit.parts;
    const result = await host.store.commit({
      ...{ ...commit, expecting: before.revision, reply: null },
      ...(parts ? { parts } : {}),
    });
    if (!result.ok) throw new Error(`a made-up family was not stored: ${result.reason}`);
    stored = { ...commit.case, revision: result.revision };
    commands += 1;
  }
  return commands;
}

async function storePeople(host: Host, family: MadeFamily, since: string): Promise<void> {
  const act = { by: 'priya-anand', now: since };
  const addresses = [{ ...family.address, from: dayOf(since) }];
  const shared = { phone: family.phone, addresses };
  for (const { id, firstNames, familyName, sex, born, expected, ethnicity } of family.children) {
    const person: PersonRecord = {
      ...{ firstNames, familyName, sex, ethnicity, addresses, upnUnknown: born ? 'UN4' : 'UN1' },
      ...(born ? { dateOfBirth: born } : {}),
      ...(expected ? { expectedDateOfBirth: expected } : {}),
    };
    await host.store.putPerson(writePerson(id, person, 0, act));
  }
  for (const { id, firstNames, familyName } of family.adults) {
    await host.store.putPerson(writePerson(id, { firstNames, familyName, ...shared }, 0, act));
  }
}

function peopleIds(family: MadeFamily): string[] {
  return [...family.children, ...family.adults].map((one) => one.id);
}

/** Who does a step of a role: the family's worker, else somebody of that role, in the family's team where there is one. */
function staffFor(chance: Chance, role: string, team: string, worker: string, notBy?: string): string {
  if (role === 'social-worker' && worker !== notBy) return worker;
  const able = authority.staff.filter((one) => one.roles.includes(role) && one.id !== notBy);
  const near = able.filter((one) => one.team === team);
  return chance.one(near.length > 0 ? near : able).id;
}
