import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountNamed, changeAccount, accountOf } from '../../../server/access/index.ts';
import { empty } from '../identity/at-the-provider.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Plan {
  faults: { line: number; message: string }[];
  steps: { does: string; name: string; because: string[] }[];
  counts: { made: number; changed: number; disabled: number; same: number };
  fingerprint: string;
}

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await empty(server.store, ['account', 'sign-in-name', 'session', 'provisioning']);
  admin = await server.signedIn('administrator', 'north', 'ada');
});

const heading = 'username,name,roles,team,until';
const table = (...lines: string[]): string => [heading, ...lines].join('\n');
const good = table(
  'sam,Sam Reed,Social worker,North team,',
  'kim,"Lee, Kim",social-worker; team-manager,south,2026-12-31',
);

const plan = async (text: string, disableMissing = false): Promise<Plan> =>
  (await admin.post<Plan>('/api/accounts/import-plan', { table: text, disableMissing })).body;

const carryOut = async (text: string, disableMissing = false) => {
  const { fingerprint } = await plan(text, disableMissing);
  return admin.post('/api/accounts/import', { table: text, disableMissing, fingerprint });
};

describe('a table of accounts', () => {
  it('says what it would do, and changes nothing by that', async () => {
    const said = await plan(good);
    expect(said).toMatchObject({ faults: [], counts: { made: 2, changed: 0, disabled: 0, same: 0 } });
    expect(await accountNamed(server.store, 'sam')).toBeUndefined();
  });

  it('makes the accounts it names, by names as people read them, and is the same a second time', async () => {
    expect((await carryOut(good)).status).toBe(200);
    expect(await accountNamed(server.store, 'kim')).toMatchObject({
      ...{ displayName: 'Lee, Kim', roles: ['social-worker', 'team-manager'], team: 'south', source: 'csv' },
      until: '2026-12-31T23:59:59.999Z',
    });
    expect((await plan(good)).counts).toEqual({ made: 0, changed: 0, disabled: 0, same: 2 });
  });

  it('has one message for each fault with its line, and then does nothing of it', async () => {
    const faulty = table(
      'sam,Sam Reed,social-worker,,',
      ',Nobody,social-worker,,',
      'kim,Kim,Wizard,Nowhere,31/12/2026',
      'SAM,Another,social-worker,,',
      'lou,Lou,,,',
    );
    const said = await plan(faulty);
    expect(said.faults.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([
      '3: There is no username.',
      '4: There is no role "Wizard".',
      '4: There is no team "Nowhere". Make it first, or correct it.',
      '4: "31/12/2026" is not a day. Write it as year-month-day.',
      '5: The username stands in line 2 already.',
      '6: There is no role: write at least one.',
    ]);
    expect((await carryOut(faulty)).status).toBe(422);
    expect(await accountNamed(server.store, 'sam')).toBeUndefined();
  });

  it('must have a heading that is understood', async () => {
    const said = await plan('username,email\nsam,sam@x.example');
    expect(said.faults.map(({ message }) => message)).toEqual([
      'The heading has no column "name".',
      'The heading has no column "roles".',
      'The column "email" is not known here. Take it out; known are username, name, roles, team, until.',
    ]);
    expect((await plan(`${heading}\n"sam,Sam`)).faults).toHaveLength(1);
  });

  it('leaves whoever is missing alone unless asked, and then only who came by a table', async () => {
    await carryOut(good);
    await admin.post('/api/accounts', { name: 'hand', displayName: 'By hand', roles: ['social-worker'] });
    const less = table('sam,Sam Reed,Social worker,North team,');
    expect((await plan(less)).steps).toEqual([]);
    expect((await plan(less, true)).steps.map(({ does, name }) => [does, name])).toEqual([
      ['disable', 'kim'],
    ]);
    await carryOut(less, true);
    expect(await accountNamed(server.store, 'kim')).toMatchObject({ disabled: true });
    expect(await accountNamed(server.store, 'hand')).not.toHaveProperty('disabled', true);
  });

  it('is not carried out when accounts were changed since it was looked at', async () => {
    await carryOut(good);
    const changed = good.replace('Sam Reed', 'Sam Reed-Hill');
    const { fingerprint } = await plan(changed);
    const sam = await accountNamed(server.store, 'sam');
    const revision = (await accountOf(server.store, sam?.id ?? ''))?.revision ?? 0;
    if (sam) await changeAccount(server.store, { ...sam, team: 'south' }, revision);
    const sent = { table: changed, disableMissing: false, fingerprint };
    expect((await admin.post('/api/accounts/import', sent)).status).toBe(409);
  });

  it('cannot take the last administrator away', async () => {
    const said = await plan(table('ada,Ada,social-worker,,'));
    expect(said.faults).toContainEqual({
      line: 1,
      message: 'Nobody would be left to look after accounts. Keep an administrator.',
    });
  });

  it('that was cut off in the middle is finished by the next who looks', async () => {
    const { store } = server;
    const put = store.put.bind(store);
    let writes = 0;
    // the server dies after the plan, the first name, the first account and the second name were written
    store.put = (asked) => {
      if (asked.kind === 'session') return put(asked);
      writes += 1;
      return writes > 4 ? Promise.reject(new Error('gone')) : put(asked);
    };
    expect((await carryOut(good)).status).toBe(500);
    store.put = put;
    expect(await accountNamed(store, 'kim')).toBeUndefined();
    await plan(good);
    expect(await accountNamed(store, 'kim')).toMatchObject({ displayName: 'Lee, Kim' });
    expect((await store.list('documents', { kind: 'provisioning' })).rows).toEqual([]);
  });

  it('needs an administrator who has just shown that it is them', async () => {
    const manager = await server.signedIn('team-manager');
    const sent = { table: good, disableMissing: false };
    expect((await manager.post('/api/accounts/import-plan', sent)).status).toBe(403);
    const { fingerprint } = await plan(good);
    server.clock.pass(601);
    const late = await admin.post<{ refusal: { reason: string } }>('/api/accounts/import', {
      ...sent,
      fingerprint,
    });
    expect([late.status, late.body.refusal.reason]).toEqual([403, 'step-up']);
  });
});
