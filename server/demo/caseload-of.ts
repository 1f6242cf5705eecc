import { addDays, daysBetween, isWorkingDay, momentOf } from '#engine';
import type { Calendar, Day } from '#engine';
import type { Host } from '../host.ts';
import { authorityOf, storeAuthority } from './authority.ts';
import type { StaffSize } from './authority.ts';
import { makeFamily } from './make-family.ts';
import type { Plan, Weighted } from './plan.ts';
import { chanceFor } from './random.ts';
import type { Chance } from './random.ts';
import { storeFamily } from './store-family.ts';
import stored from './profiles.json' with { type: 'json' };

/** Sizes of authority a caseload can be made for; the demonstration has families of its own. */
export type Profile = 'small' | 'large';

interface ProfileFacts {
  referralsPerYear: number;
  /** share of referrals that are of a family referred before */
  reReferred: number;
  /** chance that a family comes back once work with it has ended */
  comesBack: number;
  /** share of families that come with a plan of another authority */
  transferIn: number;
  staff: StaffSize;
  shares: Record<string, Weighted>;
}

export interface CaseloadAsked {
  calendar: Calendar;
  /** the same seed gives the same caseload, family by family, however many are asked for */
  seed: number;
  /** first and last day of first contacts */
  from: Day;
  to: Day;
  /** about how many children are referred, each time counted; absent: as many as the profile has in that time */
  referrals?: number;
}

export function factsOf(profile: Profile): ProfileFacts {
  return stored[profile] as unknown as ProfileFacts;
}

/**
 * Families as an authority of this size has them referred, one after another, the earliest first. Nothing is held:
 * each family is made when it is asked for and forgotten when the next one is.
 */
export function* caseloadOf(profile: Profile, asked: CaseloadAsked): Generator<Plan, void> {
  const { seed, calendar, from, to } = asked;
  const facts = factsOf(profile);
  const days = daysBetween(from, to) + 1;
  const wanted = asked.referrals ?? Math.round((facts.referralsPerYear * days) / 365);
  for (let referred = 0, number = 1; referred < wanted; number++) {
    const id = `${profile}-${String(number).padStart(6, '0')}`;
    const chance = chanceFor(seed, id);
    let on = addDays(from, Math.floor((days * referred) / wanted));
    while (on > from && !isWorkingDay(calendar, on)) on = addDays(on, -1);
    while (!isWorkingDay(calendar, on)) on = addDays(on, 1);
    const plan = planFor(chance, id, on, facts);
    referred += plan.family.children.length / (1 - facts.reReferred);
    yield plan;
  }
}

function planFor(chance: Chance, id: string, on: Day, facts: ProfileFacts): Plan {
  const time = `${String(chance.whole(8, 16)).padStart(2, '0')}:${String(chance.whole(10, 59))}`;
  const isTransfer = chance.next() < facts.transferIn;
  return {
    ...{ family: makeFamily(chance, id, on), referred: momentOf(on, time), shares: facts.shares },
    steer: isTransfer ? { contactOutcome: ['other-authority-plan'], referralOutcome: ['transfer-in'] } : {},
    ...{ messages: newsFor(chance), again: gapsFor(chance, facts.comesBack) },
  };
}

/** What may come beside the work: made up, as few as families tell of. */
function newsFor(chance: Chance): NonNullable<Plan['messages']> {
  const news: [string, number, [number, number]][] = [
    ['new worry', 0.05, [20, 120]],
    ['child missing', 0.02, [10, 120]],
    ['immediate protection', 0.01, [2, 20]],
    ['legal advice needed', 0.015, [40, 120]],
    ['child moved', 0.02, [20, 200]],
  ];
  return news.flatMap(([message, share, [least, most]]) => {
    const after = chance.whole(least, most);
    return chance.next() < share ? [{ after, message }] : [];
  });
}

/** Days after the end of work until the family is referred again: most who come back do so within half a year. */
function gapsFor(chance: Chance, share: number): number[] {
  const gaps: number[] = [];
  while (chance.next() < share) {
    gaps.push(chance.next() < 0.7 ? chance.whole(10, 180) : chance.whole(181, 330));
  }
  return gaps;
}

export interface CaseloadStored {
  families: number;
  children: number;
  commands: number;
  stuck: string[];
}

/** Makes an authority of this size and stores its caseload, walked on the engine up to now; says how far it is after each family. */
export async function storeCaseload(
  host: Host,
  profile: Profile,
  asked: CaseloadAsked,
  said: (so: CaseloadStored) => void = () => undefined,
): Promise<CaseloadStored> {
  const authority = authorityOf(factsOf(profile).staff);
  await storeAuthority(host, authority);
  const until = host.clock.now();
  const so: CaseloadStored = { families: 0, children: 0, commands: 0, stuck: [] };
  for (const plan of caseloadOf(profile, asked)) {
    const chance = chanceFor(asked.seed, `walk ${plan.family.id}`);
    const stuck = (why: string): void => void so.stuck.push(why);
    so.commands += await storeFamily({ host, authority, chance, until, stuck }, plan);
    so.families += 1;
    so.children += plan.family.children.length;
    said(so);
  }
  return so;
}
