import { versionId } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftFiles } from '../../../server/drafts/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { changed, command, drafting, type Refused } from './drafting.ts';

let server: TestServer;
let ann: Browser;
let ben: Browser;
beforeAll(async () => {
  server = await testServer({ published: true });
  ann = await server.signedIn('working-group-member', 'north', 'ann');
  ben = await server.signedIn('practice-lead', 'north', 'ben');
});
afterAll(() => server.close());

const { current, start, save, page, pen } = drafting(() => server);
const contact = 'forms/contact.json';
const reworded = (text: string | undefined, label = 'What happened, in your words?'): string =>
  changed(text, (form) => {
    const question = form.layout[0]?.questions[0];
    if (question) question.label = label;
  });

describe('a draft', () => {
  it('begins as the published version, whoever starts it holding the pen', async () => {
    const draft = await page(ann, await start(ann, 'One visit form'));
    expect(draft).toMatchObject({
      title: 'One visit form',
      state: 'open',
      save: { number: 1 },
      mayHold: true,
    });
    expect(draft.pen).toMatchObject({ mine: true, holder: { id: 'ann' } });
    expect(draft.base.id).toBe(await current());
    expect(JSON.parse(draft.files[contact] ?? '')).toMatchObject({ id: 'contact', schema: {} });
    expect(draft.group.map(({ id }) => id)).toEqual(expect.arrayContaining(['ann', 'ben']));
  });

  it('is started once, however often the command comes', async () => {
    const from = { version: await current() };
    const sent = { title: 'Once', why: '', from, commandId: command() };
    const [one, two] = [await ann.post('/api/drafts', sent), await ann.post('/api/drafts', sent)];
    expect(two).toMatchObject({ status: 200, body: one.body });
    const drafts = await ann.get<{ title: string }[]>('/api/drafts');
    expect(drafts.body.filter(({ title }) => title === 'Once')).toHaveLength(1);
  });

  it('is the very version it began as, until something is changed, and again once it is changed back', async () => {
    const id = await start(ann, 'There and back');
    const host = server;
    expect(versionId(await draftFiles(host, id))).toBe(await current());
    const { files } = await page(ann, id);
    expect((await save(ann, id, 1, { [contact]: reworded(files[contact]) })).status).toBe(200);
    expect(versionId(await draftFiles(host, id))).not.toBe(await current());
    expect((await save(ann, id, 2, { [contact]: files[contact] ?? '' })).status).toBe(200);
    expect(versionId(await draftFiles(host, id))).toBe(await current());
  });

  it('has the schema of a form written from its layout, whatever the browser sends', async () => {
    const id = await start(ann, 'A question less');
    const { files } = await page(ann, id);
    const gone = changed(files[contact], (form) => {
      form.schema = { type: 'object' };
      form.layout = form.layout.slice(0, 1);
    });
    await save(ann, id, 1, { [contact]: gone });
    const kept = await draftFiles(server, id);
    const form = JSON.parse(kept[contact] ?? '') as {
      schema: { properties: { answers: object } };
      layout: object[];
    };
    expect(form.layout).toHaveLength(1);
    expect(form.schema.properties.answers).toBeDefined();
  });

  it('keeps every save, and goes back to one as a new one', async () => {
    const id = await start(ann, 'Saved often');
    const { files } = await page(ann, id);
    await save(ann, id, 1, { [contact]: reworded(files[contact], 'First') });
    await save(ann, id, 2, { [contact]: reworded(files[contact], 'Second') });
    const back = await ann.post<{ number: number }>(`/api/drafts/${id}/restore`, {
      ...{ save: 2, expecting: 3, commandId: command() },
    });
    expect(back.body.number).toBe(4);
    expect((await page(ann, id)).files[contact]).toContain('"First"');
    const saves = await ann.get<{ number: number; says: string }[]>(`/api/drafts/${id}/saves`);
    expect(saves.body.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(saves.body[0]?.says).toBe('Went back to save 2.');
    const third = await ann.get<{ files: Record<string, string> }>(`/api/drafts/${id}/files?save=3`);
    expect(third.body.files[contact]).toContain('"Second"');
  });

  it('that was saved elsewhere meanwhile is not overwritten, and one of two saves at once is refused', async () => {
    const id = await start(ann, 'Two windows');
    const { files } = await page(ann, id);
    const both = await Promise.all([
      save(ann, id, 1, { [contact]: reworded(files[contact], 'One window') }),
      save(ann, id, 1, { [contact]: reworded(files[contact], 'The other window') }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ refusal: { reason: 'conflict' }, save: 2, pen: { mine: true } });
  });

  it('answers a save that comes again as it did the first time', async () => {
    const id = await start(ann, 'Lost line');
    const { files } = await page(ann, id);
    const again = command();
    const changes = { [contact]: reworded(files[contact]) };
    const first = await save(ann, id, 1, changes, again);
    expect((await save(ann, id, 1, changes, again)).body).toEqual(first.body);
    expect((await page(ann, id)).save.number).toBe(2);
  });

  it('may be forked into a rival that keeps the version it is compared with', async () => {
    const id = await start(ann, 'The first idea');
    const { files } = await page(ann, id);
    await save(ann, id, 1, { [contact]: reworded(files[contact], 'Mine') });
    const rival = await page(ben, await start(ben, 'Another idea', { draft: id }));
    expect(rival).toMatchObject({ fork: { id, title: 'The first idea' }, base: { id: await current() } });
    expect(rival.files[contact]).toContain('"Mine"');
    expect(rival.pen.holder?.id).toBe('ben');
  });
});

describe('the pen', () => {
  it('lets only its holder save', async () => {
    const id = await start(ann, 'Ann’s own');
    const refused = await save(ben, id, 1, { [contact]: '{}' });
    expect(refused).toMatchObject({ status: 409, body: { refusal: { reason: 'pen' }, save: 1 } });
    expect(refused.body.refusal.message).toContain('ann holds the pen');
  });

  it('is handed to a named person, and to nobody who may not hold one', async () => {
    const id = await start(ann, 'Handed on');
    expect((await pen(ann, id, 'ben')).body).toMatchObject({ mine: false, holder: { id: 'ben' } });
    expect((await page(ben, id)).pen.mine).toBe(true);
    expect((await page(ann, id)).pen.takenFromMe).toBeUndefined();
    expect((await pen(ann, id, 'ann')).body.refusal.reason).toBe('pen');
    await server.signedIn('social-worker', 'north', 'sam');
    expect(await pen(ben, id, 'sam')).toMatchObject({
      status: 422,
      body: { refusal: { reason: 'not-in-the-group' } },
    });
  });

  it('may be taken over, and whoever held it is told by whom and when', async () => {
    const id = await start(ann, 'Taken over');
    server.clock.pass(60);
    expect((await pen(ben, id, 'me')).body.mine).toBe(true);
    const taken = (await page(ann, id)).pen.takenFromMe;
    expect(taken).toEqual({ by: 'ben', at: server.clock.now() });
    expect((await save(ann, id, 1, { [contact]: '{}' })).body.refusal.reason).toBe('pen');
    await pen(ann, id, 'me');
    expect((await page(ann, id)).pen).toMatchObject({ mine: true });
    expect((await page(ann, id)).pen.takenFromMe).toBeUndefined();
  });

  it('is laid down, and then has to be taken before anybody saves', async () => {
    const id = await start(ann, 'Laid down');
    expect((await pen(ann, id, 'nobody')).body).toEqual({ mine: false });
    expect((await save(ann, id, 1, { [contact]: '{}' })).body.refusal.message).toContain(
      'Nobody holds the pen',
    );
    expect((await pen(ben, id, 'me')).body.mine).toBe(true);
    expect((await page(ann, id)).pen.takenFromMe).toBeUndefined();
  });
});

describe('what can’t be read', () => {
  const refusedWith = async (changes: Record<string, string | null>): Promise<Refused['refusal']> => {
    const id = await start(ann, 'Hostile');
    const answer = await save(ann, id, 1, changes);
    expect(answer.status).toBe(422);
    expect((await page(ann, id)).save.number).toBe(1);
    return answer.body.refusal;
  };

  it.each([
    ['../../server/main.ts', 'is no file of a pathway'],
    ['constructor', 'is no file of a pathway'],
    ['forms/Contact.JSON', 'is no file of a pathway'],
    ['forms/../pathway.bpmn', 'is no file of a pathway'],
  ])('a file called %s is refused', async (path, says) => {
    expect((await refusedWith({ [path]: '{}' })).message).toContain(says);
  });

  it('is refused with a plain sentence: no JSON, no form, no drawing, a part that is needed', async () => {
    expect((await refusedWith({ [contact]: 'no' })).message).toContain('not JSON');
    expect((await refusedWith({ [contact]: '{"id":"contact"}' })).findings[0]?.check).toBe('form-shape');
    expect((await refusedWith({ 'roles.json': '[{"id":"x"}]' })).message).toContain('roles.json');
    expect((await refusedWith({ 'pathway.bpmn': '<no' })).message).toContain("can't be read");
    expect((await refusedWith({ 'pathway.bpmn': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })).message).toContain(
      'entities',
    );
    expect((await refusedWith({ 'pathway.bpmn': null })).message).toContain('can’t be left out');
    expect((await refusedWith({ 'forms/large.json': ' '.repeat(1024 * 1024 + 1) })).message).toContain(
      '1 MiB',
    );
  });

  it('is not what is merely wrong: that is saved, and the checks say it', async () => {
    const id = await start(ann, 'Unfinished');
    const { files } = await page(ann, id);
    const xml = (files['pathway.bpmn'] ?? '').replace(
      /pathway:form="contact"/g,
      'pathway:form="no-such-form"',
    );
    expect((await save(ann, id, 1, { 'pathway.bpmn': xml })).status).toBe(200);
    const checks = await ann.get<{ save: number; findings: { check: string; level: string }[] }>(
      `/api/drafts/${id}/checks`,
    );
    expect(checks.body.save).toBe(2);
    expect(checks.body.findings).toContainEqual(
      expect.objectContaining({ check: 'step-has-form', level: 'error' }),
    );
  });
});
