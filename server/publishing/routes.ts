import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { changeLog, changeLogTable } from './change-log.ts';
import { approve, refuseProposal } from './decide.ts';
import { gatePage } from './gate-page.ts';
import { newsFor, readNews } from './news.ts';
import { propose } from './propose.ts';
import type { Proposing } from './publication.ts';
import * as shapes from './shapes.ts';

type Of<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

const thing = () => nothing;
const none = { none: 'What changes in the pathway: nothing of any family.' };

/** Publishing a draft with two people, the log of all changes, and news of them for staff. */
export function publishingRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['publishing'], params: params('id') };

  app.get('/api/drafts/:id/gate', {
    schema: {
      summary: 'What is still missing to publish a draft',
      ...shared,
      response: { 200: shapes.gate },
    },
    config: { may: { action: 'redraw-pathway', thing }, audit: none },
    handler: (request: Of) => gatePage(host, signedIn(request), request.params.id),
  });

  app.post('/api/drafts/:id/proposal', {
    schema: {
      ...{ summary: 'Propose a draft for publishing', ...shared },
      ...{ body: shapes.proposal, response: { 200: shapes.decided } },
    },
    config: { may: { action: 'redraw-pathway', thing }, audit: { action: 'propose-pathway' } },
    handler: async (request: Of<Proposing & { commandId: string }>) => {
      const { id, state } = await propose(host, request.params.id, {
        ...{ ...request.body, by: signedIn(request).id },
      });
      return { id, state };
    },
  });

  app.post('/api/drafts/:id/approval', {
    schema: {
      ...{ summary: 'Publish what somebody else proposed', ...shared },
      ...{ body: shapes.approval, response: { 200: shapes.decided } },
    },
    config: { may: { action: 'approve-pathway', thing }, audit: { action: 'approve-pathway' }, stepUp: true },
    handler: async (request: Of) => {
      const { id, state } = await approve(host, request.params.id, signedIn(request).id);
      return { id, state };
    },
  });

  app.post('/api/drafts/:id/refusal', {
    schema: {
      ...{ summary: 'Refuse what was proposed, with the reason', ...shared },
      ...{ body: shapes.refusal, response: { 200: shapes.decided } },
    },
    config: { may: { action: 'approve-pathway', thing }, audit: { action: 'refuse-pathway' } },
    handler: async (request: Of<{ because: string }>) => {
      const by = signedIn(request).id;
      const { because } = request.body;
      const { id, state } = await refuseProposal(host, request.params.id, { by, because });
      return { id, state };
    },
  });
  telling(app, host);
}

/** What everybody who works with the pathway may read. */
function telling(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['publishing'] };
  const may = { action: 'be-signed-in', thing } as const;

  app.get('/api/pathway/changes', {
    schema: { summary: 'The change log of the pathway', ...shared, response: { 200: shapes.changeLog } },
    config: { may, audit: none },
    handler: () => changeLog(host),
  });

  app.get('/api/pathway/changes.csv', {
    schema: {
      ...{ summary: 'The change log as a table', ...shared },
      response: { 200: { type: 'string' } },
    },
    config: { may, audit: none },
    handler: async (_request, reply: FastifyReply) => {
      void reply.type('text/csv; charset=utf-8');
      void reply.header('content-disposition', 'attachment; filename="changes-of-the-pathway.csv"');
      return changeLogTable(host);
    },
  });

  app.get('/api/pathway/news', {
    schema: { summary: 'Changes a person has not put away yet', ...shared, response: { 200: shapes.news } },
    config: { may, audit: none },
    handler: (request) => newsFor(host, signedIn(request)),
  });

  app.post('/api/pathway/news/:id/read', {
    schema: {
      ...{ summary: 'Put news of a change away', ...shared },
      ...{ params: params('id'), response: { 200: done } },
    },
    config: { may, audit: none },
    handler: async (request: Of) => {
      await readNews(host, signedIn(request), request.params.id);
      return { ok: true };
    },
  });
}
