import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duplicates, LooksSame, PathTotals, Ways } from '#engine';
import { changed, drafting, type Refused } from '../drafts/drafting.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Page extends Duplicates {
  walked: boolean;
  against?: { id: string; name: string; totals: Ways<PathTotals> };
}

let server: TestServer;
let ann: Browser;
beforeAll(async () => {
  server = await testServer({ published: true });
  ann = await server.signedIn('working-group-member', 'north', 'ann');
});
afterAll(() => server.close());

const { current, start, save } = drafting(() => server);
const ofVersion = async (): Promise<Page> =>
  (await ann.get<Page>(`/api/pathway/versions/${await current()}/duplicates`)).body;
const ofDraft = async (id: string): Promise<Page> =>
  (await ann.get<Page>(`/api/drafts/${id}/duplicates`)).body;

describe('what a published version asks twice', () => {
  it('is told with how much of it, where, and by which policy', async () => {
    const page = await ofVersion();
    expect(page).toMatchObject({ version: await current(), walked: true });
    expect(page.against).toBeUndefined();
    const { shortest, usual, longest } = page.totals;
    expect(shortest.questions).toBeLessThan(usual.questions);
    expect(usual.questions).toBeLessThan(longest.questions);
    expect(usual.askedAgain).toBeGreaterThan(usual.asNew);
    const [first] = page.askedTwice;
    expect(first?.timesOnUsual).toBeGreaterThan(1);
    expect(first?.asked.every(({ stepName, formTitle, label }) => stepName && formTitle && label)).toBe(true);
    expect(page.looksSame.every(({ score, because }) => score >= page.threshold && because.length > 0)).toBe(
      true,
    );
  });

  it('is for everyone who works here; of no version that was never published', async () => {
    const worker = await server.signedIn('social-worker', 'north', 'wes');
    expect((await worker.get(`/api/pathway/versions/${await current()}/duplicates`)).status).toBe(200);
    expect((await worker.get('/api/pathway/versions/none/duplicates')).status).toBe(404);
  });
});

describe('what a draft asks twice', () => {
  it('is held against what new cases run on, and follows every save', async () => {
    const id = await start(ann, 'Ask it once');
    const before = await ofDraft(id);
    expect(before.name).toBe('Ask it once');
    expect(before.against?.id).toBe(await current());
    expect(before.against?.totals).toEqual(before.totals);
    const { files } = (await ann.get<{ files: Record<string, string> }>(`/api/drafts/${id}`)).body;
    const report = 'forms/social-work-report.json';
    const fewer = changed(files[report], (form) => {
      for (const section of form.layout) section.questions = section.questions.slice(0, 1);
    });
    expect((await save(ann, id, 1, { [report]: fewer })).status).toBe(200);
    const after = await ofDraft(id);
    expect(after.totals.usual.questions).toBeLessThan(before.totals.usual.questions);
    expect(after.against?.totals).toEqual(before.totals);
  });

  it('is for the working group', async () => {
    const id = await start(ann, 'Only ours');
    const worker = await server.signedIn('social-worker', 'north', 'wes');
    expect((await worker.get(`/api/drafts/${id}/duplicates`)).status).toBe(403);
  });
});

describe('what the group says of a pair', () => {
  const mark = (pair: string, body: object) =>
    ann.put<Refused & { mark: string }>(`/api/pathway/marks/${pair}`, body);
  const marked = async (pair: string): Promise<LooksSame['mark']> =>
    (await ofVersion()).looksSame.find((one) => one.pair === pair)?.mark;

  it('stands beside the pair, with who said so; the latest holds', async () => {
    const pair = (await ofVersion()).looksSame[0]?.pair ?? '';
    expect((await mark(pair, { mark: 'unsure' })).status).toBe(200);
    expect(await marked(pair)).toMatchObject({ mark: 'unsure', at: server.clock.now() });
    expect((await mark(pair, { mark: 'differs', because: 'Another meeting.' })).status).toBe(200);
    const said = await marked(pair);
    expect(said).toMatchObject({ mark: 'differs', because: 'Another meeting.' });
    expect(said?.by).not.toBe('');
  });

  it('that differs says in what', async () => {
    const pair = (await ofVersion()).looksSame[1]?.pair ?? '';
    const refused = await mark(pair, { mark: 'differs', because: ' ' });
    expect([refused.status, refused.body.refusal.reason]).toEqual([422, 'no-reason']);
    expect(await marked(pair)).toBeUndefined();
  });

  it('is a mark that there is, on a pair of questions', async () => {
    expect((await mark('a.b~c.d', { mark: 'merge' })).status).toBe(400);
    expect((await mark('not-a-pair', { mark: 'unsure' })).status).toBe(400);
  });
});
