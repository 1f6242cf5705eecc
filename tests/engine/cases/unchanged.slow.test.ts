import { expect, it } from 'vitest';
import { chanceFrom, makeFamily, walkFamily } from '../../../server/demo/index.ts';
import { shippedVersion } from '../../support/shipped-version.ts';

function frozen<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    Object.values(thing).forEach(frozen);
  }
  return thing;
}

it('the case that a command was decided on stays as it was, all the way from the referral to the plan', async () => {
  const version = await shippedVersion();
  const chance = chanceFrom(3);
  const refused: string[] = [];
  const walk = walkFamily(
    {
      ...{ version, chance, until: '2026-09-01T12:00:00.000Z', stuck: (why) => refused.push(why) },
      staffFor: (role, notBy) => (role === notBy ? `${role}-2` : role),
    },
    {
      family: makeFamily(chance, 'family', '2026-01-05', 2),
      referred: '2026-01-05T09:30:00.000Z',
      steer: {
        referralOutcome: ['strategy-discussion'],
        strategyDecision: ['section-47-joint'],
        enquiryOutcome: ['initial-conference'],
        conferenceDecision: ['protection-plan'],
      },
      messages: [{ after: 60, message: 'new worry' }],
    },
  );
  const happened = new Set<string>();
  for (let next = walk.next(); !next.done; next = walk.next(frozen(next.value.change.case))) {
    for (const { fact } of next.value.change.case.happenings) happened.add(fact);
  }
  expect(refused).toEqual([]);
  expect([...happened]).toEqual(expect.arrayContaining(['plan-started', 'worry-raised', 'core-group-held']));
});
