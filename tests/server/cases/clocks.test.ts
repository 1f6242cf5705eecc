import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wakeCase } from '../../../server/cases/index.ts';
import { pollOnce } from '../../../server/timers/index.ts';
import { shippedVersions } from '../../support/shipped-version.ts';
import { Workplace, days, type Family } from '../support/workplace.ts';

describe('a clock drawn in the pathway', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toStrategyDiscussion([{ first: 'Ada', born: '2019-03-02' }]);
    await place.complete(family, 'tia', 'hold-discussion', { strategyDecision: ['section-47-joint'] });
    place.server.clock.pass(days(5));
    await place.complete(family, 'sam', 'do-enquiry', { enquiryOutcome: ['initial-conference'] });
    await place.complete(family, 'tia', 'authorise-enquiry', { authorisation: ['authorise'] });
    await place.complete(family, 'bea', 'book-conference');
    await place.complete(family, 'sam', 'write-report');
    await place.complete(family, 'tia', 'authorise-report', { authorisation: ['authorise'] });
    await place.complete(family, 'sam', 'share-report');
    place.server.clock.pass(days(12));
    const plan = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
    await place.complete(family, 'cyd', 'hold-conference', plan);
  });
  afterAll(() => place.close());

  const poll = () => {
    const { store, clock } = place.server;
    const host = { store, clock, versions: shippedVersions };
    return pollOnce({
      ...{ store, clock, owner: 'test', failed: (_id, _attempts, fault) => Promise.reject(fault as Error) },
      onDue: (id) => wakeCase(host, id),
    });
  };
  const steps = async () => (await place.case(family.id)).tasks.map((task) => task.step);

  it('opens nothing before its day', async () => {
    expect((await place.case(family.id)).wakeUp).toBeDefined();
    expect(await poll()).toBe(0);
    expect(await steps()).not.toContain('book-review');
  });

  it('wakes the case once when its day has come, though nobody asked and the server had been away', async () => {
    const { wakeUp = '' } = await place.case(family.id);
    place.server.clock.pass((Date.parse(wakeUp) - Date.parse(place.server.clock.now())) / 1000 + days(2));
    expect(await poll()).toBe(1);
    expect(await steps()).toContain('book-review');
    const { revision } = await place.case(family.id);
    expect(await poll()).toBe(0);
    expect((await place.case(family.id)).revision).toBe(revision);
  });

  it('given twice at the same moment is given once', async () => {
    const host = { ...place.server, versions: shippedVersions };
    const before = await place.case(family.id);
    await Promise.all([wakeCase(host, family.id), wakeCase(host, family.id)]);
    expect((await place.case(family.id)).revision).toBe(before.revision);
  });

  it('stands in the history as the pathway’s own doing', async () => {
    const tia = await place.as('tia');
    const { body } = await tia.get<{ entries: { by: string; kind: string }[] }>(
      `/api/cases/${family.id}/history?limit=400`,
    );
    expect(body.entries.every((entry) => entry.by !== '')).toBe(true);
    const { rows } = await place.server.store.history(family.id, { limit: 500 });
    expect(rows.filter((entry) => entry.by === 'clock').map((entry) => entry.kind)).toContain('task-opened');
  });
});
