import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditReserve, auditTrail } from '../../../server/audit/index.ts';
import type { AuditEntry, Refused } from '../../../server/store/port.ts';
import { aCommit, aFamily, startOfTest } from '../support/a-commit.ts';
import { temporaryFolder } from '../support/temporary-store.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const entry = (request: string): AuditEntry => ({
  ...{ at: startOfTest, action: 'read-family', outcome: 'ok', route: '/', status: 200, request },
});
const silent = { error: () => undefined };
const full: Refused = { ok: false, reason: 'full' };

describe('the reserve of the audit', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder.path, 'reserve');
  });
  afterEach(() => folder.remove());

  /** a store that takes entries when it is told to */
  const chain = () => {
    const store = { takes: false, entries: [] as string[] };
    const append = async (entries: AuditEntry[]) => {
      if (!store.takes) return full;
      store.entries.push(...entries.map((one) => one.request));
      return { ok: true } as const;
    };
    return { store, append };
  };
  /** as a server leaves it that was killed */
  const ofSomebodyGone = (): void => {
    const [name = ''] = readdirSync(path);
    const { pid } = spawnSync('true');
    const host = hostname().replaceAll(/[^\w-]/g, '');
    renameSync(join(path, name), join(path, `${host}.${String(pid)}.gone`));
  };

  it('takes its room when it is opened, not when the disk is full', () => {
    const reserve = auditReserve(path);
    const sizes = () => readdirSync(path).map((name) => statSync(join(path, name)).blocks * 512);
    expect(sizes()[0]).toBeGreaterThanOrEqual(4 * 1024 * 1024);
    expect(reserve.keep([entry('1')])).toBe(true);
    expect(sizes()).toHaveLength(1);
    reserve.empty();
    reserve.close();
    expect(readdirSync(path)).toEqual([]);
  });

  it('is bounded: what does not fit is told to be lost', () => {
    const reserve = auditReserve(path);
    const large = { ...entry('x'), route: 'r'.repeat(1024 * 1024) };
    expect([1, 2, 3, 4].map(() => reserve.keep([large]))).toEqual([true, true, true, false]);
    expect(reserve.keep([entry('small')])).toBe(true);
  });

  it('keeps what the store does not take, once, until it does', async () => {
    const { store, append } = chain();
    const trail = auditTrail(append, silent, auditReserve(path));
    expect(await trail.write(entry('1'))).toBe('kept');
    expect(await trail.write(entry('2'))).toBe('kept');
    store.takes = true;
    await trail.retry();
    await trail.write(entry('3'));
    expect(store.entries).toEqual(['1', '2', '3']);
    ofSomebodyGone();
    await auditTrail(append, silent, auditReserve(path)).retry();
    expect(store.entries).toEqual(['1', '2', '3']);
  });

  it('is appended by whoever starts next, where its server was killed; a line cut short is left out', async () => {
    const { store, append } = chain();
    await auditTrail(append, silent, auditReserve(path)).write(entry('1'));
    const [name = ''] = readdirSync(path);
    ofSomebodyGone();
    const next = auditTrail(append, silent, auditReserve(path));
    await next.retry();
    expect(store.entries).toEqual([]);
    store.takes = true;
    writeFileSync(join(path, `elsewhere.1.cut`), `${JSON.stringify(entry('2'))}\n{"at":"2026`);
    await next.retry();
    expect(store.entries).toEqual(['1']);
    utimesSync(join(path, 'elsewhere.1.cut'), new Date(0), new Date(0));
    await next.retry();
    await next.retry();
    expect(store.entries).toEqual(['1', '2']);
    expect(readdirSync(path)).toHaveLength(1);
    expect(readdirSync(path)).not.toContain(name);
  });

  it('is left alone while its server runs', async () => {
    const { store, append } = chain();
    await auditTrail(append, silent, auditReserve(path)).write(entry('1'));
    store.takes = true;
    await auditTrail(append, silent, auditReserve(path)).retry();
    expect(store.entries).toEqual([]);
  });

  it('counts what neither it nor memory took', async () => {
    const trail = auditTrail(async () => full, silent);
    await Promise.all(Array.from({ length: 10_003 }, (_, n) => trail.write(entry(String(n)))));
    expect([trail.waiting(), trail.dropped()]).toEqual([10_000, 3]);
  });
});

describe('a server whose audit can be kept nowhere', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const withReserve = async (reserve?: string): Promise<TestServer> => {
    server = await testServer(reserve === undefined ? {} : { auditReserve: reserve });
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { team: 'north' }) }));
    return server;
  };

  it('shows no record, and says why; once there is room again it does', async () => {
    const file = join(temporaryFolder().path, 'no-folder');
    writeFileSync(file, '');
    const { store, signedIn } = await withReserve(file);
    const sam = await signedIn('social-worker');
    const refused = await sam.get<{ refusal: { reason: string } }>('/api/cases/none');
    const append = vi.spyOn(store, 'appendAudit').mockResolvedValue(full);
    const { status, body } = await sam.get<{ refusal: { reason: string } }>('/api/cases/case-1');
    expect([status, body.refusal.reason]).toEqual([503, 'not-audited']);
    expect(JSON.stringify(body)).not.toContain('case-1');
    // what is looked for is sent, and held back all the same
    for (const search of ['/api/cases/search', '/api/people/search']) {
      expect((await sam.post(search, { text: 'Marsh' })).status, search).toBe(503);
    }
    expect((await sam.get('/api/cases/none')).status).toBe(refused.status);
    append.mockRestore();
    expect((await sam.get('/api/cases/case-1')).status).toBe(200);
  });

  it('shows records as ever while its reserve takes the entries', async () => {
    const folder = temporaryFolder();
    const { store, signedIn, app } = await withReserve(folder.path);
    const sam = await signedIn('social-worker');
    const append = vi.spyOn(store, 'appendAudit').mockResolvedValue(full);
    expect((await sam.get('/api/cases/case-1')).status).toBe(200);
    expect(app.trail.waiting()).toBe(1);
    append.mockRestore();
    await app.trail.retry();
    expect(app.trail.waiting()).toBe(0);
    const { rows } = await store.list('audit', { case: 'case-1' }, {});
    expect(rows).toHaveLength(1);
  });
});
