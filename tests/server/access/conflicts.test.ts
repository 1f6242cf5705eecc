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
    expect((await change({ conflicts: [] })).status).toBe(200);
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
});
