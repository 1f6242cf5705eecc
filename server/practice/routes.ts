import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed } from '../access/index.ts';
import { caseShapes } from '../cases/index.ts';
import type { OfFamily } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { readAs } from '../withholding/index.ts';
import { changeBlock } from './change-block.ts';
import type { BlockChanged } from './change-block.ts';
import { mapPage } from './map-page.ts';
import * as shapes from './shapes.ts';
import { versionsOf } from './versions.ts';

type OfBlock = FastifyRequest<{
  Params: { id: string; block: string };
  Body: Omit<BlockChanged, 'case' | 'block' | 'by'>;
}>;

/** What the practice model shows of a family: read as it is and as it was, and changed in one place. */
export function practiceRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['practice'], params: params('id') };
  const thing = familyNamed(host);

  app.get('/api/cases/:id/map', {
    schema: {
      ...{ summary: 'The map of a family, now or as it was at a moment', ...shared },
      ...{ querystring: shapes.asAt, response: { 200: shapes.map } },
    },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-map' } },
    handler: async (request: OfFamily<unknown, { on?: string }>) => {
      const person = signedIn(request);
      const reading = await readAs(host, request.params.id, person.id);
      const stored = (await reading.store.load(request.params.id)) ?? refuseAbsent();
      return mapPage(reading, stored, person, momentAsked(request.query.on));
    },
  });

  app.get('/api/cases/:id/map/versions', {
    schema: {
      summary: 'When the map changed, and which records stand on which',
      ...shared,
      response: { 200: shapes.versions },
    },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-map' } },
    handler: async (request: OfFamily) => {
      const reading = await readAs(host, request.params.id, signedIn(request).id);
      const stored = (await reading.store.load(request.params.id)) ?? refuseAbsent();
      return { versions: await versionsOf(reading, stored) };
    },
  });

  app.put('/api/cases/:id/blocks/:block', {
    schema: {
      ...{
        summary: 'Add to a list of the map, change what stands in it, or end it with a reason',
        tags: ['practice'],
      },
      ...{ params: params('id', 'block'), body: shapes.change, response: { 200: caseShapes.revision } },
    },
    config: { may: { action: 'change-plan', thing }, audit: { action: 'change-map' } },
    handler: async (request: OfBlock) => {
      const { id, block } = request.params;
      const by = signedIn(request).id;
      const reading = await readAs(host, id, by);
      return changeBlock(host, reading, { ...request.body, case: id, block, by });
    },
  });
}

/** Moments are stored in UTC: one that was sent with another offset is the same moment. */
const momentAsked = (on: string | undefined): string | undefined =>
  on === undefined ? undefined : new Date(on).toISOString();
