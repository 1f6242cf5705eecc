import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { perAccount } from '../plugins/limits.ts';
import { params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { Asked } from './asked.ts';
import { decisionsOf } from './decisions.ts';
import * as shapes from './shapes.ts';
import { worklist, worklists } from './worklists.ts';

type Asking = FastifyRequest<{ Querystring: Asked }>;
type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: Asked }>;

/** What managers and chairs work through. */
export function worklistRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'list-work', thing: () => nothing } as const;
  const rateLimit = perAccount(240);
  const querystring = sent({ team: text, worker: text }, ['team', 'worker']);

  app.get('/api/worklists', {
    schema: {
      ...{ summary: 'Worklists, with how many wait in each', tags: ['oversight'], querystring },
      response: { 200: shapes.lists },
    },
    config: { may, rateLimit, audit: { action: 'list-worklists' } },
    handler: (request: Asking) => worklists(host, signedIn(request), request.query),
  });

  app.get('/api/worklists/:id', {
    schema: {
      ...{ summary: 'The rows of one worklist', tags: ['oversight'], params: params('id'), querystring },
      response: { 200: shapes.list },
    },
    config: { may, rateLimit, audit: { action: 'list-worklists' } },
    handler: (request: OfOne) => worklist(host, signedIn(request), request.params.id, request.query),
  });

  app.get('/api/cases/:id/decisions', {
    schema: {
      ...{ summary: 'Completed steps that may be reopened', tags: ['oversight'], params: params('id') },
      response: { 200: shapes.decisions },
    },
    config: {
      may: { action: 'reopen-task', thing: familyNamed(host) },
      audit: { action: 'see-decisions' },
    },
    handler: (request: OfOne) => decisionsOf(host, request.params.id),
  });
}
