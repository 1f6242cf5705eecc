import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { closeDown, sayConfiguration, sayHere } from '../../../server/operations/index.ts';
import { pollOnce } from '../../../server/timers/index.ts';
import { aCase, aCommit, aFamily } from '../support/a-commit.ts';
import { temporaryFolder } from '../support/temporary-store.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Status {
  incidents: { count: number; rows: { case: string; attempts: number; message: string }[] };
  nodes: { process: string; here: boolean }[];
  queue: { due: number; lag: number };
  audit: { waiting: number };
}

/** A family that is due and whose waking fails every time. */
async function poisoned(server: TestServer): Promise<void> {
  const { store, clock } = server;
  const due = clock.now();
  const done = await store.commit(
    aCommit(0, { case: aCase('poison', { wakeUp: due }), family: aFamily('poison', { name: 'Canary' }) }),
  );
  if (!done.ok) throw new Error(done.reason);
  for (let round = 0; round < 10; round += 1) {
    clock.pass(120);
    await pollOnce({
      ...{ store, clock, owner: 'test', failed: () => undefined },
      onDue: () => Promise.reject(new TypeError('Canary')),
    });
  }
}

describe('those who keep the service running', () => {
  let server: TestServer;
  let keeper: Browser;
  beforeAll(async () => {
    server = await testServer();
    keeper = await server.signedIn('administrator');
    await poisoned(server);
  });
  afterAll(() => server.close());

  it('see what was given up by its reference number, and nothing of the family', async () => {
    const { body } = await keeper.get<Status>('/api/operations');
    expect(body.incidents).toMatchObject({
      ...{ count: 1, rows: [{ case: 'poison', attempts: 5, message: 'TypeError' }] },
    });
    expect(JSON.stringify(body)).not.toContain('Canary');
  });

  it('have it tried again, and the audit says who did', async () => {
    expect((await keeper.post('/api/operations/incidents/poison/retry')).status).toBe(200);
    expect((await keeper.get<Status>('/api/operations')).body.incidents.count).toBe(0);
    const { rows } = await server.store.list('audit', {});
    expect(rows.find(({ action }) => action === 'retry-incident')).toMatchObject({ case: 'poison' });
    const woken: string[] = [];
    server.clock.pass(120);
    await pollOnce({
      ...{ store: server.store, clock: server.clock, owner: 'test', failed: () => undefined },
      onDue: async (id) => void woken.push(id),
    });
    expect(woken).toEqual(['poison']);
  });

  it('can’t try what was not given up', async () => {
    expect((await keeper.post('/api/operations/incidents/nothing/retry')).status).toBe(404);
  });

  it('see the servers that were there within the hour', async () => {
    await sayHere(server, '0.0.0', server.clock.now());
    const there = async () =>
      (await (await server.signedIn('administrator')).get<Status>('/api/operations')).body.nodes;
    expect(await there()).toMatchObject([{ process: server.store.about.process, here: true }]);
    server.clock.pass(4000);
    expect(await there()).toEqual([]);
  });

  it('are not those who work with families', async () => {
    const manager = await server.signedIn('team-manager');
    expect((await manager.get('/api/operations')).status).toBe(403);
    expect((await manager.post('/api/operations/incidents/poison/retry')).status).toBe(403);
  });
});

describe('a server', () => {
  it('says that it is alive and ready, and not ready once it was told to end', async () => {
    const server = await testServer();
    const status = async (url: string) => (await server.app.inject({ method: 'GET', url })).statusCode;
    expect([await status('/api/health/live'), await status('/api/health/ready')]).toEqual([200, 200]);
    server.app.duty.leave();
    expect([await status('/api/health/live'), await status('/api/health/ready')]).toEqual([200, 503]);
    await server.close();
  });

  it('is ready while the disk is full, since reading goes on, and not ready while the store does not answer', async () => {
    const server = await testServer();
    const status = async (url: string) => (await server.app.inject({ method: 'GET', url })).statusCode;
    const { health } = server.store;
    server.store.health = async () => ({ ok: true, kind: 'sqlite', writable: false });
    expect([await status('/api/health'), await status('/api/health/ready')]).toEqual([503, 200]);
    server.store.health = async () => ({ ok: false, kind: 'sqlite', writable: false });
    expect([await status('/api/health'), await status('/api/health/ready')]).toEqual([503, 503]);
    server.store.health = health;
    await server.close();
  });

  it('answers what is under way when it ends, and closes the store last', async () => {
    const server = await testServer();
    const order: string[] = [];
    let release = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      const { health } = server.store;
      server.store.health = async () => {
        resolve();
        await new Promise<void>((go) => (release = go));
        order.push('worked');
        return health();
      };
    });
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = fetch(`${address}/api/health`).then((response) => ({
      ...{ status: response.status, connection: response.headers.get('connection') },
    }));
    await arrived;
    const closed = closeDown({
      ...{ app: server.app, drainSeconds: 0 },
      rounds: [{ stop: async () => void order.push('rounds') }],
      store: { close: async () => void order.push('store') },
    });
    release();
    expect(await answer).toEqual({ status: 200, connection: 'close' });
    await closed;
    expect(order).toEqual(['worked', 'rounds', 'store']);
    await expect(fetch(`${address}/api/health`)).rejects.toThrow();
    await server.close();
  });

  it('ends though something of it never does', async () => {
    const server = await testServer();
    const never = new Promise<void>(() => undefined);
    const closed = closeDown({
      ...{ app: server.app, drainSeconds: 0, patienceSeconds: 0.05 },
      rounds: [{ stop: () => never }],
      store: server.store,
    });
    await expect(closed).rejects.toThrow('closing did not end in time');
    await server.close();
  });
});

it('the configuration is said without any secret', () => {
  const folder = temporaryFolder();
  const file = `${folder.path}/token`;
  writeFileSync(file, 'canary'.repeat(10));
  const env = { METRICS_TOKEN_FILE: file, MONGODB_URL: 'mongodb://user:canary@somewhere', PORT: '3210' };
  expect(readConfig({ ...env, MASTER_KEY_FILE: file }).ok).toBe(true);
  const said = sayConfiguration(env);
  folder.remove();
  expect(said).toMatch(/PORT +3210\n/);
  expect(said).toContain(`set, from ${file}`);
  expect(said).toMatch(/MONGODB_URL +set\n/);
  expect(said).not.toContain('canary');
});
