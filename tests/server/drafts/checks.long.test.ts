import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change, Finding } from '#engine';
import { draftVersion } from '../../../server/drafts/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { changed, command, drafting, type Refused } from './drafting.ts';

let server: TestServer;
let ann: Browser;
beforeAll(async () => {
  server = await testServer({ published: true });
  ann = await server.signedIn('working-group-member', 'north', 'ann');
});
afterAll(() => server.close());

const { current, start, save, page } = drafting(() => server);

interface Checks {
  save: number;
  findings: Finding[];
  sound: 'running' | 'done';
  size?: { places: number; transitions: number };
}
interface Comparison {
  against: { id: string; name: string };
  changes: Change[];
  forms: { form: string; title: string; changes: Change[] }[];
}

it('says at once what the drawing lacks, and once its tables are made whether it is sound', async () => {
  const id = await start(ann, 'Checked');
  const { files } = await page(ann, id);
  const xml = files['pathway.bpmn'] ?? '';
  const unnamed = xml.replace('name="Record the contact"', 'name="Contact"');
  expect(unnamed).not.toBe(xml);
  await save(ann, id, 1, { 'pathway.bpmn': unnamed });
  const checks = async (): Promise<Checks> => (await ann.get<Checks>(`/api/drafts/${id}/checks`)).body;
  const first = await checks();
  expect(first).toMatchObject({ save: 2, sound: 'running' });
  expect(first.findings.map(({ check }) => check)).toContain('step-has-verb-and-object');
  const { version } = await draftVersion(server, id);
  expect(Object.keys(version.tables.tables).length).toBeGreaterThan(5);
  const then = await checks();
  expect(then.sound).toBe('done');
  expect(then.size?.places).toBeGreaterThan(50);
});

it('compiles nothing anew when only a form changed', async () => {
  const id = await start(ann, 'A form only');
  const { version } = await draftVersion(server, id);
  const { files } = await page(ann, id);
  const text = changed(files['forms/visit.json'], (form) => {
    form.title = 'The visit';
  });
  await save(ann, id, 1, { 'forms/visit.json': text });
  const { body } = await ann.get<Checks>(`/api/drafts/${id}/checks`);
  expect(body.sound).toBe('done');
  expect((await draftVersion(server, id)).version.id).not.toBe(version.id);
});

it('tells what a draft changes in sentences, the drawing apart from each form', async () => {
  const id = await start(ann, 'Compared');
  const before = await ann.get<Comparison>(`/api/drafts/${id}/comparison`);
  expect(before.body).toMatchObject({ against: { id: await current() }, changes: [], forms: [] });
  const { files } = await page(ann, id);
  const xml = files['pathway.bpmn'] ?? '';
  const text = changed(files['forms/contact.json'], (form) => {
    const question = form.layout[0]?.questions[0];
    if (question) question.label = 'What is the worry?';
  });
  await save(ann, id, 1, {
    'pathway.bpmn': xml.replace('name="Screen the contact"', 'name="Write it all down"'),
    'forms/contact.json': text,
  });
  const { body } = await ann.get<Comparison>(`/api/drafts/${id}/comparison`);
  expect(body.changes.map(({ kind, element }) => [kind, element])).toEqual([
    ['name', 'screen-contact'],
    ['form-used', 'record-contact'],
  ]);
  expect(body.changes[0]?.sentence).toContain('“Write it all down”');
  expect(body.forms).toHaveLength(1);
  expect(body.forms[0]).toMatchObject({ form: 'contact' });
  expect(body.forms[0]?.changes[0]).toMatchObject({ kind: 'wording', question: expect.any(String) });
});

it('takes a version away as one file and brings it in again as the same version', async () => {
  const taken = await ann.send<string>({
    ...{ method: 'GET', url: `/api/pathway/versions/${await current()}/export?what=version` },
  });
  expect(taken.headers['content-disposition']).toContain('attachment');
  const whole = taken.body as unknown as { throughline: string; files: Record<string, string> };
  expect(whole.throughline).toBe('version');
  const sent = { title: 'From next door', why: '', name: 'next-door.json', text: JSON.stringify(whole) };
  const brought = await ann.post<{ draft: string; findings: Finding[] }>('/api/drafts/import', {
    ...{ ...sent, commandId: command() },
  });
  expect(brought.status).toBe(200);
  expect((await draftVersion(server, brought.body.draft)).version.id).toBe(await current());
  const draft = await page(ann, brought.body.draft);
  expect(draft.save.says).toBe('Brought in from “next-door.json”.');
});

