import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { draftVersion } from '../drafts/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { duplicatesPage } from './duplicates-page.ts';
import { markPair } from './marks.ts';
import type { Marking } from './marks.ts';
import * as shapes from './shapes.ts';

type OfId = FastifyRequest<{ Params: { id: string } }>;

/** What a version or a draft of the pathway asks twice, and what the group says of it. */
export function insightRoutes(app: FastifyInstance, host: Host): void {
  const none = { none: 'The drawing and its forms: nothing of any family.' };
  const redraw = { action: 'redraw-pathway', thing: () => nothing } as const;
  const shared = { params: params('id'), response: { 200: shapes.duplicates } };

  app.get('/api/pathway/versions/:id/duplicates', {
    schema: { summary: 'What a published version asks twice', tags: ['pathway'], ...shared },
    config: { may: { action: 'be-signed-in', thing: () => nothing }, audit: none },
    handler: async (request: OfId) => {
      const { id } = request.params;
      const row = (await host.versions.list()).find((one) => one.id === id) ?? refuseAbsent();
      const version = await host.versions.get(id);
      return duplicatesPage(host, { version, name: row.name, draft: false });
    },
  });

  app.get('/api/drafts/:id/duplicates', {
    schema: { summary: 'What a draft asks twice', tags: ['drafts'], ...shared },
    config: { may: redraw, audit: none },
    handler: async (request: OfId) => {
      const { draft, version } = await draftVersion(host, request.params.id);
      return duplicatesPage(host, { version, name: draft.title, draft: true });
    },
  });

  app.put('/api/pathway/marks/:pair', {
    schema: {
      ...{ summary: 'Say what two questions that look the same are', tags: ['pathway'] },
      ...{ params: shapes.pairParams, body: shapes.marking, response: { 200: shapes.marked } },
    },
    config: { may: redraw, audit: { action: 'mark-duplicate' } },
    handler: (
      request: FastifyRequest<{ Params: { pair: string }; Body: Pick<Marking, 'mark' | 'because'> }>,
    ) => markPair(host, { ...request.body, pair: request.params.pair, by: signedIn(request).id }),
  });
}
