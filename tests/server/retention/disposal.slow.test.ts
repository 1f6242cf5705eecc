import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, anEntry, aRecord, startOfTest } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import type { Refusal } from '../support/workplace.ts';

interface Page {
  until: string;
  children: { id: string; until: string; due: boolean; rule: { id: string } }[];
  holds: { id: string; lifted?: object }[];
  disposal?: { whole: boolean; goes: { records: number }; stays: { records: number } };
  proposals: { id: string; state: string }[];
}

const closed = (id: string, born: string) => ({
  ...{ id, born, joined: '1998-01-05' },
  episodes: [{ id: `${id}-e`, opened: '1998-01-05', closed: '1999-06-01' }],
});
const plan = (child: string) => ({
  ...{
    id: `${child}-plan`,
    fact: 'plan-started',
    child,
    episode: `${child}-e`,
    on: '1998-03-01',
    record: 'r',
  },
});

describe('letting go of a record', () => {
  let server: TestServer;
  let olu: Browser;
  let hal: Browser;
  /** Ada's time ended on her 25th birthday; Ben's ends on the day given */
  const furnish = async (ben: string): Promise<void> => {
    const version = (await server.versions.current()).id;
    for (const id of ['ada', 'ben']) {
      const body = { firstNames: id === 'ada' ? 'Adalind' : 'Benvolio', familyName: 'Marsh' };
      await server.store.putPerson({
        id,
        body,
        keys: [`name:${id}`],
        expecting: 0,
        by: 'x',
        at: startOfTest,
      });
    }
    const done = await server.store.commit(
      aCommit(0, {
        case: aCase('case-1', {
          ...{ version, children: [closed('ada', '1996-05-01'), closed('ben', ben)] },
          happenings: [plan('ada'), plan('ben')],
        }),
        family: aFamily('case-1', {
          ...{
            name: 'Marsh',
            team: 'north',
            people: ['ada', 'ben'],
            words: ['marsh', 'adalind', 'benvolio'],
          },
          children: [
            { id: 'ada', name: 'Adalind' },
            { id: 'ben', name: 'Benvolio' },
          ],
        }),
        records: [aRecord('r-ada', { children: ['ada'] }), aRecord('r-both', { children: ['ada', 'ben'] })],
        history: [anEntry('e', 'case-1', { kind: 'case-opened', children: ['ada', 'ben'] })],
      }),
    );
    if (!done.ok) throw new Error(done.reason);
  };
  beforeEach(async () => {
    server = await testServer();
    olu = await server.signedIn('records-officer', 'north', 'olu');
    hal = await server.signedIn('head-of-service', 'north', 'hal');
  });
  afterEach(() => server.close());
  const retention = async (): Promise<Page> => (await olu.get<Page>('/api/cases/case-1/retention')).body;
  const propose = (commandId = 'one') =>
    olu.post<{ id: string } & Refusal>('/api/cases/case-1/disposals', { commandId });
  const approve = (by: Browser, id: string) => by.post<Refusal>(`/api/cases/case-1/disposals/${id}/approval`);

  it('is listed when its time is over, with the rule', async () => {
    await furnish('1998-05-01');
    const { body } = await olu.get<{ rows: object[] }>('/api/retention?by=2026-09-01');
    expect(body.rows).toEqual([
      {
        ...{ case: { id: 'case-1', name: 'Marsh' }, first: '2021-05-01', until: '2023-05-01' },
        rules: ['Enquiry, conference or plan to protect the child'],
        ...{ due: 2, children: 2, held: false },
      },
    ]);
    expect((await olu.get<{ rows: object[] }>('/api/retention?by=2021-04-30')).body.rows).toEqual([]);
  });

  it('takes two people, the second of whom has just shown who they are', async () => {
    await furnish('1998-05-01');
    const { id } = (await propose()).body;
    const both = await server.signedIn(['records-officer', 'head-of-service'], 'north', 'olu');
    expect((await approve(olu, id)).status).toBe(403);
    expect((await approve(both, id)).status).toBe(403);
    server.clock.pass(11 * 60);
    expect((await approve(hal, id)).body.refusal.reason).toBe('step-up');
    expect((await retention()).proposals).toMatchObject([{ id, state: 'proposed' }]);
  });

  it('is never approved by who proposed it, whatever their roles', async () => {
    await furnish('1998-05-01');
    const both = await server.signedIn(['records-officer', 'head-of-service'], 'north', 'bo');
    const made = await both.post<{ id: string }>('/api/cases/case-1/disposals', { commandId: 'x' });
    expect((await approve(both, made.body.id)).body.refusal.reason).toBe('own-proposal');
  });

  it('leaves nothing that is served, and a certificate', async () => {
    await furnish('1998-05-01');
    const { id } = (await propose()).body;
    expect((await approve(hal, id)).status).toBe(200);
    for (const path of [
      '/api/cases/case-1',
      '/api/records/r-both',
      '/api/people/ada',
      '/api/cases/case-1/retention',
    ]) {
      expect((await hal.get(path)).status, path).toBe(404);
    }
    expect((await hal.post('/api/cases/search', { text: 'Marsh' })).body).toEqual([]);
    const looked = await olu.get('/api/audit/families/case-1');
    expect(looked.body).toMatchObject({ family: { id: 'case-1' }, children: [] });
    expect(JSON.stringify(looked.body)).not.toMatch(/Marsh|Adalind|Benvolio/);
    const done = await olu.get<{ proposals: object[] }>('/api/disposals');
    expect(done.body.proposals).toMatchObject([{ id, case: { id: 'case-1' }, state: 'done', whole: true }]);
    const { body } = await olu.get<string>(`/api/disposals/${id}/certificate`);
    expect(body).toContain('Approved: 2026-09-01T09:00:00.000Z, hal (hal)');
    expect(body).toMatch(/hash [\w-]{43}/);
    expect(body).toContain('Key destroyed: family:case-1');
    expect(body).not.toMatch(/Marsh|Adalind|Benvolio/);
    expect(await server.store.verify()).toMatchObject({ ok: true, disposed: 1 });
  });

  it('cannot be read from an earlier backup either, with the keys there are today', async () => {
    await furnish('1998-05-01');
    const copy = join(server.folder, 'backup');
    mkdirSync(copy);
    await server.store.backup(copy);
    const openCopy = () => openSqlite({ folder: copy, keys: join(server.folder, 'keys') });
    const before = openCopy();
    expect((await before.load('case-1'))?.family.name).toBe('Marsh');
    await before.close();
    expect((await approve(hal, (await propose()).body.id)).status).toBe(200);
    const restored = openCopy();
    expect(await restored.load('case-1')).toBeUndefined();
    expect(await restored.record('r-both')).toBeUndefined();
    expect(await restored.person('ada')).toBeUndefined();
    expect((await restored.list('families', { reader: 'hal', text: 'marsh' })).rows).toEqual([]);
    await restored.close();
  });

  it('takes only what is one child’s alone while a sibling’s time goes on', async () => {
    await furnish('2010-05-01');
    expect(await retention()).toMatchObject({
      ...{ until: '2035-05-01', disposal: { whole: false, goes: { records: 1 }, stays: { records: 1 } } },
    });
    const { id } = (await propose()).body;
    expect((await hal.post<object[]>('/api/cases/search', { text: 'Adalind' })).body).toHaveLength(1);
    expect((await approve(hal, id)).status).toBe(200);
    expect((await approve(hal, id)).status).toBe(200);
    expect((await hal.post('/api/cases/search', { text: 'Adalind' })).body).toEqual([]);
    expect((await hal.post<object[]>('/api/cases/search', { text: 'Benvolio' })).body).toHaveLength(1);
    expect(JSON.stringify(await server.store.family('case-1'))).not.toContain('Adalind');
    const history = await hal.get<{ entries: { says: string }[] }>('/api/cases/case-1/history');
    expect(JSON.stringify(history.body)).toMatch(/What was only about one child was let go of/);
    expect((await hal.get('/api/records/r-ada')).status).toBe(404);
    expect(await server.store.record('r-both')).toBeDefined();
    expect((await olu.get<string>(`/api/disposals/${id}/certificate`)).body).toContain(
      'of 1 of the children alone',
    );
  });

  it('waits for a legal hold to be lifted', async () => {
    await furnish('1998-05-01');
    const { id } = (await propose()).body;
    const hold = await olu.post<{ id: string }>('/api/cases/case-1/holds', {
      why: 'A claim',
      commandId: 'h',
    });
    expect((await approve(hal, id)).body.refusal.reason).toBe('held');
    expect((await propose('two')).body.refusal.reason).toBe('held');
    expect(await retention()).not.toHaveProperty('disposal');
    const end = `/api/cases/case-1/holds/${hold.body.id}/end`;
    expect((await hal.post(end, { why: 'The claim ended' })).status).toBe(200);
    expect((await hal.post(end, { why: 'Again' })).status).toBe(409);
    expect((await approve(hal, id)).status).toBe(200);
  });

  it('is asked again at the approval: what was written since ends the proposal', async () => {
    await furnish('1998-05-01');
    const { id } = (await propose()).body;
    expect((await propose('two')).body.refusal.reason).toBe('proposed');
    const stored = await server.store.load('case-1');
    if (!stored) throw new Error('no case');
    await server.store.commit(aCommit(1, stored));
    expect((await approve(hal, id)).body.refusal.reason).toBe('changed');
    const no = await hal.post(`/api/cases/case-1/disposals/${id}/refusal`, { why: 'Written since' });
    expect(no.status).toBe(200);
    expect((await approve(hal, id)).status).toBe(409);
  });

  it('is not proposed before its time', async () => {
    await furnish('2010-05-01');
    await server.store.put({
      ...{ kind: 'setting', id: 'retention', expecting: 0 },
      body: { rules: [{ id: 'all', name: 'All', facts: [], from: 'born', years: 99, source: 'x' }] },
    });
    expect((await propose()).body.refusal.reason).toBe('not-due');
  });
});

describe('the rules of retention', () => {
  it('are the authority’s own, changed by who may approve a disposal; one of them must hold for everybody', async () => {
    const server = await testServer();
    const hal = await server.signedIn('head-of-service', 'north', 'hal');
    const { rules, revision } = (
      await hal.get<{ rules: { id: string; facts: object[] }[]; revision: number }>('/api/retention/rules')
    ).body;
    const change = (changed: object[]) =>
      hal.put<Refusal>('/api/retention/rules', { rules: changed, revision });
    expect((await change(rules.filter((one) => one.facts.length > 0))).status).toBe(422);
    expect((await change([...rules, ...rules])).status).toBe(422);
    expect((await change(rules.slice(0, 2))).status).toBe(200);
    expect((await hal.get<{ rules: object[] }>('/api/retention/rules')).body.rules).toHaveLength(2);
    expect((await change(rules)).status).toBe(409);
    await server.close();
  });
});
