import { describe, expect, it } from 'vitest';
import { childFacts } from '../../../server/retention/child-facts.ts';
import { isDue, keptUntil } from '../../../server/retention/kept-until.ts';
import { defaultRules, type ChildFacts } from '../../../server/retention/rules.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { aCase } from '../support/a-commit.ts';

const ada: ChildFacts = {
  child: 'ada',
  born: '2000-02-29',
  lastWork: '2010-05-01',
  happened: [],
  isOpen: false,
};
const happened = (...facts: string[]): ChildFacts => ({
  ...ada,
  happened: facts.map((fact) => ({ fact, on: '2009-01-01' })),
});

describe('how long a record is kept', () => {
  it('is six years after the last work for a child who was only known', () => {
    expect(keptUntil(ada, defaultRules)).toMatchObject({ until: '2016-05-01', rule: { id: 'contact' } });
  });

  it('is the child’s birth and 25 years once there was a plan to protect them', () => {
    expect(keptUntil(happened('plan-started'), defaultRules)).toMatchObject({
      ...{ until: '2025-02-28', rule: { id: 'child-protection' } },
    });
  });

  it('is the longest of all that hold: 75 years for a child who was looked after too', () => {
    const kept = keptUntil(happened('plan-started', 'became-looked-after'), defaultRules);
    expect(kept).toMatchObject({ until: '2075-02-28', rule: { id: 'looked-after' } });
    expect(kept.classes.map((one) => one.id)).toEqual(['looked-after', 'child-protection', 'contact']);
  });

  it('is 100 years from the order for a child who was adopted, by what the court ordered', () => {
    const order = (value: string): ChildFacts => ({
      ...ada,
      happened: [{ fact: 'court-order-made', on: '2003-04-05', value }],
    });
    expect(keptUntil(order('adoption'), defaultRules)).toMatchObject({ until: '2103-04-05' });
    expect(keptUntil(order('supervision'), defaultRules)).toMatchObject({ rule: { id: 'contact' } });
  });

  it('has no end while an inquiry’s rule is in force, or work goes on', () => {
    const inForce = defaultRules.map((rule) => (rule.id === 'inquiry' ? { ...rule, inForce: true } : rule));
    const planned = happened('plan-started');
    expect(isDue(keptUntil(planned, defaultRules), '2026-09-01')).toBe(true);
    expect(isDue(keptUntil(planned, inForce), '2026-09-01')).toBe(false);
    expect(keptUntil(planned, inForce).heldBy).toEqual(['Held for a public inquiry']);
    expect(isDue(keptUntil({ ...planned, isOpen: true }, defaultRules), '2026-09-01')).toBe(false);
  });

  it('reads facts and not steps: what was taken back does not count', () => {
    const happening = { episode: 'e', on: '2010-01-01', record: 'r', child: 'ada' };
    const kase = aCase('case-1', {
      children: [
        {
          ...{ id: 'ada', born: '2000-02-29', joined: '2009-01-01' },
          episodes: [{ id: 'e', opened: '2009-01-01', closed: '2010-03-01' }],
        },
      ],
      happenings: [
        { ...happening, id: '1', fact: 'plan-started', replacedBy: '2' },
        { ...happening, id: '2', fact: 'case-closed' },
      ],
    });
    expect(childFacts(kase)).toEqual([
      {
        ...{ child: 'ada', born: '2000-02-29', lastWork: '2010-03-01', isOpen: false },
        happened: [{ fact: 'case-closed', on: '2010-01-01' }],
      },
    ]);
  });

  it('names facts that the pathway records', async () => {
    const known = new Set((await shippedVersion()).facts.map((one) => one.id));
    const named = defaultRules.flatMap((rule) => rule.facts.map((one) => one.fact));
    expect(named.filter((fact) => !known.has(fact))).toEqual([]);
  });
});
