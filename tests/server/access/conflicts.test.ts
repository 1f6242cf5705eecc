import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

interface Row {
  id: string;
  conflicts: string[];
  revision: number;
}

describe('a conflict of interest', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.openFamily([{ first: 'Zelda', born: '2019-03-02' }]);
  });
  afterAll(() => place.close());

  const ada = () => place.server.signedIn('administrator', 'north', 'ada');
  const row = async () => {
    const { body } = await (await ada()).get<Row[]>('/api/accounts');
    return body.find(({ id }) => id === 'kim') as Row;
  };
  const change = async (over: object) => {
    const account = { displayName: 'Kim', roles: ['social-worker'], team: 'north', disabled: false };
    const { revision } = await row();
    return (await ada()).put<Refusal>('/api/accounts/kim', { ...account, revision, ...over });
  };
  const opens = async () => (await (await place.as('kim')).get(`/api/cases/${family.id}`)).status;

  it('hides a family from one account by its reference number, and opens it again', async () => {
    expect(await opens()).toBe(200);
    expect((await change({ conflicts: [family.id] })).status).toBe(200);
    expect(await opens()).toBe(404);
    expect((await row()).conflicts).toEqual([family.id]);
    expect((await change({ conflicts: [] })).body.refusal.reason).toBe('reason');
    expect((await change({ conflicts: [], reason: 'It was another family.' })).status).toBe(200);
    expect(await opens()).toBe(200);
  });

  it('stays when something else of the account is changed', async () => {
    await change({ conflicts: [family.id] });
    expect((await change({ displayName: 'Kimberley' })).status).toBe(200);
    expect(await opens()).toBe(404);
  });

  it('is not noted for a number that no family has, and nothing else is changed then', async () => {
    const answer = await change({ displayName: 'Nobody', conflicts: [family.id, 'mistyped'] });
    expect([answer.status, answer.body.refusal.reason]).toEqual([422, 'unknown-family']);
    expect(await row()).toMatchObject({ conflicts: [family.id], displayName: 'Kimberley' });
  });

  it('is told to who looks after accounts without any name', async () => {
    const rows = JSON.stringify((await (await ada()).get<Row[]>('/api/accounts')).body);
    expect(rows).toContain(family.id);
    expect(rows).not.toMatch(/Marsh|Zelda/);
  });

  it('stands in the audit with the family, and on the account with who did what', async () => {
    const { rows } = await place.server.store.list('audit', { case: family.id });
    const thing = { kind: 'account', id: 'kim' };
    expect(rows).toContainEqual(expect.objectContaining({ action: 'hide-family', actor: 'ada', thing }));
    expect(rows).toContainEqual(expect.objectContaining({ action: 'show-family', actor: 'ada', thing }));
    const log = await (await ada()).get<{ families: object[] }>('/api/accounts/kim/log');
    expect(log.body.families.at(-2)).toMatchObject({
      ...{ case: family.id, hidden: false, by: 'ada', reason: 'It was another family.' },
    });
  });

  it('of one’s own is nobody’s to change or to read, and is taken away by another than who set it', async () => {
    const bob = await place.server.signedIn('administrator', 'north', 'bob');
    const put = async (browser: typeof bob, id: string, conflicts: string[]) => {
      const { body } = await bob.get<(Row & { displayName: string; roles: string[] })[]>('/api/accounts');
      const { displayName, roles, revision } = body.find((one) => one.id === id) as (typeof body)[number];
      const sent = { displayName, roles, team: 'north', disabled: false, revision, conflicts, reason: 'So.' };
      return (await browser.put<Refusal>(`/api/accounts/${id}`, sent)).body.refusal?.reason;
    };
    expect(await put(await ada(), 'kim', [])).toBe('second-person');
    expect(await put(bob, 'ada', [family.id])).toBeUndefined();
    expect(await put(await ada(), 'ada', [])).toBe('own-account');
    const told = (await (await ada()).get<Row[]>('/api/accounts')).body;
    expect(told.flatMap(({ conflicts }) => conflicts)).not.toContain(family.id);
    expect(JSON.stringify((await (await ada()).get('/api/accounts/ada/log')).body)).not.toContain(family.id);
    // what she does not see of a colleague stays when she changes what she sees
    expect(await put(await ada(), 'kim', [])).toBeUndefined();
    expect(await opens()).toBe(404);
    expect(await put(bob, 'kim', [])).toBeUndefined();
    expect(await opens()).toBe(200);
  });
});
