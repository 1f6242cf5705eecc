import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { done, flag, id, listOf, named, object, params, sent, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { cover, coversFor, endCover, type Covering } from './cover.ts';

const everyone = { action: 'be-signed-in', thing: () => nothing } as const;
const day = { type: 'string', format: 'date' } as const;

/** Who does the work of whom while they are away. */
export function coverRoutes(app: FastifyInstance, services: Services): void {
  const covered = object(
    { id: text, absent: named, covering: named, from: text, to: text, says: text, canEnd: flag },
    ['id', 'absent', 'covering', 'from', 'to', 'says', 'canEnd'],
  );
  app.get('/api/covers', {
    schema: { summary: 'Who covers for whom', tags: ['staff'], response: { 200: listOf(covered) } },
    config: { may: everyone, audit: { none: 'Names of colleagues and days: nothing of any family.' } },
    handler: (request) => coversFor(services, signedIn(request)),
  });

  app.post('/api/covers', {
    schema: {
      ...{ summary: 'Say who does the work of somebody who is away', tags: ['staff'] },
      body: sent({ absent: id, covering: id, from: day, to: day }),
      response: { 200: object({ id: text }, ['id']) },
    },
    config: { may: everyone, audit: { action: 'cover-absence' } },
    handler: (request: FastifyRequest<{ Body: Covering }>) =>
      cover(services, signedIn(request), request.body),
  });

  app.post('/api/covers/:id/end', {
    schema: { summary: 'End a cover', tags: ['staff'], params: params('id'), response: { 200: done } },
    config: { may: everyone, audit: { action: 'end-cover' } },
    handler: async (request: FastifyRequest<{ Params: { id: string } }>) => {
      await endCover(services, signedIn(request), request.params.id);
      return { ok: true };
    },
  });
}
