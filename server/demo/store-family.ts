import { dayOf } from '#engine';
import type { Case, Version } from '#engine';
import { keepBooked } from '../bookings/index.ts';
import { commitOf } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { writePerson } from '../people/index.ts';
import type { PersonRecord } from '../people/index.ts';
import { happened } from '../tasks/index.ts';
import { holderFrom, staffFor } from './authority.ts';
import type { Authority } from './authority.ts';
import type { MadeFamily } from './made.ts';
import type { Plan } from './plan.ts';
import type { Chance } from './random.ts';
import { walkFamily } from './walk-family.ts';
import caseload from './caseload.json' with { type: 'json' };

export interface Storing {
  host: Host;
  /** the version the family is walked on; absent: what new cases start on */
  version?: Version;
  authority: Authority;
  chance: Chance;
  /** nothing happens after this moment */
  until: string;
  /** told when what was made up is refused: the family stays where it is */
  stuck: (why: string) => void;
}

/** Walks a family and stores it command by command, as the server would have. Says how many commands there were. */
export async function storeFamily(storing: Storing, plan: Plan): Promise<number> {
  const { host, chance, authority, until } = storing;
  const { family } = plan;
  const version = storing.version ?? (await host.versions.current());
  await storePeople(host, family, plan.referred);
  const holder = holderFrom(chance, authority);
  const isGiven = chance.next() < caseload.given;
  const people = [...family.children, ...family.adults].map((one) => one.id);
  const walker = {
    ...{ version, chance, until },
    stuck: (why: string) => storing.stuck(`${family.id}: ${why}`),
    staffFor: (role: string, notBy?: string) => staffFor(chance, authority, holder, role, notBy),
  };
  const walk = walkFamily(walker, plan);
  let commands = 0;
  let stored: Case | undefined;
  for (let next = walk.next(); !next.done; next = walk.next(stored)) {
    const { act, change, before } = next.value;
    const isDecided = change.case.tasks.every((task) => !['contact', 'referral'].includes(task.stage));
    const held = {
      ...{ name: family.familyName, people },
      ...(isDecided
        ? { team: holder.team, ...(isGiven ? { worker: holder.worker } : {}) }
        : { team: 'front-door' }),
    };
    const made = await commitOf(host, version, before, change, held, act);
    if (made.kind === 'refused') {
      walker.stuck(made.message);
      break;
    }
    const reply = change.record ? happened(change, version, before) : null;
    const result = await host.store.commit({ ...made.commit, expecting: before.revision, reply });
    if (!result.ok) throw new Error(`a made-up family was not stored: ${result.reason}`);
    if (change.record) await keepBooked(host, change.record);
    stored = { ...made.commit.case, revision: result.revision };
    commands += 1;
  }
  return commands;
}

async function storePeople(host: Host, family: MadeFamily, since: string): Promise<void> {
  const act = { by: 'demonstration', now: since };
  const addresses = [{ ...family.address, from: dayOf(since) }];
  const shared = { phone: family.phone, addresses };
  for (const { id, firstNames, familyName, sex, born, expected, ethnicity } of family.children) {
    const person: PersonRecord = {
      ...(firstNames ? { firstNames } : {}),
      ...{ familyName, sex, ethnicity, addresses, upnUnknown: born ? 'UN4' : 'UN1' },
      ...(born ? { dateOfBirth: born } : {}),
      ...(expected ? { expectedDateOfBirth: expected } : {}),
    };
    await host.store.putPerson(writePerson(id, person, 0, act));
  }
  for (const { id, firstNames, familyName, sex, born, home } of family.adults) {
    const at = home ? shared : {};
    const person = { firstNames, familyName, sex, dateOfBirth: born, ...at };
    await host.store.putPerson(writePerson(id, person, 0, act));
  }
}
