import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aCommit, aFamily } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Match {
  id: string;
  name: string;
  families: { id: string }[];
}
interface Same {
  joined: (Match & { by: { name: string } })[];
  alike: (Match & { likeness: string[] })[];
}

describe('people who are on file twice', () => {
  let server: TestServer;
  let sam: Browser;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
  });
  afterEach(() => server.close());

  const make = async (person: object): Promise<string> =>
    (await sam.post<{ id: string }>('/api/people', { person, commandId: JSON.stringify(person) })).body.id;
  const belongs = (id: string, people: string[], more: object = {}) =>
    server.store.commit(
      aCommit(0, {
        case: aCase(id),
        family: aFamily(id, { team: 'north', staff: ['sam'], people, ...more }),
      }),
    );
  const same = async (id: string, who = sam) => (await who.get<Same>(`/api/people/${id}/same`)).body;
  const say = (id: string, other: string, how: '' | '/undo' = '', who = sam) =>
    who.post<object>(`/api/people/${id}/same${how}`, { other, commandId: `${id}${other}${how}` });

  it('are found by a number, by the day of birth with a name that is alike, or by it with the address', async () => {
    const home = { line1: '12 Harbour Row', postcode: 'ZZ99 3AB' };
    const ella = { firstNames: 'Ella', familyName: 'Ashdown', dateOfBirth: '2019-04-01' };
    const id = await make({ ...ella, nhsNumber: '9991234567', addresses: [home] });
    await make({ firstNames: 'Elle', familyName: 'Ashdowne', dateOfBirth: '2019-04-01' });
    await make({ firstNames: 'Ella', familyName: 'Ashdon', addresses: [home] });
    await make({ firstNames: 'Petra', familyName: 'Jones', nhsNumber: '9991234567' });
    await make({ firstNames: 'Tom', familyName: 'Ashdown', dateOfBirth: '2019-04-01', addresses: [home] });
    await make({ firstNames: 'Ella', familyName: 'Ashdown', dateOfBirth: '2012-12-12' });
    const { alike } = await same(id);
    expect(alike.map(({ name, likeness }) => `${name}: ${likeness.join(', ')}`).sort()).toEqual([
      'Ella Ashdon: name, address',
      'Elle Ashdowne: born, name',
      'Petra Jones: number',
    ]);
  });

  it('are never found by a sensitive address', async () => {
    const refuge = { line1: '7 Refuge Lane', postcode: 'ZZ99 4CD', sensitive: true };
    const id = await make({ firstNames: 'Dana', familyName: 'Marsh', addresses: [refuge] });
    await make({ firstNames: 'Dana', familyName: 'Marsch', addresses: [refuge] });
    expect((await same(id)).alike).toEqual([]);
  });

  it('said to be one are found once, with the families of both; and are two again when that is taken back', async () => {
    const one = await make({ firstNames: 'Ella', familyName: 'Ashdown', dateOfBirth: '2019-04-01' });
    const two = await make({ firstNames: 'Ela', familyName: 'Ashdown', dateOfBirth: '2019-04-01' });
    await belongs('case-1', [one]);
    await belongs('case-2', [two]);
    const found = async () =>
      (await sam.post<Match[]>('/api/people/search', { text: 'Ashdown' })).body.map(({ families }) =>
        families.map(({ id }) => id).sort(),
      );
    expect(await found()).toEqual([['case-1'], ['case-2']]);
    for (const _ of ['once', 'and again']) expect((await say(one, two)).status).toBe(200);
    expect(await found()).toEqual([['case-1', 'case-2']]);
    expect(await same(two)).toMatchObject({ joined: [{ id: one, by: { name: 'sam' } }], alike: [] });
    expect((await say(two, one, '/undo')).status).toBe(200);
    expect(await found()).toEqual([['case-1'], ['case-2']]);
    expect((await same(two)).joined).toEqual([]);
  });

  it('are told of to each family by the one it knows, and stand on the trail of both', async () => {
    const one = await make({ firstNames: 'Ella', familyName: 'Ashdown' });
    const two = await make({ firstNames: 'Zelda', familyName: 'Marsh' });
    await belongs('case-1', [one]);
    await belongs('case-2', [one], { team: 'south', worker: 'sal', staff: ['sal'] });
    const restricted = { to: ['sam'], contact: 'Sam', shown: 'hidden' };
    await belongs('case-3', [two], { restricted });
    const sal = await server.signedIn('social-worker', 'south', 'sal');
    expect((await say(one, two)).status).toBe(200);
    const told = JSON.stringify((await sal.get<object[]>('/api/notices')).body);
    expect(told).toContain('Ella Ashdown');
    expect(told).not.toContain('Zelda');
    const { rows } = await server.store.list('audit', { case: 'case-3' });
    expect(rows.map(({ action, thing }) => `${action} ${thing?.id ?? ''}`)).toContain(`join-people ${two}`);
  });

  it('are joined by nobody who may not read both, and a restricted one is shown to nobody outside', async () => {
    const one = await make({ firstNames: 'Ella', familyName: 'Ashdown', nhsNumber: '9991234567' });
    const two = await make({ firstNames: 'Ella', familyName: 'Marsh', nhsNumber: '9991234567' });
    await belongs('case-1', [one]);
    const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' };
    await belongs('case-2', [two], { staff: ['kim'], restricted });
    expect((await same(one)).alike).toEqual([]);
    expect((await say(one, two)).status).toBe(422);
    const kim = await server.signedIn('social-worker', 'north', 'kim');
    expect((await say(two, one, '', kim)).status).toBe(200);
    expect(await same(one)).toEqual({ joined: [], alike: [] });
    expect((await same(two, kim)).joined).toHaveLength(1);
  });
});
