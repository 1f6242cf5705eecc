import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothing } from '../../../server/access/index.ts';
import { buildApp } from '../../../server/app.ts';
import { NotAnswered, storeFile } from '../../../server/store/index.ts';
import { shippedVersions } from '../../support/shipped-version.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder } from '../support/temporary-store.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

describe('the server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('says that it works', async () => {
    const browser = await server.browser();
    expect((await browser.get('/api/health')).body).toMatchObject({ ok: true, store: { writable: true } });
  });

  it('answers an unknown address with a refusal, not with a page', async () => {
    const browser = await server.browser();
    expect(await browser.get('/api/nothing')).toMatchObject({
      status: 404,
      body: { refusal: { reason: 'not-found' } },
    });
  });

  it('lets no script in: no inline script, no eval, no other origin', async () => {
    const { headers } = await (await server.browser()).get('/api/health');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
  it('lets nobody read all there is: whatever reads of a family, a record or a person is counted', () => {
    const reading = ['read-family', 'read-record', 'read-person'];
    const counted = server.app.routeTable.filter(({ config }) => reading.includes(config?.may?.action ?? ''));
    expect(new Set(counted.map(({ config }) => config?.may?.action))).toEqual(new Set(reading));
    for (const { config } of counted) expect(config?.rateLimit).toMatchObject({ max: 600 });
  });

  it('leaves nothing in the browser of whoever signs out', async () => {
    const sam = await server.signedIn('social-worker');
    expect((await sam.post('/api/sign-out')).headers['clear-site-data']).toBe('"storage"');
  });

  it('coerces, drops and fills in nothing of what is sent', async () => {
    const sam = await server.signedIn('administrator');
    const team = (body: object) => sam.put('/api/teams/x', body);
    expect((await team({ name: 7, service: 's' })).status).toBe(400);
    expect((await team({ name: 'X', extra: true })).status).toBe(400);
    expect((await team({})).status).toBe(400);
    const refused = await team({ name: 'X', extra: 'what somebody wrote' });
    expect(refused.body).toMatchObject({
      refusal: { findings: [{ message: expect.stringContaining('(extra)') as string }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain('what somebody wrote');
  });

  it('names a damaged record and goes on', async () => {
    const sam = await server.signedIn('social-worker');
    const { body } = await sam.post<{ id: string }>('/api/people', {
      person: { familyName: 'Hartley' },
      commandId: 'x',
    });
    const db = new DatabaseSync(join(server.folder, storeFile));
    db.exec(`UPDATE people SET body = substr(body, 1, length(body) - 2)`);
    db.close();
    const answer = await sam.get<{ refusal: { reason: string; message: string } }>(`/api/people/${body.id}`);
    expect(answer).toMatchObject({ status: 503, body: { refusal: { reason: 'damaged' } } });
    expect(answer.body.refusal.message).toContain(body.id);
    expect((await sam.get('/api/staff')).status).toBe(200);
  });

  it('says that the store does not answer, and no more', async () => {
    const sam = await server.signedIn('administrator');
    const { list } = server.store;
    server.store.list = () => Promise.reject(new NotAnswered('unavailable', new Error('a host')));
    const away = await sam.get('/api/teams');
    server.store.list = list;
    expect(away).toMatchObject({ status: 503, body: { refusal: { reason: 'unavailable' } } });
    expect(JSON.stringify(away.body)).not.toContain('a host');
  });

  it('tells nothing of a defect but that it happened', async () => {
    const sam = await server.signedIn('administrator');
    const { list } = server.store;
    server.store.list = () => Promise.reject(new TypeError('a secret in a message'));
    const broken = await sam.get('/api/teams');
    server.store.list = list;
    expect(broken).toMatchObject({ status: 500, body: { refusal: { reason: 'defect' } } });
    expect(JSON.stringify(broken.body)).not.toMatch(/secret|TypeError| at /);
  });

  it('answers broken JSON, a strange type and a body that is too large with a refusal', async () => {
    const sam = await server.signedIn('administrator');
    const send = (payload: string, type: string) =>
      sam.send({ method: 'PUT', url: '/api/teams/x', payload, headers: { 'content-type': type } });
    expect((await send('{"name":', 'application/json')).status).toBe(400);
    expect((await send('<x/>', 'application/xml')).status).toBe(415);
    expect((await send(JSON.stringify({ name: 'x'.repeat(3_000_000) }), 'application/json')).status).toBe(
      413,
    );
  });
});

describe('the built pages', () => {
  it('are served, and every address of a page gives the page', async () => {
    const folder = temporaryFolder();
    const pages = join(folder.path, 'pages');
    mkdirSync(join(pages, 'assets'), { recursive: true });
    writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Throughline</title>');
    writeFileSync(join(pages, 'assets', 'main-A1b2C3d4.js'), 'export {};');
    const store = storeIn(folder.path);
    const app = await buildApp({
      ...{
        store,
        clock: movingClock(),
        versions: shippedVersions,
        secure: true,
        version: '0',
        pages,
        trustProxy: true,
        logLevel: 'silent',
      },
    });
    const get = async (url: string) => app.inject({ method: 'GET', url });
    expect((await get('/')).body).toContain('Throughline');
    expect((await get('/tasks/t1?text=Hartley')).body).toContain('Throughline');
    expect((await get('/assets/main-A1b2C3d4.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
    expect((await get('/api/gone')).statusCode).toBe(404);
    expect((await get('/../package.json')).statusCode).not.toBe(200);
    const session = await get('/api/session');
    expect(session.headers['set-cookie']).toMatch(/^__Host-throughline=.*Secure/);
    expect(session.headers['strict-transport-security']).toContain('max-age');
    await app.close();
    await store.close();
    folder.remove();
  });
});

describe('a route', () => {
  const build = async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder.path);
    const app = await buildApp({
      ...{
        store,
        clock: movingClock(),
        versions: shippedVersions,
        secure: false,
        version: '0',
        pages: folder.path,
      },
      ...{ trustProxy: false, logLevel: 'silent' },
    });
    return { app, end: async () => (await app.close(), await store.close(), folder.remove()) };
  };
  const handler = () => ({ ok: true });
  const schema = { response: { 200: { type: 'object' } } };
  const may = { action: 'be-signed-in', thing: () => nothing } as const;
  const audit = { none: 'a test' };

  it.each([
    ['no access policy', { schema, config: { audit } }],
    ['no audit declaration', { schema, config: { may } }],
    ['no schema of its answer', { config: { may, audit } }],
  ])('with %s stops the server from starting', async (what, options) => {
    const { app, end } = await build();
    app.route({ method: 'GET', url: '/api/extra', handler, ...options } as RouteOptions);
    await expect(app.ready()).rejects.toThrow(`GET /api/extra has ${what}.`);
    await end();
  });

  it('with all of them does not', async () => {
    const { app, end } = await build();
    app.get('/api/extra', { schema, config: { may, audit }, handler });
    await app.ready();
    await end();
  });
});

describe('the log', () => {
  it('holds no address, no query, no name and nothing that was sent', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
    });
    const folder = temporaryFolder();
    const store = storeIn(folder.path);
    const app = await buildApp({
      ...{
        store,
        clock: movingClock(),
        versions: shippedVersions,
        secure: false,
        version: '0',
        pages: folder.path,
      },
      ...{ trustProxy: false, logLevel: 'trace', logTo: sink },
    });
    await app.inject({
      method: 'POST',
      url: '/api/people/search',
      payload: { text: 'Hartley' },
      headers: { cookie: 'throughline=secret' },
    });
    await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { name: 'Hartley', password: 'secret' },
    });
    await app.inject({ method: 'GET', url: '/api/people/Hartley' });
    store.person = async () => {
      throw new TypeError('Hartley');
    };
    await app.inject({ method: 'GET', url: '/Hartley' });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toContain('/api/people');
    expect(lines.join('')).not.toMatch(/Hartley|secret/);
    await app.close();
    await store.close();
    folder.remove();
  });
});
