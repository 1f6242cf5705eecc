import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { shippedVersions } from '../../support/shipped-version.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder } from '../support/temporary-store.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const token = 'a-token-of-thirty-two-characters-or-more';

describe('the numbers for Prometheus', () => {
  let server: TestServer;
  const numbers = async (): Promise<string> =>
    (await server.app.inject({ method: 'GET', url: '/metrics' })).body;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('count requests by route, commands by outcome, and conflicts', async () => {
    const sam = await server.signedIn('administrator');
    expect((await sam.put('/api/teams/canary', { name: 'Canary', service: 'children' })).status).toBe(200);
    expect((await sam.put('/api/teams/canary', {})).status).toBe(400);
    expect((await sam.get('/api/families/canary?text=canary')).status).toBe(404);
    const said = await numbers();
    expect(said).toMatch(
      /throughline_request_seconds_count\{method="PUT",route="\/api\/teams\/:id",status="2xx"\} 1/,
    );
    expect(said).toContain('throughline_commands_total{outcome="done"} 1');
    expect(said).toContain('throughline_commands_total{outcome="refused"} 1');
    expect(said).not.toMatch(/canary/i);
  });

  it('say how the queue, the store and this process stand', async () => {
    server.app.wokenLate(1);
    server.app.wokenLate(7);
    const said = await numbers();
    for (const line of [
      ...['store_writable 1', 'store_answers 1', 'wake_up_lag_seconds 0', 'wake_ups_due 0', 'incidents 0'],
      ...[
        'quarantined_cases 0',
        'audit_entries_waiting 0',
        'audit_entries_dropped 0',
        'live_listeners 0',
        'leaving 0',
      ],
      ...['published_versions 1', 'wake_ups_total 2', 'late_wake_ups_total 1'],
    ]) {
      expect(said).toContain(`\nthroughline_${line}\n`);
    }
    expect(said).toMatch(/throughline_nodejs_eventloop_lag_seconds /);
    expect(said).toMatch(/throughline_compiled_tables [01]\n/);
  });

  it('are answered while the store is away, saying so', async () => {
    const { health } = server.store;
    server.store.health = async () => ({ ok: false, kind: 'sqlite', writable: false });
    const said = await numbers();
    server.store.health = health;
    expect(said).toContain('throughline_store_answers 0');
  });
});

describe('who reads them', () => {
  const ask = async (
    options: { trustProxy: boolean; metricsToken?: string },
    asked: { remoteAddress?: string; headers?: Record<string, string> } = {},
  ): Promise<number> => {
    const folder = temporaryFolder();
    const store = storeIn(folder.path);
    const app = await buildApp({
      ...{ store, clock: movingClock(), versions: shippedVersions, secure: false, version: '0' },
      ...{ pages: folder.path, logLevel: 'silent', ...options },
    });
    const { statusCode } = await app.inject({ method: 'GET', url: '/metrics', ...asked });
    await app.close();
    await store.close();
    folder.remove();
    return statusCode;
  };

  it('is this machine where there is no token, and nobody behind a proxy', async () => {
    expect(await ask({ trustProxy: false })).toBe(200);
    expect(await ask({ trustProxy: false }, { remoteAddress: '10.0.0.9' })).toBe(403);
    expect(await ask({ trustProxy: true })).toBe(403);
  });

  it('are told how things stand in the very first answer', async () => {
    const server = await testServer();
    const { body } = await server.app.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('\nthroughline_store_writable 1\n');
    expect(body).toContain('\nthroughline_published_versions 1\n');
    await server.close();
  });

  it('is whoever has the token, from wherever', async () => {
    const with_ = (authorization: string) => ({ remoteAddress: '10.0.0.9', headers: { authorization } });
    const options = { trustProxy: true, metricsToken: token };
    expect(await ask(options, with_(`Bearer ${token}`))).toBe(200);
    expect(await ask(options, with_(`Bearer ${token}x`))).toBe(403);
    expect(await ask(options)).toBe(403);
  });
});
