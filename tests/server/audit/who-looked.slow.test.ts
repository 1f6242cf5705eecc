import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aCommit, aFamily, aRecord } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Entry {
  at: string;
  who: { id: string; name: string; roles: string };
  did: string;
  sort: string;
  about?: string;
  case?: { id: string; name?: string };
  refused?: string;
}
interface Refused {
  refusal: { reason: string };
}
interface Looked {
  family: { id: string; name?: string };
  children: { id: string; name: string }[];
  entries: Entry[];
  next?: string;
}

describe('who has looked', () => {
  let server: TestServer;
  let sam: Browser;
  let ada: string;
  beforeEach(async () => {
    server = await testServer();
    sam = await server.signedIn('social-worker', 'north', 'sam');
    const made = await sam.post<{ id: string }>('/api/people', {
      person: { firstNames: 'Ada', familyName: 'Hartley' },
      commandId: 'ada',
    });
    ada = made.body.id;
    const family = aFamily('case-1', {
      ...{ team: 'north', people: [ada], children: [{ id: ada, name: 'Ada' }] },
    });
    const records = [
      aRecord('record-ada', { children: [ada] }),
      aRecord('record-ben', { children: ['ben'] }),
    ];
    await server.store.commit(aCommit(0, { family, records }));
    await sam.get('/api/cases/case-1/history');
    await sam.get(`/api/people/${ada}`);
    await sam.get('/api/records/record-ben');
    await sam.post('/api/prints', { kind: 'person', id: ada });
  });
  afterEach(() => server.close());
  const looked = (by: Browser, query = '') => by.get<Looked>(`/api/audit/families/case-1${query}`);

  it('stands on a page of the family, in words, the latest first, printing marked', async () => {
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const { status, body } = await looked(officer);
    expect(status).toBe(200);
    expect(body.family).toEqual({ id: 'case-1', name: 'Hartley' });
    expect(body.entries[0]).toMatchObject({
      ...{ did: 'Printed a page', sort: 'printed', about: 'Ada Hartley' },
      who: { id: 'sam', name: 'sam', roles: 'Social worker' },
    });
    expect(body.entries.map((one) => one.did)).toContain('Looked at a person’s details');
  });

  it('can be asked of one child: what is only about another is left out', async () => {
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const all = (await looked(officer)).body.entries.filter((one) => one.who.id === 'sam');
    const ofAda = (await looked(officer, `?child=${ada}`)).body.entries.filter((one) => one.who.id === 'sam');
    expect(all.map((one) => one.did)).toContain('Looked at a record');
    expect(ofAda.map((one) => one.did)).not.toContain('Looked at a record');
    expect(ofAda.map((one) => one.did)).toContain('Looked at a person’s details');
  });

  it('is narrowed by days and by what was done', async () => {
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    expect((await looked(officer, '?sort=printed')).body.entries).toHaveLength(1);
    expect((await looked(officer, '?to=2026-08-31')).body.entries).toEqual([]);
    expect((await looked(officer, '?from=2026-09-01&to=2026-09-01')).body.entries.length).toBeGreaterThan(3);
  });

  it('is for the manager of the family’s team, and for no other team’s', async () => {
    const tia = await server.signedIn('team-manager', 'north', 'tia');
    const tom = await server.signedIn('team-manager', 'south', 'tom');
    expect((await looked(tia)).status).toBe(200);
    expect((await looked(tom)).status).toBe(403);
    expect((await looked(sam)).status).toBe(403);
    expect((await tia.get('/api/audit/people/sam')).status).toBe(403);
  });

  it('shows who looks after the machine the reference of a family and no name', async () => {
    const root = await server.signedIn('administrator', 'north', 'root');
    const { body } = await looked(root);
    expect(body.entries.length).toBeGreaterThan(3);
    expect(JSON.stringify(body)).not.toMatch(/Hartley|Ada/);
    expect(body.family).toEqual({ id: 'case-1' });
  });

  it('is taken away as a table, which leaves an entry of its own', async () => {
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const { body, headers } = await officer.get<string>('/api/audit/families/case-1/entries.csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain('"Printed a page","Ada Hartley","Hartley","case-1"');
    expect((await looked(officer, '?sort=exported')).body.entries[0]).toMatchObject({
      ...{ did: 'Exported who had looked', who: { id: 'olu' } },
    });
  });

  it('is taken away only by somebody who has just shown who they are', async () => {
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    server.clock.pass(11 * 60);
    for (const path of ['families/case-1', 'people/olu']) {
      const { status, body } = await officer.get<Refused>(`/api/audit/${path}/entries.csv`);
      expect([status, body.refusal.reason]).toEqual([403, 'step-up']);
    }
    const asked = await officer.get<Refused>('/api/session/confirmed');
    expect([asked.status, asked.body.refusal.reason]).toEqual([403, 'step-up']);
  });

  it('is told of a person too, found by name: what they looked at and what was refused', async () => {
    const lee = await server.signedIn('social-worker', 'elsewhere', 'lee');
    await lee.get(`/api/people/${ada}`);
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const found = await officer.get<{ id: string }[]>('/api/audit/people?text=LE');
    expect(found.body.map((one) => one.id)).toEqual(['lee']);
    const { body } = await officer.get<Looked>('/api/audit/people/lee');
    expect(body.entries[0]).toMatchObject({
      ...{ did: 'Looked at a person’s details', case: { id: 'case-1', name: 'Hartley' } },
      refused: 'Refused: the family is with another team',
    });
  });

  it('lets everybody see what they did themselves, with names of no family they may not read', async () => {
    const lee = await server.signedIn('social-worker', 'elsewhere', 'lee');
    await lee.get(`/api/people/${ada}`);
    const mine = await lee.get<Looked>('/api/audit/mine');
    expect(mine.body.entries[0]?.case).toEqual({ id: 'case-1' });
    expect(JSON.stringify(mine.body)).not.toContain('Hartley');
  });

  it('gives pages that go on where the last one ended', async () => {
    const once = (await server.store.list('audit', { actor: 'sam' })).rows.find(
      (one) => one.action === 'read-person',
    );
    if (!once) throw new Error('no entry');
    await server.store.appendAudit(Array.from({ length: 220 }, () => once));
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const first = (await looked(officer, '?sort=looked')).body;
    const second = (await looked(officer, `?sort=looked&after=${first.next ?? ''}`)).body;
    const seen = [...first.entries, ...second.entries].filter(
      (one) => one.did === 'Looked at a person’s details',
    );
    expect(seen).toHaveLength(221);
    expect(second.next).toBeUndefined();
  });

  it('stands on the page of each family that somebody belongs to, printing as well', async () => {
    const family = aFamily('case-2', { team: 'north', people: [ada], children: [{ id: ada, name: 'Ada' }] });
    await server.store.commit(aCommit(0, { case: aCase('case-2'), family }));
    await sam.get(`/api/people/${ada}`);
    await sam.post('/api/prints', { kind: 'person', id: ada });
    const tia = await server.signedIn('team-manager', 'north', 'tia');
    for (const of of ['case-1', 'case-2']) {
      const page = await tia.get<Looked>(`/api/audit/families/${of}?child=${ada}`);
      expect(page.body.entries.slice(0, 2).map((one) => one.did)).toEqual([
        'Printed a page',
        'Looked at a person’s details',
      ]);
      const { body } = await tia.get<string>(`/api/audit/families/${of}/entries.csv`);
      expect(body).toContain(`"Printed a page","Ada Hartley","Hartley","${of}"`);
    }
  });

  it('marks a page that somebody says they print and may not read as refused', async () => {
    const lee = await server.signedIn('social-worker', 'elsewhere', 'lee');
    for (const [kind, id] of [
      ['family', 'case-1'],
      ['record', 'record-ada'],
      ['person', ada],
    ]) {
      expect((await lee.post('/api/prints', { kind, id })).body).toEqual({ ok: true });
    }
    const officer = await server.signedIn('records-officer', 'north', 'olu');
    const entries = (await looked(officer, '?sort=printed')).body.entries.filter(
      (one) => one.who.id === 'lee',
    );
    expect(entries.map((one) => one.refused)).toEqual(
      Array.from({ length: 3 }, () => 'Refused: the family is with another team'),
    );
  });
});
