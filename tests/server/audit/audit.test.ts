import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '../../../server/audit/index.ts';
import type { AuditEntry, StoredAuditEntry } from '../../../server/store/index.ts';
import { aCommit, aFamily, aTask, startOfTest } from '../support/a-commit.ts';
import type { Refusal } from '../support/workplace.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

describe('the audit', () => {
  let server: TestServer;
  let sam: Browser;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
  });
  afterEach(() => server.close());
  const entries = async (): Promise<StoredAuditEntry[]> => (await server.store.list('audit', {})).rows;
  const ada = { person: { firstNames: 'Ada', familyName: 'Hartley' }, commandId: 'one' };

  it('has an entry for every read of a record, and for every refusal', async () => {
    const { body } = await sam.post<{ id: string }>('/api/people', ada);
    await server.store.commit(
      aCommit(0, { family: aFamily('case-1', { team: 'north', people: [body.id] }) }),
    );
    await sam.get(`/api/people/${body.id}`);
    const lee = await server.signedIn('social-worker', 'elsewhere', 'lee');
    expect((await lee.get(`/api/people/${body.id}`)).status).toBe(403);
    const about = { thing: { kind: 'person', id: body.id }, case: 'case-1', action: 'read-person' };
    expect((await entries()).slice(0, 3)).toMatchObject([
      { ...about, actor: 'lee', outcome: 'refused', reason: 'out-of-reach', status: 403 },
      { ...about, actor: 'sam', outcome: 'ok', status: 200 },
      { action: 'create-person', actor: 'sam', outcome: 'ok' },
    ]);
  });

  it('has a refusal of a route that leaves nothing else, and what was tried there', async () => {
    const sent = { answers: {}, perChild: {} };
    const task = aTask('task-1', { team: 'south', assignee: 'kim' });
    await server.store.commit(aCommit(0, { family: aFamily('case-1', { team: 'south' }), tasks: [task] }));
    expect((await sam.post('/api/tasks/task-1/check', sent)).status).toBe(403);
    expect((await entries())[0]).toMatchObject({
      ...{ action: 'write-draft', outcome: 'refused', reason: 'out-of-reach', case: 'case-1' },
      route: 'POST /api/tasks/:id/check',
    });
    const par = await server.signedIn('partner-agency', 'elsewhere', 'par');
    expect((await par.get('/api/staff')).status).toBe(403);
    expect((await entries())[0]).toMatchObject({ action: 'list-work', actor: 'par', reason: 'no-right' });
  });

  it('has what nobody signed in tried', async () => {
    const nobody = await server.browser();
    await nobody.post('/api/people/search', { text: 'Hartley' });
    expect((await entries())[0]).toMatchObject({ action: 'find-people', reason: 'signed-out', status: 401 });
    expect((await entries())[0]).not.toHaveProperty('actor');
  });

  it('knows that a restricted family was asked for, though the page was told of nothing', async () => {
    const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' as const };
    const { body } = await sam.post<{ id: string }>('/api/people', ada);
    const family = aFamily('case-1', { team: 'north', people: [body.id], restricted });
    await server.store.commit(aCommit(0, { family }));
    expect((await sam.get(`/api/people/${body.id}`)).status).toBe(404);
    expect((await entries())[0]).toMatchObject({ reason: 'hidden', outcome: 'refused', case: 'case-1' });
  });

  it('holds no name, nothing that was typed, and no address that was asked for', async () => {
    await sam.post('/api/people', ada);
    await sam.post('/api/people/search', { text: 'Hartley', born: '2019-04-01' });
    await sam.post('/api/people', { person: { unknown: 'Hartley' }, commandId: 'x' });
    const text = JSON.stringify(await entries());
    expect(text).not.toMatch(/Hartley|Ada|2019-04-01/);
    expect(text).toContain('POST /api/people/search');
  });

  it('is never left out: while the store is moved nothing is shown of which no entry could be kept', async () => {
    await sam.get('/api/session');
    await server.store.freeze('It is being moved.');
    const answer = await sam.post<Refusal>('/api/people/search', { text: 'Hartley' });
    expect(answer.status).toBe(503);
    expect(answer.body.refusal).toMatchObject({
      reason: 'moving',
      message: expect.stringMatching(/moved/) as unknown,
    });
    await server.store.freeze();
    expect(server.app.trail.waiting()).toBe(0);
    const before = (await entries()).length;
    expect((await sam.post('/api/people/search', { text: 'Hartley' })).status).toBe(200);
    expect(await entries()).toHaveLength(before + 1);
  });

  it('is written before the answer leaves', async () => {
    const order: string[] = [];
    const append = server.store.appendAudit.bind(server.store);
    server.store.appendAudit = async (list) => {
      await new Promise((later) => setImmediate(later));
      order.push('written');
      return append(list);
    };
    await sam.post('/api/people/search', { text: 'Hartley' });
    order.push('answered');
    expect(order).toEqual(['written', 'answered']);
  });

  it('is written before the first byte of a file or a table leaves, and of a refusal', async () => {
    await sam.get('/api/session');
    const admin = await server.signedIn('administrator', 'north', 'root');
    const file = await server.store.attach({
      ...{ bytes: oneByte(), limit: 10, name: 'a.txt', type: 'text/plain', by: 'sam', at: startOfTest },
    });
    if (!file.ok) throw new Error(file.reason);
    const append = server.store.appendAudit.bind(server.store);
    const asked = [
      () => sam.get(`/api/attachments/${file.facts.id}`),
      () => sam.get('/api/attachments/none'),
      () => admin.get('/api/audit/people/sam/entries.csv'),
    ];
    const statuses: number[] = [];
    for (const ask of asked) {
      let release = (): void => undefined;
      const durable = new Promise<void>((done) => (release = done));
      const reached = new Promise<void>((done) => {
        server.store.appendAudit = async (list) => {
          done();
          await durable;
          return append(list);
        };
      });
      let answered = false;
      const answer = ask().then((one) => {
        answered = true;
        return one;
      });
      await reached;
      for (let turn = 0; turn < 20; turn += 1) await new Promise((later) => setImmediate(later));
      expect(answered).toBe(false);
      release();
      statuses.push((await answer).status);
    }
    expect(statuses).toEqual([200, 404, 200]);
  });

  it('can be read by those who may, and verified against heads kept elsewhere', async () => {
    const admin = await server.signedIn('administrator', 'north', 'root');
    expect((await sam.get('/api/audit')).status).toBe(403);
    const page = await admin.get<{ entries: unknown[] }>('/api/audit?limit=1');
    expect(page.body.entries).toHaveLength(1);
    const heads = (await admin.get('/api/audit/heads')).body;
    const report = await admin.post('/api/audit/verification', { heads });
    expect(report.body).toMatchObject({ ok: true, findings: [] });
  });
});

