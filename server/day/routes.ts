import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { perAccount } from '../plugins/limits.ts';
import { done } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { dayOfPerson } from './day.ts';
import { putChangesAway } from './looked.ts';
import * as shapes from './shapes.ts';

/** The day of whoever asks: what is theirs to do, and what happened around them. */
export function dayRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'be-signed-in', thing: () => nothing } as const;
  const shared = { tags: ['tasks'] };

  app.get('/api/day', {
    schema: {
      ...{ summary: 'What is to be done today and in the days ahead', ...shared },
      response: { 200: shapes.day },
    },
    config: { may, rateLimit: perAccount(240), audit: { action: 'see-day' } },
    handler: (request) => dayOfPerson(host, signedIn(request)),
  });

  app.post('/api/day/changes/away', {
    schema: {
      ...{ summary: 'Put away what changed in one’s families, up to a moment', ...shared },
      ...{ body: shapes.putAway, response: { 200: done } },
    },
    config: { may, audit: { action: 'put-changes-away' } },
    handler: async (request: FastifyRequest<{ Body: { until: string } }>) => {
      await putChangesAway(host, signedIn(request).id, new Date(request.body.until).toISOString());
      return { ok: true };
    },
  });
}
