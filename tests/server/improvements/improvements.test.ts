import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorisedIn } from '../../../server/improvements/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Said {
  id: string;
  form: string;
  formTitle: string;
  label?: string;
  text: string;
  by: { id: string; name: string };
  answer?: { text: string; decision: string; by: { name: string }; seen: boolean };
}
interface Sayings {
  prompts: { questions: { text: string }[] }[];
  avoid: { word: string }[];
  notes: { id: string; text: string; prompt?: string; settled: boolean; by: { name: string } }[];
  improvements: Said[];
  authorised: { finding: string; by: string; because: string }[];
}

let server: TestServer;
let sam: Browser;
let kim: Browser;
let ann: Browser;
beforeAll(async () => {
  server = await testServer({ published: true });
  sam = await server.signedIn('social-worker', 'north', 'sam');
  kim = await server.signedIn('social-worker', 'north', 'kim');
  ann = await server.signedIn('working-group-member', 'north', 'ann');
});
afterAll(() => server.close());

const better = (more: object = {}) => ({
  ...{ form: 'visit', kind: 'wording', text: 'Families do not say it like that.', commandId: 'c1' },
  ...more,
});
const draft = async (): Promise<string> => {
  const from = { version: (await server.versions.current()).id };
  const body = { title: 'Visits', why: 'Too long', from, commandId: `start ${Math.random()}` };
  return (await ann.post<{ draft: string }>('/api/drafts', body)).body.draft;
};
const sayings = async (id: string): Promise<Sayings> =>
  (await ann.get<Sayings>(`/api/drafts/${id}/notes`)).body;

describe('this could be better', () => {
  it('is said by anybody at work, once however often it is sent, and lands beside the question', async () => {
    const question = 'childSeen';
    const form = (await server.versions.current()).forms['visit'];
    const asked = form?.layout.flatMap(({ questions }) => questions).find(({ id }) => id === question);
    expect(asked).toBeDefined();
    const first = await sam.post<{ id: string }>('/api/improvements', better({ question }));
    const again = await sam.post<{ id: string }>('/api/improvements', better({ question }));
    expect(again.body).toEqual(first.body);
    const { improvements } = await sayings(await draft());
    expect(improvements).toHaveLength(1);
    expect(improvements[0]).toMatchObject({ question, label: asked?.label, by: { id: 'sam', name: 'sam' } });
  });

  it('of a form or question that is not in use is refused in plain words', async () => {
    const form = await sam.post('/api/improvements', better({ form: 'no-such-form', commandId: 'c2' }));
    expect(form.status).toBe(422);
    const question = await sam.post('/api/improvements', better({ question: 'noSuch', commandId: 'c3' }));
    expect(question.status).toBe(422);
    expect(question.body).toMatchObject({ refusal: { reason: 'unknown-question' } });
  });

  it('is answered to the person who asked, who sees the answer as new until it was read', async () => {
    const { body } = await kim.post<{ id: string }>(
      '/api/improvements',
      better({ text: 'Twice!', commandId: 'c4' }),
    );
    const answer = { text: 'Gone in the new draft.', decision: 'done', commandId: 'a1' };
    expect((await ann.post(`/api/improvements/${body.id}/answer`, answer)).status).toBe(200);
    const mine = async () => (await kim.get<Said[]>('/api/improvements/mine')).body;
    expect(await mine()).toMatchObject([
      { text: 'Twice!', answer: { text: 'Gone in the new draft.', by: { name: 'ann' }, seen: false } },
    ]);
    const queue = async () => (await kim.get<{ news?: number }>('/api/tasks?view=mine')).body.news;
    expect(await queue()).toBe(1);
    await kim.post('/api/improvements/mine/seen');
    expect(await queue()).toBeUndefined();
    expect((await mine())[0]?.answer?.seen).toBe(true);
    expect((await sam.get<Said[]>('/api/improvements/mine')).body.map(({ text }) => text)).not.toContain(
      'Twice!',
    );
  });

  it('is read and answered by the working group only', async () => {
    expect((await sam.get('/api/improvements')).status).toBe(403);
    const { body } = await ann.get<Said[]>('/api/improvements?form=visit');
    expect(body.map(({ form }) => form)).toEqual(['visit', 'visit']);
    const answer = { text: 'Yes', decision: 'done', commandId: 'a2' };
    expect((await sam.post(`/api/improvements/${body[0]?.id ?? ''}/answer`, answer)).status).toBe(403);
    expect((await ann.post('/api/improvements/nothing/answer', answer)).status).toBe(404);
  });
});

describe('notes on a draft', () => {
  it('stand under the question the group asks itself, stay with their draft, and are settled, not lost', async () => {
    const [one, other] = [await draft(), await draft()];
    const note = { form: 'visit', prompt: 'duplicated', text: 'Names, again.', commandId: 'n1' };
    const { body } = await ann.post<{ id: string }>(`/api/drafts/${one}/notes`, note);
    await ann.post(`/api/drafts/${one}/notes`, note);
    const page = await sayings(one);
    expect(page.prompts[0]?.questions).toHaveLength(4);
    expect(page.avoid.length).toBeGreaterThan(10);
    expect(page.notes).toMatchObject([{ prompt: 'duplicated', text: 'Names, again.', settled: false }]);
    expect((await sayings(other)).notes).toEqual([]);
    await ann.post(`/api/drafts/${one}/notes/${body.id}/settled`);
    expect((await sayings(one)).notes).toMatchObject([{ text: 'Names, again.', settled: true }]);
    expect((await ann.post(`/api/drafts/${other}/notes/${body.id}/settled`)).status).toBe(404);
    expect((await ann.post('/api/drafts/nothing/notes', note)).status).toBe(404);
  });

  it('hold who answers for taking out what the law needs, for the gate before publishing', async () => {
    const id = await draft();
    const finding = 'statutory-questions:referralOutcome';
    const say = (by: string, text: string, commandId: string) =>
      ann.post(`/api/drafts/${id}/notes`, { form: 'visit', text, authorises: { finding, by }, commandId });
    await say('Dana Okafor', 'Asked at the door', 'n2');
    server.clock.pass(60);
    await say('Ruth Ellis', 'Asked by phone', 'n3');
    expect(await authorisedIn(server, id)).toEqual([
      { finding, by: 'Ruth Ellis', because: 'Asked by phone' },
    ]);
    const page = await sayings(id);
    expect(page.notes).toEqual([]);
    expect(page.authorised).toHaveLength(2);
  });
});