it('takes a drawing away alone and brings it in on the forms there are', async () => {
  const id = await start(ann, 'Taken away');
  const taken = await ann.send<string>({ method: 'GET', url: `/api/drafts/${id}/export?what=drawing` });
  expect(taken.headers['content-type']).toContain('application/xml');
  const brought = await ann.post<{ draft: string; findings: Finding[] }>('/api/drafts/import', {
    ...{ title: 'Brought back', why: '', name: 'drawing.bpmn', text: taken.body, commandId: command() },
  });
  expect(brought.status).toBe(200);
  const files = (await page(ann, brought.body.draft)).files;
  expect(files['forms/contact.json']).toBeDefined();
});

it.each([
  ['{"some":"thing"}', 'no version of a pathway'],
  ['{', 'not JSON'],
  ['<html/>', ''],
  ['{"throughline":"version","name":"x","files":{"pathway.bpmn":"<a/>"}}', 'is missing'],
  ['{"throughline":"version","name":"x","files":{"pathway.bpmn":7}}', 'not text'],
])('does not bring in %s', async (text, says) => {
  const refused = await ann.post<Refused>('/api/drafts/import', {
    ...{ title: 'Hostile', why: '', name: 'x', text, commandId: command() },
  });
  expect(refused.status).toBe(422);
  expect(refused.body.refusal.message).toContain(says);
});

it('counts what there is in each published version, and tells it in words', async () => {
  type Row = { id: string; name: string; current: boolean; counts: { steps: number; questions: number } };
  const { body } = await (await server.signedIn('social-worker')).get<Row[]>('/api/pathway/versions');
  expect(body.length).toBeGreaterThan(1);
  expect(body[0]?.current).toBe(true);
  expect(body[0]?.counts.steps).toBeGreaterThan(20);
  const one = await ann.get<{ files: object; described: { name: string; sentences: string[] }[] }>(
    `/api/pathway/versions/${body[1]?.id ?? ''}`,
  );
  expect(one.body.described[0]?.sentences[0]).toMatch(/begins with/);
  expect((await ann.get(`/api/pathway/versions/none`)).status).toBe(404);
});

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="elsewhere">
  <process id="p" isExecutable="true">
    <startEvent id="begin" name="A call comes in"><outgoing>a</outgoing></startEvent>
    <sequenceFlow id="a" sourceRef="begin" targetRef="count"/>
    <scriptTask id="count" name="Count the days" scriptFormat="js">
      <incoming>a</incoming><outgoing>b</outgoing><script>1 + 1</script>
    </scriptTask>
    <sequenceFlow id="b" sourceRef="count" targetRef="end"/>
    <endEvent id="end" name="Answered"><incoming>b</incoming></endEvent>
  </process>
</definitions>`;

it('names what can’t run here in a drawing from elsewhere, lays it out, and does what was offered', async () => {
  type Found = Finding & { offer?: string };
  const { status, body } = await ann.post<{ draft: string; findings: Found[]; laidOut: boolean }>(
    '/api/drafts/import',
    { title: 'From elsewhere', why: '', name: 'other.bpmn', text: foreign, commandId: command() },
  );
  expect([status, body.laidOut]).toEqual([200, true]);
  const script = body.findings.find(({ element }) => element === 'count');
  expect(script?.message).toContain('“Count the days”');
  expect(script?.offer).toBeDefined();
  const taken = await ann.post<{ number: number }>(`/api/drafts/${body.draft}/offers`, {
    accepted: [{ element: 'count', offer: 'make it a step' }],
    ...{ expecting: 1, commandId: command() },
  });
  expect(taken).toMatchObject({ status: 200, body: { number: 2 } });
  const xml = (await page(ann, body.draft)).files['pathway.bpmn'];
  expect(xml).not.toContain('scriptTask');
  expect(xml).toMatch(/userTask id="count"/);
});
