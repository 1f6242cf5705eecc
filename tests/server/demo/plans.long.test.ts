import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, Version } from '#engine';
import {
  authorityOf,
  caseloadOf,
  chanceFor,
  demonstrationAuthority,
  demonstrationPlans,
  earlierPlans,
  walkFamily,
  type Plan,
} from '../../../server/demo/index.ts';
import { beforeVersion, shippedVersion } from '../../support/shipped-version.ts';

const now = '2026-11-23T11:00:00.000Z';

describe('the demonstration', () => {
  let version: Version;
  let plans: Plan[];
  beforeAll(async () => {
    version = await shippedVersion();
    plans = demonstrationPlans(7, version, now);
  });

  it('has three teams that know families, and somebody for every role of the pathway', () => {
    const { teams, staff, practiceTeams } = demonstrationAuthority;
    expect(teams.filter((team) => ['front-door', ...practiceTeams].includes(team.id))).toHaveLength(3);
    const roles = new Set(staff.flatMap((one) => one.roles));
    const needed = version.pathway.processes.flatMap((one) => one.elements).flatMap((one) => one.role ?? []);
    expect([...new Set(needed)].filter((role) => !roles.has(role))).toEqual([]);
  });

  it('has families of long ago, who came and went on the pathway before', async () => {
    const before = await beforeVersion();
    const earlier = earlierPlans(7, before, now);
    expect(earlier.length).toBeGreaterThan(9);
    for (const plan of earlier) {
      const stuck = (why: string): never => expect.fail(why);
      const chance = chanceFor(7, plan.family.id);
      const walk = [
        ...walkFamily({ version: before, chance, until: now, stuck, staffFor: (role) => role }, plan),
      ];
      expect(walk.at(-1)?.change.case.tasks, plan.family.id).toEqual([]);
    }
  });

  it('has about sixty families, twelve of them told by hand', () => {
    expect(plans.length).toBeGreaterThan(55);
    const told = plans.filter((plan) => plan.family.id.startsWith('story-'));
    expect(told.map((plan) => plan.family.familyName)).toEqual([
      ...['Larkin', 'Netherby', 'Iqbal', 'Crowther', 'Oakeshott', 'Silverdale', 'Thistlewood'],
      ...['Marchmont', 'Vasquez-Moor', 'Abernethy', 'Dunmore', 'Rookwood'],
    ]);
  });

  it('is the same for the same seed and moment, and another for another seed', () => {
    expect(demonstrationPlans(7, version, now)).toEqual(plans);
    expect(demonstrationPlans(8, version, now)).not.toEqual(plans);
  });

  it('refers nobody later than now, and only on working days', () => {
    for (const moment of [now, '2026-12-28T06:00:00.000Z', '2027-04-05T07:00:00.000Z']) {
      const later = demonstrationPlans(7, version, moment).filter((plan) => plan.referred > moment);
      expect(later.map((plan) => plan.family.id)).toEqual([]);
    }
  });

  it('uses numbers and postcodes that nobody has', () => {
    for (const { family } of plans) {
      expect(family.phone).toMatch(/^01632 960\d{3}$/);
      expect(family.address.postcode).toMatch(/^ZZ99 \d[A-Z]{2}$/);
    }
  });

  it('walks a family to the same place every time, each command on the case as the one before left it', () => {
    const plan = plans.find((one) => one.family.id === 'story-6');
    if (!plan) throw new Error('the story is gone');
    const walk = (): { moments: string[]; last: Case | undefined; stuck: string[] } => {
      const [moments, stuck]: [string[], string[]] = [[], []];
      let last: Case | undefined;
      const walker = {
        ...{ version, chance: chanceFor(7, 'story'), until: now, staffFor: (role: string) => role },
        stuck: (why: string) => stuck.push(why),
      };
      const steps = walkFamily(walker, plan);
      for (let next = steps.next(); !next.done; next = steps.next(last)) {
        moments.push(next.value.act.now);
        last = next.value.change.case;
      }
      return { moments, last, stuck };
    };
    const [first, second] = [walk(), walk()];
    expect(first).toEqual(second);
    expect(first.stuck).toEqual([]);
    expect(first.moments).toEqual(first.moments.toSorted());
    expect(first.last?.happenings.map((one) => one.fact)).toContain('initial-conference-held');
    expect(first.last?.happenings.map((one) => one.fact)).not.toContain('plan-started');
  });
});

describe('a caseload made to a size', () => {
  let version: Version;
  beforeAll(async () => {
    version = await shippedVersion();
  });
  const asked = (more: object = {}) => ({
    ...{ calendar: version.calendar, seed: 3, from: '2025-04-01', to: '2026-03-31', ...more },
  });

  it('has as many children referred in a year as an authority of that size', () => {
    const children = (profile: 'small' | 'large'): number =>
      [...caseloadOf(profile, asked())].reduce((sum, plan) => sum + plan.family.children.length, 0);
    // first referrals: the rest of the 1,893 and 24,035 are of families that come back
    expect(children('small')).toBeGreaterThan(1893 * 0.75 - 1);
    expect(children('small')).toBeLessThan(1893 * 0.76 + 10);
    expect(children('large')).toBeGreaterThan(24_035 * 0.78 - 1);
  });

  it('comes one family at a time, the earliest referral first, and as many as are asked for', () => {
    const days = [...caseloadOf('small', asked({ referrals: 200 }))].map((plan) =>
      plan.referred.slice(0, 10),
    );
    expect(days).toEqual(days.toSorted());
    expect(days.length).toBeLessThan(150);
    const endless = caseloadOf('large', asked({ referrals: 10_000_000 }));
    expect(endless.next().value).toMatchObject({ family: { id: 'large-000001' } });
    expect(endless.next().value).toMatchObject({ family: { id: 'large-000002' } });
  });

  it('is the same for the same seed, family by family', () => {
    const first = caseloadOf('small', asked({ referrals: 500 })).next().value;
    expect(caseloadOf('small', asked({ referrals: 500 })).next().value).toEqual(first);
    expect(caseloadOf('small', asked({ referrals: 500, seed: 4 })).next().value).not.toEqual(first);
  });

  it('is worked on by as many as such an authority has, nobody of them twice', () => {
    const { staff, teams } = authorityOf({
      ...{ practiceTeams: 9, workers: 7, frontDoor: 8, chairs: 6, support: 6, serviceManagers: 4 },
    });
    expect(staff.filter((one) => one.roles.includes('social-worker'))).toHaveLength(63);
    expect(new Set(staff.map((one) => one.id)).size).toBe(staff.length);
    expect(staff.every((one) => teams.some((team) => team.id === one.team))).toBe(true);
  });
});
