import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession } from '../../../server/access/index.ts';
import { rightsHere } from '../../../server/access/rights-here.ts';
import { defaultRights } from '../../../server/access/rights.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Refused {
  refusal: { reason: string };
}

let server: TestServer;
let ada: Browser;
beforeAll(async () => {
  server = await testServer();
  ada = await server.signedIn('administrator', 'north', 'ada');
});
afterAll(() => server.close());

const change = (role: string, action: string, to: string | null, revision: number) =>
  ada.put<{ revision: number } & Refused>(`/api/roles/${role}/rights/${action}`, {
    ...{ to, reason: 'The authority decided so.', revision },
  });

it('a right that the authority takes away is gone at the next request, and says who took it', async () => {
  const cyd = await server.signedIn('conference-chair', 'north', 'cyd');
  expect((await cyd.post('/api/cases/search', { text: 'Marsh' })).status).toBe(200);
  expect((await change('conference-chair', 'find-families', null, 0)).body).toEqual({ revision: 1 });
  expect((await cyd.post('/api/cases/search', { text: 'Marsh' })).status).toBe(403);
  const roles = await ada.get<{ log: object[] }>('/api/roles');
  expect(roles.body.log).toMatchObject([
    {
      by: 'ada',
      role: 'conference-chair',
      action: 'find-families',
      from: 'all',
      reason: 'The authority decided so.',
    },
  ]);
});

it('a right that the authority gives holds at the next request', async () => {
  const pra = await server.signedIn('practice-lead', 'north', 'pra');
  expect((await pra.post('/api/cases/search', { text: 'Marsh' })).status).toBe(403);
  await change('practice-lead', 'find-families', 'all', 1);
  expect((await pra.post('/api/cases/search', { text: 'Marsh' })).status).toBe(200);
});

it('two who change at once: one is told', async () => {
  expect((await change('practice-lead', 'find-people', 'all', 1)).status).toBe(409);
});

it('there is always somebody who can put the rights in order again, and no right that does not exist', async () => {
  expect((await change('administrator', 'manage-roles', null, 2)).body.refusal.reason).toBe('nobody-left');
  expect((await change('administrator', 'fly', 'all', 2)).body.refusal.reason).toBe('unknown-right');
  expect((await change('nobody', 'manage-roles', 'all', 2)).body.refusal.reason).toBe('unknown-right');
});

it('a right to a list reaches a team or more: nobody is given the whole team’s as their own', async () => {
  for (const action of ['list-work', 'see-stages']) {
    expect((await change('social-worker', action, 'own', 2)).body.refusal.reason).toBe('of-teams');
  }
});

it('nobody widens what their own role may do, and a role that comes to records is told to who else decides', async () => {
  await server.signedIn('administrator', 'north', 'bob');
  const hos = await server.signedIn('head-of-service', 'north', 'hos');
  expect((await change('administrator', 'read-record', 'all', 2)).body.refusal.reason).toBe('own-role');
  expect((await change('learning-audience', 'read-record', 'own', 2)).status).toBe(200);
  expect(JSON.stringify((await hos.get('/api/notices')).body)).toContain('changed the rights of a role');
});

it('asks whoever changes them to show again who they are', async () => {
  const long = { strong: false, at: '2026-09-01T08:00:00.000Z' };
  const token = await openSession(server, 'ada', long);
  const session = await server.app.inject({
    url: '/api/session',
    headers: { cookie: `throughline=${token}` },
  });
  const { csrf } = session.json<{ csrf: string }>();
  const answer = await server.app.inject({
    ...{ method: 'PUT', url: '/api/roles/practice-lead/rights/find-people' },
    headers: { cookie: `throughline=${token}`, 'x-csrf-token': csrf },
    payload: { to: null, reason: 'No', revision: 2 },
  });
  expect(answer.json<Refused>().refusal.reason).toBe('step-up');
});

it('a right that is newer than what the authority decided comes to the roles of the defaults, unless it decided of that one', async () => {
  const other = await testServer();
  // as an earlier release kept it: what the authority changed, and nothing of rights that came later
  const decided = { 'social-worker': { 'find-families': null, 'open-contact': 'team' } };
  const put = { kind: 'setting', id: 'rights', expecting: 0 } as const;
  await other.store.put({ ...put, body: { changed: decided, log: [] } });
  const reach = async () => (await rightsHere(other.store)).get('social-worker')?.reach;
  const given = defaultRights.get('social-worker')?.reach;
  expect(given).toMatchObject({ 'change-plan': 'own', 'share-output': 'own' });
  const { 'find-families': _, ...rest } = given ?? {};
  expect(await reach()).toEqual({ ...rest, 'open-contact': 'team' });
  const later = { 'social-worker': { ...decided['social-worker'], 'change-plan': null } };
  await other.store.put({ ...put, expecting: 1, body: { changed: later, log: [] } });
  expect(await reach()).not.toHaveProperty('change-plan');
  expect(await reach()).toHaveProperty('share-output', 'own');
  await other.close();
});
