import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../../server/access/index.ts';
import { accountWithPassword, testServer, type Browser, type TestServer } from '../support/test-server.ts';

const password = 'a long enough phrase';
let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await testServer();
  admin = await server.signedIn('administrator', 'north', 'ada');
});
afterEach(() => server.close());

interface Refusal {
  refusal: { reason: string };
}
const account = { displayName: 'Ada', roles: ['administrator'], disabled: false };

describe('accounts', () => {
  it('cannot be left without anybody who looks after them', async () => {
    const revision = (await accountOf(server.store, 'ada'))?.revision ?? 0;
    const body = { ...account, team: 'north', disabled: true, revision };
    const answer = await admin.put<Refusal>('/api/accounts/ada', body);
    expect([answer.status, answer.body.refusal.reason]).toEqual([422, 'last-administrator']);
    const bob = await server.signedIn('administrator', 'north', 'bob');
    const gone = { ...account, team: 'north', roles: [], revision };
    expect((await bob.put('/api/accounts/ada', gone)).status).toBe(200);
    const { revision: now = 0 } = (await accountOf(server.store, 'bob')) ?? {};
    const last = { ...account, displayName: 'bob', team: 'north', disabled: true, revision: now };
    expect((await bob.put<Refusal>('/api/accounts/bob', last)).body.refusal.reason).toBe(
      'last-administrator',
    );
  });

  it('end by themselves after their last day, and what they are beside stays with a change', async () => {
    const made = await admin.post<{ id: string }>('/api/accounts', {
      ...{ name: 'ins', displayName: 'Ines', roles: ['social-worker'], until: '2026-09-01' },
    });
    const ines = await server.signedIn('social-worker', 'north', made.body.id);
    expect((await ines.get('/api/staff')).status).toBe(200);
    const rows = (await admin.get<{ id: string; until?: string; open: boolean }[]>('/api/accounts')).body;
    expect(rows.find(({ id }) => id === made.body.id)).toMatchObject({ until: '2026-09-01', open: true });
    // 1 September ends in London at 23:00 in UTC
    server.clock.pass(14 * 60 * 60);
    const late = await server.signedIn('social-worker', 'north', made.body.id);
    expect((await late.get('/api/staff')).status).toBe(401);
  });

  it('of an inspector or a partner end within half a year', async () => {
    for (const role of ['inspector', 'partner-agency']) {
      const make = async (until?: string) =>
        (
          await admin.post('/api/accounts', {
            name: role + String(until),
            displayName: 'X',
            roles: [role],
            until,
          })
        ).status;
      expect(await make()).toBe(422);
      expect(await make('2027-09-01')).toBe(422);
      expect(await make('2027-02-28')).toBe(200);
    }
  });

  it('get no password from anybody: whoever they are for chooses it', async () => {
    const body = { name: 'sam', displayName: 'Sam', roles: [], password };
    expect((await admin.post('/api/accounts', body)).status).toBe(400);
  });

  it('get a team that exists, and roles only from somebody who has just shown that it is them', async () => {
    const body = { name: 'sam', displayName: 'Sam', roles: ['social-worker'] };
    expect((await admin.post('/api/accounts', { ...body, team: 'nowhere' })).status).toBe(422);
    server.clock.pass(601);
    const answer = await admin.post<Refusal>('/api/accounts', body);
    expect([answer.status, answer.body.refusal.reason]).toEqual([403, 'step-up']);
  });
});

describe('a link to choose a password', () => {
  const link = async (id: string) =>
    (await admin.post<{ token: string }>(`/api/accounts/${id}/password-link`)).body.token;
  const choose = async (token: string, chosen = password) =>
    (await (await server.browser()).post('/api/new-password', { token, password: chosen })).status;

  it('lets somebody in who had no password, once; whoever made it never learns it', async () => {
    const made = await admin.post<{ id: string }>('/api/accounts', {
      ...{ name: 'sam', displayName: 'Sam', roles: ['social-worker'] },
    });
    const token = await link(made.body.id);
    expect(await choose(token, 'short')).toBe(422);
    expect(await choose(token)).toBe(200);
    expect(await choose(token, 'another long phrase')).toBe(422);
    const sam = await server.browser();
    expect((await sam.post('/api/sign-in', { name: 'sam', password })).status).toBe(200);
  });

  it('ends every session, and makes earlier links worthless', async () => {
    const id = await accountWithPassword(server.store, 'sam', password);
    const sam = await server.browser();
    await sam.post('/api/sign-in', { name: 'sam', password });
    const first = await link(id);
    const second = await link(id);
    expect(await choose(first, 'a new long phrase')).toBe(422);
    expect(await choose(second, 'a new long phrase')).toBe(200);
    expect((await sam.get('/api/staff')).status).toBe(401);
  });

  it('is over after a day, and opens no account that is disabled', async () => {
    const id = await accountWithPassword(server.store, 'sam', password);
    const token = await link(id);
    server.clock.pass(24 * 60 * 60);
    expect(await choose(token)).toBe(422);
  });
});

describe('showing once more who one is', () => {
  it('asks for the password, counts wrong ones, and holds ten minutes', async () => {
    await accountWithPassword(server.store, 'bob', password, ['administrator']);
    const bob = await server.browser();
    await bob.post('/api/sign-in', { name: 'bob', password });
    expect((await bob.get('/api/session')).body).toMatchObject({ confirms: 'password' });
    const make = async (name: string) =>
      (await bob.post('/api/accounts', { name, displayName: name, roles: [] })).status;
    expect(await make('one')).toBe(200);
    server.clock.pass(601);
    expect(await make('two')).toBe(403);
    expect((await bob.post('/api/session/confirmation', { password: 'wrong' })).status).toBe(422);
    expect(await make('two')).toBe(403);
    expect((await bob.post('/api/session/confirmation', { password })).status).toBe(200);
    expect(await make('two')).toBe(200);
    for (let tries = 0; tries < 5; tries += 1) {
      await bob.post('/api/session/confirmation', { password: 'wrong' });
    }
    expect((await bob.post('/api/session/confirmation', { password })).status).toBe(429);
  });

  it('is not used up by whoever tries to sign in with the name', async () => {
    await accountWithPassword(server.store, 'bob', password, ['administrator']);
    const bob = await server.browser();
    await bob.post('/api/sign-in', { name: 'bob', password });
    const stranger = await server.browser();
    for (let tries = 0; tries < 6; tries += 1) {
      await stranger.post('/api/sign-in', { name: 'bob', password: 'wrong' });
    }
    expect((await bob.post('/api/session/confirmation', { password })).status).toBe(200);
  });

  it('needs a session, and says who has no password here', async () => {
    const nobody = await server.browser();
    expect((await nobody.post('/api/session/confirmation', {})).status).toBe(401);
    expect((await admin.post('/api/session/confirmation', {})).status).toBe(422);
  });
});
