import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../../server/access/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Refusal {
  refusal: { reason: string };
}
interface Made {
  id: string;
  waiting: string[];
}

let server: TestServer;
let ada: Browser;
beforeEach(async () => {
  server = await testServer();
  ada = await server.signedIn('administrator', 'north', 'ada');
});
afterEach(() => server.close());

const bob = () => server.signedIn('administrator', 'north', 'bob');
const makes = (browser: Browser, name: string, ...roles: string[]) =>
  browser.post<Made>('/api/accounts', { name, displayName: name, roles });
const rolesOf = async (id: string) => (await accountOf(server.store, id))?.body.roles;
const changes = async (browser: Browser, id: string, change: object) => {
  const { body, revision = 0 } = (await accountOf(server.store, id)) ?? {};
  const { displayName, roles, team, disabled = false } = body ?? {};
  const sent = { ...{ displayName, roles, team, disabled, revision }, ...change };
  return browser.put<Made & Refusal>(`/api/accounts/${id}`, sent);
};
const done = async () => (await server.store.list('audit', {})).rows.map(({ action }) => action);

describe('roles that reach what is written about families', () => {
  it('are given by the only one who looks after accounts, and the audit says that it was one alone', async () => {
    const { body } = await makes(ada, 'sam', 'social-worker');
    expect([body.waiting, await rolesOf(body.id)]).toEqual([[], ['social-worker']]);
    expect(await done()).toContain('give-roles-alone');
  });

  it('wait for a second person, who is neither who gave them nor who gets them', async () => {
    const second = await bob();
    const { body } = await makes(ada, 'sam', 'social-worker', 'practice-lead');
    expect([body.waiting, await rolesOf(body.id)]).toEqual([['social-worker'], ['practice-lead']]);
    const confirm = async (browser: Browser) =>
      (await browser.post<Refusal>(`/api/accounts/${body.id}/roles/confirm`)).body.refusal?.reason;
    expect(await confirm(ada)).toBe('second-person');
    expect(await rolesOf(body.id)).toEqual(['practice-lead']);
    expect((await second.get('/api/role-requests')).body).toMatchObject([
      { account: { id: body.id, name: 'sam' }, roles: ['Social worker'], by: 'ada', mine: false },
    ]);
    const notices = await second.get('/api/notices');
    expect(JSON.stringify(notices.body)).toContain('second person has to confirm');
    expect(await confirm(second)).toBeUndefined();
    expect(await rolesOf(body.id)).toEqual(['practice-lead', 'social-worker']);
    expect((await second.get('/api/role-requests')).body).toEqual([]);
    const log = await ada.get<{ changes: object[] }>(`/api/accounts/${body.id}/log`);
    expect(log.body.changes[0]).toMatchObject({
      ...{ by: 'ada', confirmedBy: 'bob', from: { roles: ['practice-lead'] } },
      to: { roles: ['practice-lead', 'social-worker'] },
    });
    expect(await done()).toEqual(expect.arrayContaining(['ask-for-roles', 'confirm-roles']));
  });

  it('are not held when the second person says no, or the first thinks better of it', async () => {
    const second = await bob();
    for (const [name, browser] of [
      ['sam', second],
      ['kim', ada],
    ] as const) {
      const { id } = (await makes(ada, name, 'head-of-service')).body;
      expect((await browser.post(`/api/accounts/${id}/roles/refuse`)).status).toBe(200);
      expect((await second.post(`/api/accounts/${id}/roles/confirm`)).status).toBe(404);
      expect(await rolesOf(id)).toEqual([]);
    }
  });

  it('are nobody’s to give themselves, by the page or by a table', async () => {
    await bob();
    for (const change of [
      { roles: ['administrator', 'head-of-service'] },
      { team: 'south' },
      { until: '2027-01-01' },
    ]) {
      expect((await changes(ada, 'ada', change)).body.refusal.reason).toBe('own-account');
    }
    const table = 'username,name,roles,team,until\nada,Ada,administrator;head-of-service,north,';
    const plan = await ada.post<{ faults: { message: string }[] }>('/api/accounts/import-plan', {
      ...{ table, disableMissing: false },
    });
    expect(plan.body.faults[0]?.message).toContain('your own account');
  });

  it('wait in a table as on the page, and when an account is opened again', async () => {
    await bob();
    const table = 'username,name,roles,team,until\nsam,Sam,social-worker;practice-lead,north,';
    const sent = { table, disableMissing: false };
    const { fingerprint } = (await ada.post<{ fingerprint: string }>('/api/accounts/import-plan', sent)).body;
    expect((await ada.post('/api/accounts/import', { ...sent, fingerprint })).status).toBe(200);
    const [waits] = (await ada.get<{ account: { id: string } }[]>('/api/role-requests')).body;
    expect(await rolesOf(waits?.account.id ?? '')).toEqual(['practice-lead']);
    await server.signedIn('head-of-service', 'north', 'hos');
    expect((await changes(ada, 'hos', { disabled: true })).body.waiting).toEqual([]);
    expect((await changes(ada, 'hos', { disabled: false })).body.waiting).toEqual(['head-of-service']);
    expect(await rolesOf('hos')).toEqual([]);
    await server.signedIn('conference-chair', 'north', 'cyd');
    expect((await changes(ada, 'cyd', { until: '2026-08-31' })).status).toBe(200);
    const still = await changes(ada, 'cyd', { displayName: 'Cyd', until: '2026-08-31' });
    expect([still.body.waiting, await rolesOf('cyd')]).toEqual([[], ['conference-chair']]);
    expect((await changes(ada, 'cyd', { until: '2026-12-31' })).body.waiting).toEqual(['conference-chair']);
  });

  it('do not become one’s own to give by ending the colleague who would be asked, nor by making one', async () => {
    await bob();
    expect((await changes(ada, 'bob', { disabled: true })).status).toBe(200);
    expect((await makes(ada, 'sam', 'social-worker')).body.waiting).toEqual(['social-worker']);
    expect((await makes(ada, 'puppet', 'administrator')).body.waiting).toEqual(['administrator']);
    server.clock.pass(8 * 24 * 60 * 60);
    const later = await server.signedIn('administrator', 'north', 'ada');
    expect((await makes(later, 'kim', 'social-worker')).body.waiting).toEqual([]);
  });

  it('given by somebody who has such a role need no second person', async () => {
    await bob();
    const both = await server.signedIn(['administrator', 'head-of-service'], 'north', 'cyd');
    expect((await makes(both, 'sam', 'social-worker')).body.waiting).toEqual([]);
  });
});

