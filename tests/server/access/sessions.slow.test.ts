import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../../server/access/index.ts';
import { accountWithPassword, testServer, type TestServer } from '../support/test-server.ts';

describe('a session', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await testServer();
  });
  afterEach(() => server.close());
  const minutes = (count: number) => server.clock.pass(count * 60);

  it('lasts while it is used, and ends after 30 minutes without use', async () => {
    const sam = await server.signedIn('social-worker');
    minutes(29);
    expect((await sam.get('/api/staff')).status).toBe(200);
    minutes(29);
    expect((await sam.get('/api/staff')).status).toBe(200);
    minutes(31);
    expect((await sam.get('/api/staff')).status).toBe(401);
  });

  it('ends after twelve hours, however much it is used', async () => {
    const sam = await server.signedIn('social-worker');
    for (let passed = 0; passed < 700; passed += 20) {
      minutes(20);
      expect((await sam.get('/api/staff')).status).toBe(200);
    }
    minutes(21);
    expect((await sam.get('/api/staff')).status).toBe(401);
  });

  it('is not kept alive by live updates', async () => {
    const sam = await server.signedIn('social-worker');
    const { personOf } = await import('../../../server/access/index.ts');
    const token = sam.cookie().split('=')[1] ?? '';
    minutes(20);
    expect(await personOf(server, token, 'look')).toBeDefined();
    minutes(11);
    expect(await personOf(server, token, 'look')).toBeUndefined();
  });

  it('is not kept alive by what a page asks by itself; a change always counts as use', async () => {
    const sam = await server.signedIn('social-worker');
    const headers = { 'x-live': '1' };
    minutes(20);
    expect((await sam.send({ method: 'GET', url: '/api/staff', headers })).status).toBe(200);
    await sam.send({ method: 'POST', url: '/api/people', payload: {}, headers });
    minutes(20);
    expect((await sam.send({ method: 'GET', url: '/api/staff', headers })).status).toBe(200);
    minutes(11);
    expect((await sam.send({ method: 'GET', url: '/api/staff', headers })).status).toBe(401);
  });

  it('is over for everyone who stole it, once its owner signs out', async () => {
    const sam = await server.signedIn('social-worker');
    const stolen = sam.cookie();
    await sam.post('/api/sign-out');
    const thief = await server.app.inject({ method: 'GET', url: '/api/staff', headers: { cookie: stolen } });
    expect(thief.statusCode).toBe(401);
  });

  it('is over at once when the account is disabled, in every browser', async () => {
    const id = await accountWithPassword(server.store, 'sam', 'a long enough phrase');
    const [one, two] = [await server.browser(), await server.browser()];
    for (const browser of [one, two])
      await browser.post('/api/sign-in', { name: 'sam', password: 'a long enough phrase' });
    expect((await two.get('/api/staff')).status).toBe(200);
    const admin = await server.signedIn('administrator');
    const revision = (await accountOf(server.store, id))?.revision;
    const body = { displayName: 'Sam', roles: [], disabled: true, revision };
    expect((await admin.put(`/api/accounts/${id}`, body)).status).toBe(200);
    expect((await one.get('/api/staff')).status).toBe(401);
    expect((await two.get('/api/staff')).status).toBe(401);
    const again = await two.post('/api/sign-in', { name: 'sam', password: 'a long enough phrase' });
    expect(again.status).toBe(401);
  });

  it('gets a new token on signing in, so that a planted one opens nothing', async () => {
    await accountWithPassword(server.store, 'sam', 'a long enough phrase');
    const sam = await server.browser();
    const planted = sam.cookie();
    expect((await sam.post('/api/sign-in', { name: 'sam', password: 'a long enough phrase' })).status).toBe(
      200,
    );
    expect(sam.cookie()).not.toBe(planted);
    const attacker = await server.app.inject({
      method: 'GET',
      url: '/api/staff',
      headers: { cookie: planted },
    });
    expect(attacker.statusCode).toBe(401);
  });

  it('is known to the store only by a hash of its token', async () => {
    const sam = await server.signedIn('social-worker');
    const token = sam.cookie().split('=')[1] ?? '';
    const { rows } = await server.store.list('documents', { kind: 'session' });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not ended by a link of another site, with which its cookie does not come', async () => {
    for (const [site, cookies] of [
      ['cross-site', 0],
      ['none', 1],
      ['same-origin', 1],
    ] as const) {
      const headers = { 'sec-fetch-site': site };
      const answer = await server.app.inject({ method: 'GET', url: '/api/session', headers });
      expect([site, answer.statusCode, answer.cookies.length]).toEqual([site, 200, cookies]);
    }
  });

  it('has a cookie that no script and no other site gets', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/api/session' });
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Strict/);
  });
});

describe('a change', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await testServer();
  });
  afterEach(() => server.close());
  const person = { person: { familyName: 'Hartley' }, commandId: 'one' };

  it('without the token of the page is refused, though the cookie is right', async () => {
    const sam = await server.signedIn('social-worker');
    for (const token of ['', 'wrong', 'x'.repeat(43)]) {
      const forged = await sam.send({
        ...{ method: 'POST', url: '/api/people', payload: person, headers: { 'x-csrf-token': token } },
      });
      expect(forged.status).toBe(403);
    }
    expect((await server.store.list('people', { keys: ['name:hartley'] })).rows).toEqual([]);
    expect((await sam.post('/api/people', person)).status).toBe(200);
  });

  it.each(['cross-site', 'same-site', 'none'])('that the browser says is %s is refused', async (site) => {
    const sam = await server.signedIn('social-worker');
    const forged = await sam.send({
      ...{ method: 'POST', url: '/api/people', payload: person, headers: { 'sec-fetch-site': site } },
    });
    expect(forged.status).toBe(403);
  });

  it('is asked for its token however its address is spelt, and is no form of another site', async () => {
    const sam = await server.signedIn('social-worker');
    const forged = { method: 'POST', url: '/%61pi/sign-out', headers: { cookie: sam.cookie() } } as const;
    const answer = await server.app.inject({ ...forged, payload: {} });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([403, 'no-store']);
    expect((await sam.get('/api/staff')).status).toBe(200);
    const headers = { 'content-type': 'text/plain' };
    const asForm = await sam.send({ method: 'POST', url: '/api/sign-out', headers, payload: '{}' });
    expect(asForm.status).toBe(415);
  });

  it('with the token of another session is refused', async () => {
    const [sam, kim] = [await server.signedIn('social-worker'), await server.signedIn('social-worker')];
    const { csrf } = (await kim.get<{ csrf: string }>('/api/session')).body;
    const forged = await sam.send({
      ...{ method: 'POST', url: '/api/people', payload: person, headers: { 'x-csrf-token': csrf } },
    });
    expect(forged.status).toBe(403);
  });
});
