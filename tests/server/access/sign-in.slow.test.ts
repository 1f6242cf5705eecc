import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offerFirstAdministrator } from '../../../server/access/index.ts';
import { accountWithPassword, testServer, type Browser, type TestServer } from '../support/test-server.ts';

const password = 'a long enough phrase';

describe('signing in', () => {
  let server: TestServer;
  let browser: Browser;
  beforeEach(async () => {
    server = await testServer();
    browser = await server.browser();
    await accountWithPassword(server.store, 'Sam', password);
  });
  afterEach(() => server.close());
  const tried = async (name: string, with_ = password) =>
    (await browser.post('/api/sign-in', { name, password: with_ })).status;

  it('tells the page who is there', async () => {
    const answer = await browser.post('/api/sign-in', { name: 'sam', password });
    expect(answer).toMatchObject({ status: 200, body: { signedIn: true, person: { name: 'Sam' } } });
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: true });
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const one = await browser.post('/api/sign-in', { name: 'sam', password: 'wrong' });
    const two = await browser.post('/api/sign-in', { name: 'nobody', password: 'wrong' });
    expect(one.status).toBe(401);
    expect(one.body).toEqual(two.body);
  });

  it('waits longer after each failure from the fifth on, also when the password is then right', async () => {
    for (let n = 0; n < 4; n += 1) expect(await tried('sam', 'wrong')).toBe(401);
    expect(await tried('sam', 'wrong')).toBe(429);
    expect(await tried('sam')).toBe(429);
    server.clock.pass(31);
    expect(await tried('sam', 'wrong')).toBe(429);
    server.clock.pass(31);
    expect(await tried('sam')).toBe(429);
    server.clock.pass(30);
    expect(await tried('sam')).toBe(200);
    expect(await tried('sam', 'wrong')).toBe(401);
  });

  it('counts failures for a name that does not exist in the same way', async () => {
    for (let n = 0; n < 4; n += 1) expect(await tried('nobody', 'wrong')).toBe(401);
    expect(await tried('nobody', 'wrong')).toBe(429);
  });

  it('counts failures of a name together, in whatever letters it is written', async () => {
    for (const name of ['sam', 'SAM', 'ｓam', ' sａm']) expect(await tried(name, 'wrong')).toBe(401);
    expect(await tried('saｍ', 'wrong')).toBe(429);
    expect(await tried('sam')).toBe(429);
  });

  it('a stranger elsewhere keeps nobody out who signed in here before', async () => {
    const elsewhere = (name: string, with_: string) =>
      browser.send<unknown>({
        ...{ method: 'POST', url: '/api/sign-in', remoteAddress: '10.9.9.9' },
        payload: { name, password: with_ },
      });
    expect(await tried('sam')).toBe(200);
    await browser.get('/api/session');
    for (let n = 0; n < 6; n += 1) await elsewhere('sam', 'wrong');
    expect((await elsewhere('sam', password)).status).toBe(429);
    expect(await tried('sam')).toBe(200);
  });

  it('tries sent at once are counted one by one', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, () => tried('sam', 'wrong')));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(4);
  });

  it('has no demonstration people where the store is none', async () => {
    expect((await browser.get('/api/demonstration/people')).status).toBe(404);
    expect((await browser.post('/api/demonstration/sign-in', { person: 'x' })).status).toBe(404);
  });
});

describe('a demonstration', () => {
  it('lets anyone be one of its invented people', async () => {
    const server = await testServer({ demonstration: true });
    await server.signedIn('team-manager', 'north', 'ruth');
    const browser = await server.browser();
    const people = await browser.get('/api/demonstration/people');
    expect(people.body).toEqual([{ id: 'ruth', name: 'ruth', roles: ['Team manager'], team: 'North team' }]);
    expect((await browser.post('/api/demonstration/sign-in', { person: 'nobody' })).status).toBe(422);
    expect((await browser.post('/api/demonstration/sign-in', { person: 'ruth' })).status).toBe(200);
    expect((await browser.get('/api/session')).body).toMatchObject({
      person: { id: 'ruth' },
      demonstration: true,
    });
    await server.close();
  });
});

describe('the first administrator', () => {
  it('is made once, with the link, and can make accounts', async () => {
    const server = await testServer();
    const token = await offerFirstAdministrator(server);
    const browser = await server.browser();
    const ask = (over: object = {}) =>
      browser.post('/api/first-administrator', {
        token,
        name: 'root',
        displayName: 'Robin',
        password,
        ...over,
      });
    expect((await ask({ token: 'guessed' })).status).toBe(422);
    expect((await ask({ password: 'short' })).status).toBe(422);
    expect((await ask()).status).toBe(200);
    expect((await ask({ name: 'second' })).status).toBe(422);
    await browser.post('/api/sign-in', { name: 'root', password });
    const made = await browser.post<{ id: string }>('/api/accounts', {
      ...{ name: 'kim', displayName: 'Kim', roles: ['social-worker'], team: 'north' },
    });
    expect(made.status).toBe(200);
    const again = { name: 'KIM', displayName: 'Kim', roles: [] };
    expect((await browser.post('/api/accounts', again)).status).toBe(422);
    const list = (await browser.get('/api/accounts')).body;
    expect(list).toHaveLength(2);
    expect(JSON.stringify(list)).not.toContain('argon2');
    await server.close();
  });

  it('can’t be made with a link that a later one replaced, nor when there is one', async () => {
    const server = await testServer();
    const [first, last] = [await offerFirstAdministrator(server), await offerFirstAdministrator(server)];
    const browser = await server.browser();
    const ask = async (token: string, name: string) =>
      (await browser.post('/api/first-administrator', { token, name, displayName: name, password })).status;
    expect(await ask(first, 'found-in-a-log')).toBe(422);
    expect(await ask(last, 'root')).toBe(200);
    expect(await ask(await offerFirstAdministrator(server), 'found-in-a-log')).toBe(422);
    await server.close();
  });

  it('can’t be made with a link that is a day old', async () => {
    const server = await testServer();
    const token = await offerFirstAdministrator(server);
    server.clock.pass(24 * 60 * 60);
    const browser = await server.browser();
    const ask = { token, name: 'root', displayName: 'Robin', password };
    expect((await browser.post('/api/first-administrator', ask)).status).toBe(422);
    await server.close();
  });
});