describe('what is changed of accounts and teams', () => {
  it('is kept from and to, and a team is changed by somebody who has just shown who they are', async () => {
    await server.signedIn('practice-lead', 'north', 'pat');
    await changes(ada, 'pat', { displayName: 'Pat', team: 'south' });
    const log = await ada.get<{ changes: object[] }>('/api/accounts/pat/log');
    expect(log.body.changes).toMatchObject([
      { by: 'ada', from: { displayName: 'pat', team: 'north' }, to: { displayName: 'Pat', team: 'south' } },
    ]);
    expect((await ada.put('/api/teams/north', { name: 'North', service: 'adults' })).status).toBe(200);
    expect((await ada.get('/api/teams/north/log')).body).toMatchObject([
      {
        by: 'ada',
        from: { name: 'North team', service: 'children' },
        to: { name: 'North', service: 'adults' },
      },
    ]);
    server.clock.pass(601);
    expect((await ada.put<Refusal>('/api/teams/north', { name: 'N' })).body.refusal.reason).toBe('step-up');
  });

  it('a link to choose a password is told to whom it is for', async () => {
    const sam = await server.signedIn('social-worker', 'north', 'sam');
    expect((await ada.post('/api/accounts/sam/password-link')).status).toBe(200);
    expect(JSON.stringify((await sam.get('/api/notices')).body)).toContain('link to choose your password');
  });
});
