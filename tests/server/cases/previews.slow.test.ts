import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Refusal } from '../support/workplace.ts';

interface Clock {
  name: string;
  child: string;
  because: string;
  before?: { due: string; says: string; late: boolean };
  after?: { due: string; says: string; late: boolean };
}
interface WouldChange {
  facts: { name: string; child: string; before?: string; after?: string }[];
  clocks: Clock[];
  opened: { step: string; children: string[] }[];
  closed: { step: string; children: string[] }[];
  stages: { child: string; before?: string; after?: string }[];
}

describe('what would change', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    const children = [
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ];
    family = await place.toStrategyDiscussion(children);
    place.server.clock.pass(days(3));
    const steer = { strategyDecision: ['section-47-joint'] };
    ({ record } = await place.complete(family, 'tia', 'hold-discussion', steer, ({ answers }) => {
      answers['heldOn'] = '2026-09-04';
    }));
  });
  afterAll(() => place.close());

  const look = async (of: 'corrections' | 'reopening', body: object = {}) =>
    (await place.as('tia')).post<WouldChange & Refusal>(`/api/records/${record}/${of}/preview`, body);
  const stands = async () => {
    const { revision, clocks, tasks } = await place.case(family.id);
    return JSON.stringify([revision, clocks, tasks]);
  };

  it('by a correction is said before it is made, every clock of every child, and nothing is stored', async () => {
    const before = await stands();
    const { status, body } = await look('corrections', { question: 'heldOn', value: '2026-09-03' });
    expect(status, JSON.stringify(body)).toBe(200);
    const held = body.facts.filter(({ name }) => name === 'the strategy discussion');
    expect(held).toEqual(
      ['Ada', 'Ben'].map((child) => ({
        ...{ name: 'the strategy discussion', child },
        ...{ before: '4 September 2026', after: '3 September 2026' },
      })),
    );
    const conference = body.clocks.filter((one) => one.after?.due === '24 September 2026');
    expect(conference.map(({ child, before: was }) => [child, was?.due])).toEqual([
      ['Ada', '25 September 2026'],
      ['Ben', '25 September 2026'],
    ]);
    expect([body.opened, body.closed, body.stages]).toEqual([[], [], []]);
    expect(await stands()).toBe(before);
  });

  it('by a correction that may not be made is the refusal', async () => {
    const refused = await look('corrections', { question: 'strategyDecision', value: 'police-only' });
    expect(refused).toMatchObject({ status: 422, body: { refusal: { reason: 'decides-the-way' } } });
  });

  it('by a reopening is which steps close, which opens, and where the children stand again', async () => {
    const before = await stands();
    const { status, body } = await look('reopening');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.opened).toContainEqual({ step: 'Hold the strategy discussion', children: ['Ada', 'Ben'] });
    expect(body.closed.map(({ step }) => step)).toContain('Carry out the enquiry');
    expect(body.clocks.filter(({ after }) => after === undefined)).not.toEqual([]);
    expect(await stands()).toBe(before);
  });
});
