import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describePathway, stagesInOrder } from '#engine';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { board } from './board.ts';
import type { BoardAsked } from './board.ts';
import * as shapes from './shapes.ts';

/** Cases by stage, and the pathway they are on. */
export function boardRoutes(app: FastifyInstance, host: Host): void {
  app.get('/api/stages', {
    schema: {
      ...{ summary: 'Cases by stage', tags: ['families'], response: { 200: shapes.board } },
      querystring: sent({ team: text, worker: text, stage: text, after: text }, [
        ...(['team', 'worker', 'stage', 'after'] as const),
      ]),
    },
    config: { may: { action: 'see-stages', thing: () => nothing }, audit: { action: 'see-stages' } },
    handler: (request: FastifyRequest<{ Querystring: BoardAsked }>) =>
      board(host, signedIn(request), request.query),
  });

  app.get('/api/pathway', {
    schema: {
      ...{ summary: 'The pathway: its drawing, its stages, and both in words', tags: ['pathway'] },
      response: { 200: shapes.pathway },
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { none: 'The drawing: nothing of any family.' },
    },
    handler: async () => {
      const version = await host.versions.current();
      const { pathway, xml, roles, timescales, facts } = version;
      const described = describePathway(pathway, { roles, timescales, facts });
      return {
        ...{ version: version.id, xml },
        stages: stagesInOrder(pathway).map(({ id, name }) => ({ id, name })),
        described: described.map((one) => [one.name, ...one.sentences].join('\n')).join('\n\n'),
      };
    },
  });
}
