import { hash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import type { Refusal } from '../support/workplace.ts';
import { begin, canary, furnish, leaveOut, type Page } from './disclosing.ts';

describe('what a person is given of their own record', () => {
  let server: TestServer;
  let officer: Browser;
  beforeAll(async () => {
    server = await testServer();
    await furnish(server);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    officer = await server.signedIn('records-officer', 'north', 'olu');
  });
  const pageOf = async (path: string): Promise<Page> => (await officer.get<Page>(path)).body;
  const fileOf = async (path: string): Promise<{ bytes: Buffer; parts: Record<string, string> }> => {
    const cookie = officer.cookie();
    const answer = await server.app.inject({ url: `${path}/file`, headers: { cookie } });
    expect(answer.statusCode, answer.body).toBe(200);
    const unpacked = Object.entries(unzipSync(answer.rawPayload));
    return {
      bytes: answer.rawPayload,
      parts: Object.fromEntries(unpacked.map(([n, b]) => [n, strFromU8(b)])),
    };
  };

  it('is gathered from everything that is held, and not what is another child’s alone', async () => {
    const { items } = await pageOf(await begin(officer));
    expect(items.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['person', 'family', 'record', 'part', 'file', 'history']),
    );
    const text = JSON.stringify(items);
    for (const words of [canary.note, canary.aunt, canary.file, canary.stays]) expect(text).toContain(words);
    expect(text).not.toContain('Only about Ben');
    const ofBen = JSON.stringify((await pageOf(await begin(officer, 'ben'))).items);
    expect(ofBen).toContain('Only about Ben');
    expect(ofBen).not.toContain(canary.stays);
  });

  it('is narrowed to a time', async () => {
    const { items } = await pageOf(await begin(officer, 'ada', { to: '2026-08-31' }));
    expect(items.filter((one) => one.kind === 'record')).toEqual([]);
  });

  it('offers to leave out an address that is another person’s secret', async () => {
    const { proposals } = await pageOf(await begin(officer));
    expect(proposals.map((one) => one.words)).toEqual([canary.street, canary.postcode]);
    expect(proposals[0]).toMatchObject({ reason: 'safety', because: expect.stringContaining('sensitive') });
  });

  it('holds nothing that was left out: in the page, the data, the names of files and the files', async () => {
    const path = await begin(officer, 'ada', { from: '2026-01-01' });
    const whole = await officer.get<string>(`${path}/preview`);
    for (const words of [canary.note, canary.aunt, canary.file]) expect(whole.body).toContain(words);

    const page = await pageOf(path);
    const record = page.items.find((one) => one.id === 'record-r-note');
    const file = page.items.find((one) => one.kind === 'file');
    await leaveOut(officer, path, [
      { item: record?.id ?? '', line: 'note', reason: 'third-party' },
      { words: canary.aunt, reason: 'third-party' },
      { item: file?.id ?? '', reason: 'legal' },
    ]);
    expect((await officer.post(`${path}/completion`)).status).toBe(200);
    const { parts } = await fileOf(path);
    expect(Object.keys(parts)).toEqual(['record.html', 'record.json']);
    const everything = Object.entries(parts).flat().join('\n');
    // the same words stood in another record too, in other letters
    expect(everything).not.toMatch(/Quillfeather|Zephyrine|Obadiah|Brandysnap/i);
    expect(everything).toContain(canary.stays);
    expect(parts['record.html']).toContain('[redacted: about another person]');
    expect(parts['record.json']).toContain('[redacted: legal advice]');
    expect(parts['record.html']).not.toContain('<b>Bold');
  });

  it('is the same file whenever it is made again, and the log apart from it names its hash and no words', async () => {
    const path = await begin(officer, 'ben');
    await leaveOut(officer, path, [{ words: canary.aunt, reason: 'third-party' }]);
    await officer.post(`${path}/completion`);
    const { bytes } = await fileOf(path);
    server.clock.pass(60);
    expect((await fileOf(path)).bytes.equals(bytes)).toBe(true);
    const log = await officer.get<string>(`${path}/log`);
    expect(log.body).toContain(`SHA-256 ${hash('sha256', bytes, 'hex')}`);
    expect(log.body).toMatch(/Words, wherever they stand.*About another person.*olu/);
    expect(log.body).not.toContain('Zephyrine');
    expect((await leaveOut(officer, path, [])).status).toBe(409);
  });

  it('has its files, and none that tells what is left out elsewhere', async () => {
    const path = await begin(officer, 'ada', { from: '2025-01-01' });
    await leaveOut(officer, path, [{ words: 'Obadiah Brandysnap', reason: 'third-party' }]);
    const refused = await officer.post<Refusal>(`${path}/completion`);
    expect(refused.status).toBe(422);
    expect(refused.body.refusal.message).toContain('holds words that are left out elsewhere');
    await leaveOut(officer, path, [{ words: canary.aunt, reason: 'third-party' }]);
    await officer.post(`${path}/completion`);
    const { parts } = await fileOf(path);
    const name = Object.keys(parts).find((one) => one.startsWith('files/')) ?? '';
    expect(parts[name]).toBe(canary.inFile);
    expect(name).toBe('files/001 letter from Obadiah.txt');
  });

  it('is for records officers who have just shown who they are, and leaves an entry at every step', async () => {
    const hal = await server.signedIn('head-of-service', 'north', 'hal');
    expect((await hal.get('/api/cases/case-1/disclosures')).status).toBe(403);
    const path = await begin(officer, 'dana');
    server.clock.pass(11 * 60);
    expect((await officer.post<Refusal>(`${path}/completion`)).body.refusal.reason).toBe('step-up');
    expect((await officer.get(path)).status).toBe(200);
    const { rows } = await server.store.list('audit', { actor: 'olu', case: 'case-1' }, { limit: 4 });
    expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['read-disclosure', 'ok'],
      ['make-disclosure', 'refused'],
      ['begin-disclosure', 'ok'],
      expect.anything(),
    ]);
    for (const part of ['preview', 'file', 'log']) {
      expect((await officer.get<Refusal>(`${path}/${part}`)).body.refusal.reason).toBe('step-up');
    }
  });

  it('offers parts that are withheld, and is for no officer from whom one is', async () => {
    const path = await begin(officer, 'ada', { from: '2024-01-01' });
    const withhold = (id: string, from: object) =>
      server.store.put({
        ...{ kind: 'withheld', id, about: 'case-1', case: 'case-1', expecting: 0 },
        body: {
          case: 'case-1',
          record: 'r-note',
          question: 'note',
          from,
          reason: 'x',
          files: [],
          by: 'sam',
          at: '',
        },
      });
    await withhold('w-1', { person: 'ada' });
    expect((await pageOf(path)).proposals).toContainEqual({
      ...{ item: 'record-r-note', line: 'note', reason: 'third-party' },
      because: 'This part is withheld from the person who is given it',
    });
    await withhold('w-2', { account: 'olu' });
    expect((await officer.get<Refusal>(path)).body.refusal.reason).toBe('withheld');
    expect((await officer.get<Refusal>(`${path}/preview`)).body.refusal.reason).toBe('withheld');
    await server.store.remove('withheld', 'w-2');
  });

  it('is refused for somebody who is not of the family', async () => {
    const answer = await officer.post<Refusal>('/api/cases/case-1/disclosures', {
      ...{ person: 'stranger', commandId: 'x' },
    });
    expect(answer.body.refusal.reason).toBe('not-of-family');
  });
});
