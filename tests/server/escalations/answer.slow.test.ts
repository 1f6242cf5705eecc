import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, personFrom } from '../../../server/access/index.ts';
import { answer } from '../../../server/escalations/answer.ts';
import type { Escalation } from '../../../server/escalations/escalation.ts';
import { openFor } from '../../../server/escalations/open-for.ts';
import type { Store } from '../../../server/store/port.ts';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

/** Something of a family is taken further, and somebody answers it. */
describe('what is taken further', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Ada', born: '2019-03-02' }]);
  });
  afterAll(() => place.close());

  const further = async (to: object) =>
    (await place.as('sam')).post<Refusal & { id: string }>(`/api/cases/${family.id}/escalations`, {
      ...{ to, reason: 'Nobody could visit', commandId: place.command() },
    });
  const person = async (id: string) => {
    const account = await accountOf(place.server.store, id);
    if (!account) throw new Error(`no account ${id}`);
    return personFrom(place.server, account.body);
  };

  it('goes to nobody who only reads: no inspector answers into the history', async () => {
    await place.server.signedIn('inspector', 'north', 'ivy');
    const sent = await further({ account: 'ivy' });
    expect(sent).toMatchObject({ status: 422, body: { refusal: { reason: 'unknown-account' } } });
    expect((await further({ account: 'sue' })).status).toBe(200);
  });

  it('is decided once: who answers in the same moment is told, and the history says one decision', async () => {
    const { server } = place;
    const { id } = (await further({ role: 'team-manager' })).body;
    const says = (words: string) => ({ says: words, commandId: place.command() });
    const [tia, tom] = [await person('tia'), await person('tom')];
    // a colleague's answer stands in the history, and the escalation does not say so yet
    const kept = Promise.withResolvers<undefined>();
    const put: Store['put'] = async (asked) => {
      await kept.promise;
      return server.store.put(asked);
    };
    const host = { store: server.store, clock: server.clock, versions: server.versions };
    const decided = Promise.withResolvers<undefined>();
    const commit: Store['commit'] = async (asked) => {
      const result = await server.store.commit(asked);
      decided.resolve(undefined);
      return result;
    };
    const slow = new Proxy(server.store, {
      get: (target, name: keyof Store) => (name === 'put' ? put : name === 'commit' ? commit : target[name]),
    });
    const first = answer({ ...host, store: slow }, tia, { case: family.id, id }, says('Visit today'));
    await decided.promise;
    const second = answer(host, tom, { case: family.id, id }, says('Visit next week'));
    await expect(second).rejects.toMatchObject({ status: 409, message: 'answered' });
    kept.resolve(undefined);
    await first;
    const { rows } = await server.store.history(family.id, {});
    const answered = rows.filter(({ kind }) => kind === 'escalation-answered');
    expect(answered.map(({ about }) => about['reason'])).toEqual(['Visit today']);
    const document = await server.store.document<Escalation>('escalation', id);
    expect(document?.body.answered).toMatchObject({ by: 'tia', says: 'Visit today' });
  });

  it('is on the list of whoever it is for, however many of other families wait for the same role', async () => {
    const { server } = place;
    const { id } = (await further({ role: 'service-manager' })).body;
    const put = { kind: 'escalation', id: '0', owner: 'role:service-manager', expecting: 0 } as const;
    await server.store.put({ ...put, body: { kind: 'escalation', case: 'another', at: '2026-01-01' } });
    // pages of one stand for the hundreds that a page holds
    const list = ((view, filter, page) =>
      server.store.list(view, filter, { ...page, limit: 1 })) as Store['list'];
    const store = new Proxy(server.store, {
      get: (target, name: keyof Store) => (name === 'list' ? list : target[name]),
    });
    const host = { store, clock: server.clock, versions: server.versions };
    const open = await openFor(host, await person('sue'));
    expect(open.map((one) => one.id)).toContain(id);
  });
});