describe('the audit trail', () => {
  const entry = (request: string): AuditEntry => ({
    ...{ at: startOfTest, action: 'x', outcome: 'ok', route: '/', status: 200, request },
  });

  it('writes requests that end together in one go', async () => {
    const batches: number[] = [];
    const trail = auditTrail(async (list) => {
      batches.push(list.length);
      return { ok: true };
    }, console);
    await Promise.all([1, 2, 3, 4].map((n) => trail.write(entry(String(n)))));
    expect(batches).toEqual([4]);
  });

  it('keeps entries while the disk is full, says them in the log, and appends them in order later', async () => {
    let full = true;
    const kept: string[] = [];
    const logged: unknown[] = [];
    const trail = auditTrail(
      async (list) => {
        if (full) return { ok: false, reason: 'full' };
        kept.push(...list.map((one) => one.request));
        return { ok: true };
      },
      { error: (facts) => logged.push(facts) },
    );
    await trail.write(entry('1'));
    await trail.write(entry('2'));
    expect(trail.waiting()).toBe(2);
    expect(logged).toHaveLength(2);
    full = false;
    await trail.write(entry('3'));
    expect(kept).toEqual(['1', '2', '3']);
    expect(trail.waiting()).toBe(0);
  });
});

async function* oneByte(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a');
}
