import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#engine';
import { endPdfProcess } from '../../../server/outputs/pdf/make-pdf.ts';
import { drafting } from '../drafts/drafting.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

interface Preview {
  html: string;
  notShown: { question: string }[];
  leftOut: { why: string }[];
  cost: { pages: number; pdf: number; blocks: { from: number }[] };
  findings: { check: string; message: string }[];
}

describe('a layout of a draft', () => {
  let server: TestServer;
  let ann: Browser;
  let draft: string;
  beforeAll(async () => {
    server = await testServer({ published: true });
    ann = await server.signedIn('working-group-member', 'north', 'ann');
    draft = await drafting(() => server).start(ann, 'Letters');
  });
  afterAll(async () => {
    endPdfProcess();
    await server.close();
  });
  const preview = (body: object, output = 'decision-letter') =>
    ann.post<Preview>(`/api/drafts/${draft}/outputs/${output}/preview`, body);

  it('is looked at with an invented family, with what it costs for the largest one', async () => {
    const { status, body } = await preview({ cost: true });
    expect(status).toBe(200);
    expect(body.html).toContain('Letter after the conference');
    expect(body.html).toContain('Ada Example');
    expect(body.cost.pages).toBeGreaterThan(0);
    expect(body.cost.pdf).toBeGreaterThan(1000);
    expect(body.findings).toEqual([]);
  });

  it('is looked at as it is being written, and a question that no block shows is named', async () => {
    const layout: Output = {
      ...{ id: 'decision-letter', form: 'decision-letter', title: 'For you', audience: 'child' },
      budget: { pages: 1 },
      blocks: [
        { kind: 'text', text: 'Dear [child]' },
        { kind: 'answer', question: 'decisionInPlainWords', plain: true },
        { kind: 'answer', question: 'viewsThatDiffer', audiences: ['family'] },
      ],
    };
    const { body } = await preview({ layout, cost: true });
    expect(body.html).toContain('Dear Ada and Ben');
    expect(body.notShown.map(({ question }) => question)).toContain('howToDisagree');
    expect(body.leftOut).toMatchObject([{ why: 'audience' }]);
    const heavy: Output = {
      ...layout,
      blocks: Array.from({ length: 9 }, () => layout.blocks[1] ?? { kind: 'people' }),
    };
    const { body: over } = await preview({ layout: heavy, cost: true });
    expect(over.findings).toMatchObject([{ check: 'output-cost' }]);
    expect(over.findings[0]?.message).toContain('decisionInPlainWords');
  });

  it('that shows everything beside everything is refused before anything of it is laid out', async () => {
    const layout = (blocks: number, beside: number): Output => ({
      ...{ id: 'decision-letter', form: 'decision-letter', title: 'All', audience: 'family' },
      blocks: Array.from({ length: blocks }, () => ({
        ...{ kind: 'living', block: 'harms', number: 'none' },
        beside: Array.from({ length: beside }, () => ({ block: 'voice', by: 'none' })),
      })),
    });
    expect((await preview({ layout: layout(1, 7), cost: true })).status).toBe(400);
    expect((await preview({ layout: layout(201, 0), cost: true })).status).toBe(400);
    const { body } = await preview({ layout: layout(20, 6), cost: true });
    expect(body.findings).toMatchObject([{ message: expect.stringContaining('too much') as string }]);
    expect(body.cost).toBeUndefined();
    expect((await preview({ layout: layout(200, 6) })).status).toBe(422);
  });

  it('is looked at as often as somebody draws, and no oftener', () => {
    const [route] = server.app.routeTable.filter(
      ({ url }) => url === '/api/drafts/:id/outputs/:output/preview',
    );
    expect(route?.config?.rateLimit).toMatchObject({ max: 30 });
  });

  it('that is none is refused', async () => {
    expect((await preview({ layout: { id: 'x', blocks: [{ kind: 'script' }] } })).status).toBe(400);
    expect((await preview({}, 'nothing')).status).toBe(422);
  });
});
