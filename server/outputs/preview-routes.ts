import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { draftVersion } from '../drafts/index.ts';
import type { Host } from '../host.ts';
import { perAccount } from '../plugins/limits.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { previewOutput, type Previewing } from './preview.ts';
import * as shapes from './shapes.ts';

type Of = FastifyRequest<{ Params: { id: string; output: string }; Body: Previewing }>;

/** Looking at a layout of a draft: nothing of any family is in it. */
export function previewRoutes(app: FastifyInstance, host: Host): void {
  app.post('/api/drafts/:id/outputs/:output/preview', {
    schema: {
      ...{ summary: 'A layout of a draft, filled with an invented family, and what it costs' },
      ...{ tags: ['outputs'], params: params('id', 'output') },
      ...{ body: shapes.previewing, response: { 200: shapes.preview } },
    },
    config: {
      may: { action: 'redraw-pathway', thing: () => nothing },
      audit: { none: 'A layout with an invented family: nothing of any family.' },
      // it may be laid out for the largest family each time
      rateLimit: perAccount(30),
    },
    handler: async (request: Of) => {
      const { version } = await draftVersion(host, request.params.id);
      return previewOutput(version, request.params.output, request.body, signedIn(request).id);
    },
  });
}
