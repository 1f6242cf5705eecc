import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserKind, openSession } from '../../../server/access/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Place {
  id: string;
  since: string;
  used: string;
  browser: string;
  here: boolean;
}

describe('where somebody is signed in', () => {
  let server: TestServer;
  let sam: Browser;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
    await openSession(server, 'sam', undefined, 'Firefox on Windows');
  });
  afterEach(() => server.close());
  const places = async (browser = sam) => (await browser.get<Place[]>('/api/sessions')).body;
  const elsewhere = async () => (await places()).find(({ here }) => !here)?.id ?? '';

  it('is listed with since when, what was used last and what browser it is; this one is marked', async () => {
    server.clock.pass(120);
    await sam.get('/api/staff');
    const [first, second, ...more] = await places();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ here: true, browser: 'Another browser' });
    expect((first?.used ?? '') > (first?.since ?? '')).toBe(true);
    expect(second).toMatchObject({ here: false, browser: 'Firefox on Windows', used: second?.since });
  });

  it('is nobody else’s to see or to end', async () => {
    const kim = await server.signedIn('social-worker', 'north', 'kim');
    expect((await places(kim)).map(({ here }) => here)).toEqual([true]);
    expect((await kim.post(`/api/sessions/${await elsewhere()}/end`)).status).toBe(404);
    expect(await places()).toHaveLength(2);
  });

  it('is ended one by one, or everywhere else at once', async () => {
    expect((await sam.post(`/api/sessions/${await elsewhere()}/end`)).status).toBe(200);
    expect(await places()).toHaveLength(1);
    const other = await server.signedIn('social-worker', 'north', 'sam');
    expect((await sam.post('/api/sessions/others/end')).body).toEqual({ ended: 1 });
    expect((await other.get('/api/staff')).status).toBe(401);
    expect((await sam.get('/api/staff')).status).toBe(200);
  });

  it('is not listed once it is over', async () => {
    for (const _ of [1, 2]) {
      server.clock.pass(20 * 60);
      await sam.get('/api/staff');
    }
    expect((await places()).map(({ here }) => here)).toEqual([true]);
  });

  it('is ended only by who has just shown that it is them', async () => {
    const id = await elsewhere();
    server.clock.pass(601);
    for (const url of [`/api/sessions/${id}/end`, '/api/sessions/others/end']) {
      const answer = await sam.post<{ refusal: { reason: string } }>(url);
      expect([answer.status, answer.body.refusal.reason]).toEqual([403, 'step-up']);
    }
    expect(await places()).toHaveLength(2);
  });

  it('is ended as a whole by who looks after accounts, and by no colleague', async () => {
    const kim = await server.signedIn('team-manager', 'north', 'kim');
    expect((await kim.post('/api/accounts/sam/sessions/end')).status).toBe(403);
    expect((await sam.get('/api/staff')).status).toBe(200);
    const ada = await server.signedIn('administrator', 'north', 'ada');
    expect((await ada.post('/api/accounts/sam/sessions/end')).status).toBe(200);
    expect((await sam.get('/api/staff')).status).toBe(401);
    expect((await ada.get('/api/teams')).status).toBe(200);
  });
});

describe('the kind of a browser', () => {
  const mozilla = 'Mozilla/5.0';
  it.each([
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0`,
      'Edge on Windows',
    ],
    [`${mozilla} (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0`, 'Firefox on Linux'],
    [
      `${mozilla} (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1`,
      'Safari on an iPhone',
    ],
    [`${mozilla} (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36`, 'Chrome on an Android device'],
    ['curl/8.0', 'Another browser'],
    [undefined, 'Another browser'],
  ])('is said in words of %s', (says, kind) => {
    expect(browserKind(says)).toBe(kind);
  });
});
