import type { FastifyInstance } from 'fastify';
import { familyNamed } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { pageAsked, paging, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { readAs } from '../withholding/index.ts';
import { familyDrawing, familyPage } from './family-page.ts';
import type { OfFamily } from './of-family.ts';
import * as pages from './page-shapes.ts';
import { sayHistory } from './say-history.ts';
import * as shapes from './shapes.ts';

/** Reading a family: its page, its timeline, where each child stands on the drawing. */
export function familyRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['families'], params: params('id') };
  const may = { action: 'read-family', thing: familyNamed(host) } as const;

  app.get('/api/cases/:id', {
    schema: { summary: 'A family', ...shared, response: { 200: pages.family } },
    config: { may, audit: { action: 'read-family' } },
    handler: async (request: OfFamily) => {
      const person = signedIn(request);
      const reading = await readAs(host, request.params.id, person.id);
      const stored = (await reading.store.load(request.params.id)) ?? refuseAbsent();
      return familyPage(reading, stored, person);
    },
  });

  app.get('/api/cases/:id/history', {
    schema: {
      ...{ summary: 'Everything that happened, the latest first', ...shared },
      ...{ querystring: sent(paging, ['after', 'limit']), response: { 200: shapes.historyPage } },
    },
    config: { may, audit: { action: 'read-history' } },
    handler: async (request: OfFamily<unknown, { after?: string; limit?: string }>) => {
      const reading = await readAs(host, request.params.id, signedIn(request).id);
      return (await sayHistory(reading, request.params.id, pageAsked(request.query))) ?? refuseAbsent();
    },
  });

  app.get('/api/cases/:id/drawing', {
    schema: {
      ...{ summary: 'Where each child stands on the drawing', ...shared, response: { 200: shapes.drawing } },
    },
    config: { may, audit: { action: 'read-family' } },
    handler: async (request: OfFamily) => {
      const stored = await host.store.load(request.params.id);
      return stored ? familyDrawing(host, stored) : refuseAbsent();
    },
  });
}
