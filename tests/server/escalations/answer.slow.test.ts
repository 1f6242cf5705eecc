import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, personFrom } from '../../../server/access/index.ts';
import { answer } from '../../../server/escalations/answer.ts';
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
    // a colleague's answer is stored between what was looked at first and what is decided
    let first: Promise<void> | undefined;
    const load: Store['load'] = async (...asked) => {
      first ??= answer(server, tia, { case: family.id, id }, says('Visit today'));
      await first;
      return server.store.load(...asked);
    };
    const store = new Proxy(server.store, {
      get: (target, name: keyof Store) => (name === 'load' ? load : target[name]),
    });
    const host = { store, clock: server.clock, versions: server.versions };
    const second = answer(host, tom, { case: family.id, id }, says('Visit next week'));
    await expect(second).rejects.toMatchObject({ status: 409, message: 'answered' });
    const { rows } = await server.store.history(family.id, {});
    const answered = rows.filter(({ kind }) => kind === 'escalation-answered');
    expect(answered.map(({ about }) => about['reason'])).toEqual(['Visit today']);
  });
});
