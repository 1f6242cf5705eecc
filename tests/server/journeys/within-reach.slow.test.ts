import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personFrom } from '../../../server/access/index.ts';
import type { Person } from '../../../server/access/index.ts';
import type { Account } from '../../../server/access/index.ts';
import { journeysFor, nameable } from '../../../server/journeys/index.ts';
import { Workplace, type Family, type Who } from '../support/workplace.ts';

describe('the journeys that a person may count', () => {
  let place: Workplace;
  let marsh: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    marsh = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
  });
  afterAll(() => place.close());

  const personCalled = async (id: string, over: Partial<Person> = {}): Promise<Person> => {
    const account = (await place.server.store.document<Account>('account', id))?.body;
    if (!account) throw new Error(`no account ${id}`);
    return { ...(await personFrom(place.server, account)), ...over };
  };
  const counted = async (person: Person, asked = {}): Promise<string[]> =>
    (await journeysFor(place.server, person, asked)).map(({ child }) => child).sort();

  it('are those of their own team, of the whole service or of all, as on the board', async () => {
    const all = [...marsh.children].sort();
    for (const name of ['tia', 'sue', 'hal'] satisfies Who[]) {
      expect(await counted(await personCalled(name))).toEqual(all);
    }
    const elsewhere = await personCalled('tia', { team: { id: 'south', name: 'South' }, serviceTeams: [] });
    expect(await counted(elsewhere)).toEqual([]);
    expect((await nameable(place.server, elsewhere))(marsh.id)).toBe(false);
    expect(await counted(await personCalled('hal'), { team: 'north', worker: 'sam' })).toEqual(all);
    expect(await counted(await personCalled('hal'), { worker: 'kim' })).toEqual([]);
  });

  it('say at once what a command changed, and name families only to whoever may open them', async () => {
    const tia = await personCalled('tia');
    const stages = async () =>
      (await journeysFor(place.server, tia)).map(({ stages }) => stages.at(-1)?.stage);
    expect(await stages()).toEqual(['assessment', 'assessment']);
    const cai = await place.openFamily([{ first: 'Cai', born: '2018-01-02' }]);
    expect(await stages()).toEqual(expect.arrayContaining(['contact', 'assessment', 'assessment']));
    const isNamed = await nameable(place.server, tia);
    expect([isNamed(marsh.id), isNamed(cai.id), isNamed('nobody')]).toEqual([true, true, false]);
    const invented = await nameable(place.server, { ...tia, pseudonymised: true });
    expect(invented(marsh.id)).toBe(false);
  });

  it('are named apart from others of their team to whoever works with the family, covers for them or was let in', async () => {
    const away = { team: { id: 'south', name: 'South' }, serviceTeams: [] };
    const [grant] = [
      { id: 'g', kind: 'break-glass', case: marsh.id, actions: ['read-family'], until: '2099' },
    ];
    const names = async (who: Who, over: Partial<Person> = {}) =>
      (await nameable(place.server, await personCalled(who, { ...away, ...over })))(marsh.id);
    expect(await names('kim')).toBe(false);
    expect(await names('sam')).toBe(true);
    expect(await names('kim', { covers: ['sam'] })).toBe(true);
    expect(await names('kim', { grants: [grant as never] })).toBe(true);
    expect(await names('kim', { grants: [grant as never], conflicts: [marsh.id] })).toBe(false);
  });

  it('leave out a family that is hidden from them, or restricted to others', async () => {
    const sue = await personCalled('sue');
    const tia = await personCalled('tia', { conflicts: [marsh.id] });
    expect(await counted(tia)).not.toEqual(expect.arrayContaining(marsh.children));
    const restricting = await place.as('hal');
    const restriction = { to: ['hal', 'sam', 'tia', 'bea', 'fay'], contact: 'Hal', shown: 'hidden' };
    const done = await restricting.post(`/api/cases/${marsh.id}/restriction`, {
      ...{ restriction, reason: 'A colleague’s family', commandId: place.command() },
    });
    expect(done.status).toBe(200);
    expect(await counted(sue)).not.toEqual(expect.arrayContaining(marsh.children));
    expect(await counted(await personCalled('tia'))).toEqual(expect.arrayContaining(marsh.children));
    expect((await nameable(place.server, sue))(marsh.id)).toBe(false);
  });
});
