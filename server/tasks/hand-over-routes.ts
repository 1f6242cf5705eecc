import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { flag, id, listOf, object, sent, text, whole } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { handOver } from './hand-over.ts';
import type { HandingOver } from './hand-over.ts';

const handed = object({ case: text, ok: flag, message: text, tasks: whole }, ['case', 'ok']);

/** Handing families over to another worker, many at once. */
export function handOverRoutes(app: FastifyInstance, host: Host): void {
  app.post('/api/cases/hand-over', {
    schema: {
      ...{ summary: 'Hand families over to another worker, with a note', tags: ['oversight'] },
      body: sent({
        cases: { type: 'array', items: id, minItems: 1, maxItems: 200 },
        ...{
          to: id,
          reason: { type: 'string', minLength: 1, maxLength: 2000, pattern: '\\S' },
          commandId: id,
        },
      }),
      response: { 200: object({ results: listOf(handed) }, ['results']) },
    },
    config: { may: { action: 'give-task', thing: () => nothing }, audit: { action: 'hand-over' } },
    handler: async (request: FastifyRequest<{ Body: HandingOver }>) => {
      const results = await handOver(host, signedIn(request), request.body);
      // each family that is there has an entry of its own, also where it was not handed over
      request.alsoAbout = results
        .filter(({ ok, refused }) => ok || refused !== undefined)
        .map(({ case: id, refused: reason }) => ({
          ...{ action: 'hand-over', thing: { kind: 'family', id }, case: id },
          ...(reason === undefined ? {} : { outcome: 'refused' as const, reason }),
        }));
      return { results: results.map(({ refused: _, ...result }) => result) };
    },
  });
}
