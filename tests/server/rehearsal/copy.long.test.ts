import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, command, drafting, type Refused } from '../drafts/drafting.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { begin, look, type Answers } from './rehearsing.ts';

let server: TestServer;
let ann: Browser;
let draft: string;
const { start, save, page: draftPage } = drafting(() => server);
beforeAll(async () => {
  server = await testServer({ published: true });
  ann = await server.signedIn('working-group-member', 'north', 'ann');
  draft = await start(ann, 'To be tried');
});
afterAll(() => server.close());

describe('a rehearsal on a copy of a real family', () => {
  let family: string;
  let sam: Browser;
  beforeAll(async () => {
    sam = await server.signedIn(['front-door-social-worker', 'working-group-member'], 'north', 'sam');
    const child = { firstNames: 'Ivy', familyName: 'Real', dateOfBirth: '2020-02-02' };
    const opened = await sam.post<{ case: string } & Refused>('/api/cases', {
      ...{ contact: { children: [{ new: child }] }, commandId: command() },
    });
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
    family = opened.body.case;
  });

  it('goes on where the family is, changes nothing of it, and is on the trail as a reading', async () => {
    const before = await server.store.load(family);
    const id = (await begin(sam, draft, { case: family })).body.rehearsal;
    const page = await look(sam, id);
    expect(page).toMatchObject({ copy: true, says: [] });
    expect(page.tasks.map(({ step, children }) => [step, children.map(({ name }) => name)])).toEqual([
      ['record-contact', ['Ivy Real']],
    ]);
    const path = `/api/rehearsals/${id}/tasks/${page.tasks[0]?.id ?? ''}`;
    const filled = (await sam.post<Answers>(`${path}/filling`, { answers: {}, perChild: {} })).body;
    expect((await sam.post(`${path}/completion`, { ...filled, commandId: command() })).status).toBe(200);
    expect(await server.store.load(family)).toEqual(before);
    expect((await server.store.list('records', { case: family }, {})).rows).toEqual([]);
    const trail = (await server.store.list('audit', { case: family }, {})).rows;
    expect(trail).toContainEqual(
      expect.objectContaining({ action: 'read-family', actor: 'sam', outcome: 'ok' }),
    );
    // and so is everything that is looked at of the copy afterwards
    const task = page.tasks[0]?.id ?? '';
    await sam.get(path);
    const after = (await server.store.list('audit', { case: family }, {})).rows;
    for (const [action, thing] of [
      ['read-rehearsal', { kind: 'family', id: family }],
      ['play-rehearsal', { kind: 'task', id: task }],
      ['read-rehearsal', { kind: 'task', id: task }],
    ] as const) {
      expect(after).toContainEqual(expect.objectContaining({ action, thing, actor: 'sam' }));
    }
  });

  it('is placed where the family is, in a draft that has changed', async () => {
    const other = await start(sam, 'Reworded');
    const path = 'forms/contact.json';
    const { files } = await draftPage(sam, other);
    const reworded = changed(files[path], (form) => {
      const question = form.layout[0]?.questions[0];
      if (question) question.label = 'What happened, in your words?';
    });
    expect((await save(sam, other, 1, { [path]: reworded })).status).toBe(200);
    const id = (await begin(sam, other, { case: family })).body.rehearsal;
    const page = await look(sam, id);
    expect([page.says, page.tasks.map(({ step }) => step)]).toEqual([[], ['record-contact']]);
    const task = `/api/rehearsals/${id}/tasks/${page.tasks[0]?.id ?? ''}`;
    const filled = (await sam.post<Answers>(`${task}/filling`, { answers: {}, perChild: {} })).body;
    expect((await sam.post(`${task}/completion`, { ...filled, commandId: command() })).status).toBe(200);
    expect((await look(sam, id)).tasks.map(({ step }) => step)).toEqual(['screen-contact']);
    expect((await server.store.load(family))?.case.tasks.map(({ step }) => step)).toEqual(['record-contact']);
  });

  it('starts at the beginning, and says so, where the draft has no place for it', async () => {
    const other = await start(sam, 'Another first step');
    const { files } = await draftPage(sam, other);
    const xml = (files['pathway.bpmn'] ?? '')
      .replaceAll('"record-contact"', '"note-contact"')
      .replaceAll('>record-contact<', '>note-contact<');
    const xmlDrawn = xml.replaceAll('bpmnElement="record-contact"', 'bpmnElement="note-contact"');
    expect((await save(sam, other, 1, { 'pathway.bpmn': xmlDrawn })).status).toBe(200);
    const page = await look(sam, (await begin(sam, other, { case: family })).body.rehearsal);
    expect(page.says).toHaveLength(1);
    expect(page.tasks.map(({ step, children }) => [step, children.map(({ name }) => name)])).toEqual([
      ['note-contact', ['Ivy Real']],
    ]);
  });

  it('leaves out what was withheld since from whoever rehearses', async () => {
    const id = (await begin(sam, draft, { case: family })).body.rehearsal;
    const words = 'Told in confidence by a neighbour';
    const path = `/api/rehearsals/${id}/tasks/${(await look(sam, id)).tasks[0]?.id ?? ''}`;
    const filled = (await sam.post<Answers>(`${path}/filling`, { answers: {}, perChild: {} })).body;
    const question =
      Object.entries(filled.answers).find(([, value]) => String(value).startsWith('(reh'))?.[0] ?? '';
    const answers = { ...filled.answers, [question]: words };
    const sent = { ...filled, answers, commandId: command() };
    const done = await sam.post<{ happened: { record: string } }>(`${path}/completion`, sent);
    const { record } = done.body.happened;
    const shown = async (): Promise<string> =>
      JSON.stringify((await sam.get<object>(`/api/rehearsals/${id}/records/${record}`)).body);
    expect(await shown()).toContain(words);
    const body = { case: family, record, question, from: { account: 'sam' }, files: [] };
    await server.store.put({
      kind: 'withheld',
      id: 'since',
      about: family,
      case: family,
      body,
      expecting: 0,
    });
    expect(await shown()).not.toContain(words);
    await server.store.remove('withheld', 'since');
  });

  it('begins once, however often the command comes', async () => {
    const sent = { draft, family: 'invented', commandId: command() };
    const [one, two] = [await sam.post('/api/rehearsals', sent), await sam.post('/api/rehearsals', sent)];
    expect(two.body).toEqual(one.body);
  });

  it('is only for who may read it, and the refusal is on the trail too', async () => {
    const refused = await begin(ann, draft, { case: family });
    expect([refused.status, refused.body.rehearsal]).toEqual([403, undefined]);
    const trail = (await server.store.list('audit', { case: family, actor: 'ann' }, {})).rows;
    expect(trail).toContainEqual(expect.objectContaining({ action: 'read-family', outcome: 'refused' }));
  });

  it('is closed to who may not read the family any more, and is not kept after its time', async () => {
    const id = (await begin(sam, draft, { case: family })).body.rehearsal;
    const head = await server.signedIn('head-of-service', 'north', 'hope');
    const restriction = { to: ['hope'], contact: 'Hope', shown: 'hidden' };
    const only = { restriction, reason: 'A relative works here.' };
    const closed = await head.post<Refused>(`/api/cases/${family}/restriction`, {
      ...only,
      commandId: command(),
    });
    expect([closed.status, closed.body.refusal]).toEqual([200, undefined]);
    expect((await sam.get(`/api/rehearsals/${id}`)).status).toBe(404);
    server.clock.pass(4 * 60 * 60 + 1);
    await server.signedIn('head-of-service', 'north', 'hope');
    const again = await server.signedIn('working-group-member', 'north', 'ann');
    await begin(again, draft, 'invented');
    expect(await server.store.document('rehearsal', id)).toBeUndefined();
  });
});
