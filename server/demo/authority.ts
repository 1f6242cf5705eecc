import { createAccount, putTeam } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { Chance } from './random.ts';
import made from './authority.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };

export interface Staff {
  id: string;
  name: string;
  roles: string[];
  team: string;
  says?: string;
}

/** An invented authority: its teams, who works there, and in whose queue a step stands. */
export interface Authority {
  teams: { id: string; name: string; service?: string }[];
  staff: Staff[];
  /** teams that families are with once a referral is decided */
  practiceTeams: string[];
  queues: Record<string, string>;
}

/** How many work in an authority of a size. */
export interface StaffSize {
  practiceTeams: number;
  /** social workers in each practice team, beside its manager */
  workers: number;
  frontDoor: number;
  chairs: number;
  support: number;
  serviceManagers: number;
}

/** The council that a demonstration is of. */
export const demonstrationCouncil: { id: string; name: string } = made.authority;

/** The authority of the demonstration: three teams and the people to be, written by hand. */
export const demonstrationAuthority: Authority = made;

/** An authority made up to a size. Nobody in it is real. */
export function authorityOf(size: StaffSize): Authority {
  const practice = Array.from({ length: size.practiceTeams }, (_, at) => `team-${String(at + 1)}`);
  const several = (count: number, role: string, team: string): Staff[] =>
    Array.from({ length: count }, (_, at) => {
      const id = `${role}-${team}-${String(at + 1)}`;
      return { id, name: nameFor(id), roles: [role], team };
    });
  return {
    teams: [
      { id: 'front-door', name: 'Front door', service: 'children' },
      ...practice.map((id, at) => ({ id, name: `Team ${String(at + 1)}`, service: 'children' })),
      { id: 'safeguarding', name: 'Safeguarding and review', service: 'children' },
    ],
    staff: [
      ...several(size.support, 'business-support', 'front-door'),
      ...several(size.frontDoor, 'front-door-social-worker', 'front-door'),
      ...several(2, 'team-manager', 'front-door'),
      ...practice.flatMap((team) => [
        ...several(size.workers, 'social-worker', team),
        ...several(1, 'team-manager', team),
      ]),
      ...several(size.support, 'business-support', 'safeguarding'),
      ...several(size.chairs, 'conference-chair', 'safeguarding'),
      ...several(size.serviceManagers, 'service-manager', 'safeguarding'),
      ...several(2, 'return-interview-worker', 'safeguarding'),
      ...several(2, 'head-of-service', 'safeguarding'),
    ],
    practiceTeams: practice,
    queues: made.queues,
  };
}

function nameFor(id: string): string {
  let mixed = 7;
  for (const letter of id) mixed = (mixed * 31 + letter.charCodeAt(0)) % 1_000_003;
  const first = [...names.women, ...names.men];
  return `${first[mixed % first.length] ?? ''} ${names.families[mixed % names.families.length] ?? ''}`;
}

/** Puts teams, accounts and queues of an authority into a store that has none. */
export async function storeAuthority(host: Host, authority: Authority): Promise<void> {
  for (const team of authority.teams) await putTeam(host.store, team);
  for (const { id, name, roles, team, says } of authority.staff) {
    await createAccount(host.store, {
      ...{ id, name: id, displayName: name, roles, team },
      ...(says ? { says } : {}),
    });
  }
  await host.store.put({ kind: 'setting', id: 'queues', body: authority.queues, expecting: 0 });
}

/** Who holds a family, and in which team. */
export interface Holder {
  team: string;
  worker: string;
}

export function holderFrom(chance: Chance, { staff, practiceTeams }: Authority): Holder {
  const team = chance.one(practiceTeams);
  const able = staff.filter((one) => one.team === team && one.roles.includes('social-worker'));
  return { team, worker: chance.one(able).id };
}

/** Who does a step of a role: the family's worker, else somebody of that role, in the family's team where there is one. */
export function staffFor(
  chance: Chance,
  { staff }: Authority,
  { team, worker }: Holder,
  role: string,
  notBy?: string,
): string {
  if (role === 'social-worker' && worker !== notBy) return worker;
  const able = staff.filter((one) => one.roles.includes(role) && one.id !== notBy);
  const near = able.filter((one) => one.team === team);
  return chance.one(near.length > 0 ? near : able).id;
}
