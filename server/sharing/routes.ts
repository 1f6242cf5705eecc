import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, may, nothing, recordNamed, thingOfCase, type Thing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, id, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { opinionsPage } from './opinions-page.ts';
import { plainWords } from './plain-words.ts';
import { sayOpinion, type Opinion } from './say-opinion.ts';
import { share, withdraw, type Sharing } from './share.ts';
import type { SharedOutput } from './shared-output.ts';
import { sharedOfFamily, sharedOfRecord } from './shared-page.ts';
import * as shapes from './shapes.ts';

type ById<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

/** To whom documents made of a record went, how and when, and what was said of them. */
export function sharingRoutes(app: FastifyInstance, host: Host): void {
  const { store } = host;
  const thing = recordNamed(host);
  const ofOne = { tags: ['sharing'], params: params('id') };
  const canShare = (request: ById): boolean =>
    request.thing !== undefined && may(signedIn(request), 'share-output', request.thing).ok;

  app.get('/api/records/:id/shared', {
    schema: { summary: 'What of a record was given to whom', ...ofOne, response: { 200: shapes.ofRecord } },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-sharing' } },
    handler: async (request: ById) => {
      const record = (await store.record(request.params.id)) ?? refuseAbsent();
      return { ...(await sharedOfRecord(host, record, signedIn(request).id)), can: canShare(request) };
    },
  });

  app.get('/api/cases/:id/shared', {
    schema: {
      summary: 'What of a family’s records was given to whom',
      ...ofOne,
      response: { 200: shapes.ofFamily },
    },
    config: { may: { action: 'read-family', thing: familyNamed(host) }, audit: { action: 'read-sharing' } },
    handler: async (request: ById) => ({
      shared: await sharedOfFamily(host, request.params.id, signedIn(request).id),
      can: canShare(request),
    }),
  });

  app.post('/api/records/:id/shared', {
    schema: {
      ...{ summary: 'Keep to whom a document went, how and when', ...ofOne },
      ...{ body: shapes.sharing, response: { 200: shapes.made } },
    },
    config: { may: { action: 'share-output', thing }, audit: { action: 'share-output' } },
    handler: async (request: ById<Sharing>) => {
      const record = (await store.record(request.params.id)) ?? refuseAbsent();
      return share(host, record, signedIn(request), request.body);
    },
  });
  sharedRoutes(app, host);
  plainWordRoutes(app);
}

function sharedRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'share-output', thing: sharedNamed(host) } as const;
  const ofOne = { tags: ['sharing'], params: params('id') };

  app.post('/api/shared/:id/withdrawal', {
    schema: {
      ...{ summary: 'A document that was given should no longer be relied on', ...ofOne },
      ...{ body: shapes.withdrawal, response: { 200: done } },
    },
    config: { may, audit: { action: 'withdraw-output' } },
    handler: async (request: ById<{ reason: string }>) => {
      await withdraw(host, request.params.id, signedIn(request).id, request.body.reason);
      return { ok: true };
    },
  });

  app.post('/api/shared/:id/opinions', {
    schema: {
      ...{ summary: 'Keep what somebody said of a document they were given', ...ofOne },
      ...{ body: shapes.opinion, response: { 200: shapes.made } },
    },
    config: { may, audit: { action: 'say-opinion' } },
    handler: (request: ById<Opinion>) =>
      sayOpinion(host, request.params.id, signedIn(request).id, request.body),
  });

  app.get('/api/pathway/opinions', {
    schema: {
      ...{ summary: 'What people said of documents, for whoever designs them', tags: ['sharing'] },
      ...{ querystring: sent({ output: id }, ['output']), response: { 200: shapes.opinions } },
    },
    config: {
      may: { action: 'redraw-pathway', thing: () => nothing },
      audit: { none: 'Counts and words without names: nothing of any family.' },
    },
    handler: (request: FastifyRequest<{ Querystring: { output?: string } }>) =>
      opinionsPage(host, request.query.output),
  });
}

/** What is said plainly: data that comes with the program, for whoever writes or hands out a document. */
function plainWordRoutes(app: FastifyInstance): void {
  app.get('/api/pathway/plain-words', {
    schema: {
      ...{ summary: 'Words of the trade, and the reading ages to aim at', tags: ['sharing'] },
      response: { 200: shapes.plainWords },
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { none: 'Words that come with the program: nothing of any family.' },
    },
    handler: () => plainWords(),
  });
}

/** A document that was given belongs to the record it was made of. */
function sharedNamed(host: Host) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const { id } = request.params as { id: string };
    const found = await host.store.document<SharedOutput>('shared-output', id);
    return found && thingOfCase(host, found.body.case, { kind: 'record', id: found.body.record });
  };
}
