import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { listOf, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { comparisonOf } from './compare-draft.ts';
import { draftPage, draftRows, saveRows } from './draft-page.ts';
import { checksOf, draftFiles } from './open-draft.ts';
import * as shapes from './shapes.ts';
import { withoutSchemas } from './with-schemas.ts';

type OfDraft<Query = unknown> = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;

const none = { none: 'A pathway under edit: nothing of any family.' };

/** Reading drafts: the list, one whole, its earlier saves, what the checks say, what changed. */
export function draftRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['drafts'], params: params('id') };
  const may = { action: 'redraw-pathway', thing: () => nothing } as const;
  const config = { may, audit: none };

  app.get('/api/drafts', {
    schema: {
      summary: 'Drafts of the pathway',
      tags: ['drafts'],
      response: { 200: listOf(shapes.draftRow) },
    },
    config,
    handler: (request) => draftRows(host, signedIn(request).id),
  });

  app.get('/api/drafts/:id', {
    schema: { summary: 'A draft, whole', ...shared, response: { 200: shapes.draftPage } },
    config,
    handler: (request: OfDraft) => draftPage(host, request.params.id, signedIn(request).id),
  });

  app.get('/api/drafts/:id/files', {
    schema: {
      ...{ summary: 'The files of a draft, or of one of its saves', ...shared },
      ...{ querystring: shapes.saveAsked, response: { 200: shapes.files } },
    },
    config,
    handler: async (request: OfDraft<{ save?: string }>) => {
      const { save } = request.query;
      const number = save === undefined ? undefined : Number(save);
      return { files: await withoutSchemas(await draftFiles(host, request.params.id, number)) };
    },
  });

  app.get('/api/drafts/:id/saves', {
    schema: {
      summary: 'Every save of a draft, the latest first',
      ...shared,
      response: { 200: shapes.saves },
    },
    config,
    handler: (request: OfDraft) => saveRows(host, request.params.id),
  });

  app.get('/api/drafts/:id/checks', {
    schema: { summary: 'What the checks say of a draft', ...shared, response: { 200: shapes.checks } },
    config,
    handler: (request: OfDraft) => checksOf(host, request.params.id),
  });

  app.get('/api/drafts/:id/comparison', {
    schema: {
      summary: 'What a draft changes, in sentences',
      ...shared,
      response: { 200: shapes.comparison },
    },
    config,
    handler: (request: OfDraft) => comparisonOf(host, request.params.id),
  });
}
