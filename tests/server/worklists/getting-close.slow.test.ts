import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Said, type Who } from '../support/workplace.ts';

describe('what gets close', () => {
  let place: Workplace;
  let ada: Family;
  let decision: string;
  beforeAll(async () => {
    place = await Workplace.open();
    ada = await place.openFamily([{ first: 'Ada', born: '2019-03-02' }]);
    await place.complete(ada, 'bea', 'record-contact');
    await place.complete(ada, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
    place.server.clock.pass(days(1));
    const steer = { referralOutcome: ['assessment'] };
    const decided = await place.complete(ada, 'tia', 'decide-referral', steer, ({ answers, perChild }) => {
      for (const some of [answers, ...Object.values(perChild)])
        if ('assessmentStartDate' in some) some['assessmentStartDate'] = '2026-09-02';
    });
    decision = decided.record;
    await place.give(ada.id, 'write-assessment', 'sam');
  });
  afterAll(() => place.close());

  const told = async (name: Who): Promise<string[]> => {
    const list = await (
      await place.as(name)
    ).get<{ count: number; rows: { what: string; why: string }[] }>('/api/worklists/getting-close');
    expect(list.body.count).toBe(list.body.rows.length);
    return list.body.rows.map(({ why }) => why);
  };
  const due = async (): Promise<(Said['due'] & { near?: boolean }) | undefined> => {
    const { body } = await (await place.as('sam')).get<{ tasks: Said[] }>('/api/tasks?view=mine');
    return body.tasks.find(({ step }) => step === 'write-assessment')?.due;
  };
  const to = (day: string): void =>
    place.server.clock.pass((Date.parse(`${day}T10:00:00Z`) - Date.parse(place.server.clock.now())) / 1000);

  it('is told by what its timescale says, counted anew when the day it counts from is corrected', async () => {
    to('2026-09-08');
    expect(await due()).toMatchObject({
      on: '2026-09-16',
      because: expect.stringMatching(/^10 working days/),
    });
    expect(await told('sam')).toEqual([]);
    const tia = await place.as('tia');
    const corrected = await tia.post(`/api/records/${decision}/corrections`, {
      ...{ question: 'assessmentStartDate', child: ada.children[0], value: '2026-09-01' },
      ...{ reason: 'Written wrong.', commandId: place.command() },
    });
    expect([corrected.status, corrected.body]).toEqual([200, expect.anything()]);
    expect(await due()).toMatchObject({
      on: '2026-09-15',
      because: expect.stringMatching(/^Half of the time is gone: 10/),
    });
    expect((await due())?.near).toBeUndefined();
    expect(await told('sam')).toEqual([expect.stringMatching(/^Half of the time is gone: 10/)]);
    // who has the same role, and another's task in view, is not
    expect(await told('kim')).toEqual([]);
  });

  it('is highlighted when most of the time is gone; on the last day its manager is told, and then it is late', async () => {
    to('2026-09-11');
    expect(await due()).toMatchObject({
      near: true,
      because: expect.stringMatching(/^Most of the time is gone: 10/),
    });
    expect(await told('tia')).toEqual([]);
    to('2026-09-15');
    expect(await due()).toMatchObject({ says: 'due today', late: false });
    expect(await told('tia')).toHaveLength(1);
    expect(await told('sue')).toEqual([]);
    to('2026-09-16');
    expect(await told('tia')).toEqual([]);
    expect(await told('sam')).toEqual([]);
    expect(await due()).toMatchObject({ late: true, because: expect.stringMatching(/^10 working days/) });
  });
});
