import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { perAccount } from '../plugins/limits.ts';
import { params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { asTable, thingOf, tookAway } from './as-table.ts';
import { funnelTable } from './csv.ts';
import { funnel, funnelList } from './funnel.ts';
import type { WentAsked } from './funnel.ts';
import * as shapes from './funnel-shapes.ts';

type Asking = FastifyRequest<{ Querystring: WentAsked }>;
type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: WentAsked }>;

const day = { type: 'string', maxLength: 10 } as const;
const over = { from: day, to: day, team: text, worker: text } as const;

/** How far children went who set out: from referral to enquiry, from enquiry and conference to plan. */
export function funnelRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'see-stages', thing: () => nothing } as const;
  const mayOne = { action: 'see-stages', thing: thingOf('passage') } as const;
  const names = Object.keys(over) as (keyof typeof over)[];
  const rateLimit = perAccount(240);

  app.get('/api/funnel', {
    schema: {
      ...{ summary: 'How far children went who set out in a period', tags: ['measures'] },
      ...{ response: { 200: shapes.funnel }, querystring: sent(over, names) },
    },
    config: { may, rateLimit, audit: { action: 'see-measures' } },
    handler: (request: Asking) => funnel(host, signedIn(request), request.query),
  });

  app.get('/api/funnel/:id', {
    schema: {
      ...{ summary: 'Those who went one way in a passage', tags: ['measures'], params: params('id') },
      response: { 200: shapes.onePassage },
      querystring: sent({ ...over, outcome: text, after: { type: 'string', pattern: '^[0-9]{1,7}$' } }, [
        ...names,
        ...(['outcome', 'after'] as const),
      ]),
    },
    config: { may: mayOne, rateLimit, audit: { action: 'see-measures' } },
    handler: (request: OfOne) => funnelList(host, signedIn(request), request.params.id, request.query),
  });

  app.get('/api/funnel/:id/rows.csv', {
    schema: {
      ...{ summary: 'Those who went one way, as a table', tags: ['measures'], params: params('id') },
      ...{ response: { 200: text }, querystring: sent({ ...over, outcome: text }, [...names, 'outcome']) },
    },
    config: { may: mayOne, rateLimit, audit: { action: 'export-measures' } },
    handler: async (request: OfOne, reply: FastifyReply) => {
      const { id } = request.params;
      const taken = await funnelTable(host, signedIn(request), id, request.query);
      request.alsoAbout = tookAway({ kind: 'passage', id }, taken.cases);
      return asTable(reply, `funnel-${id}`, taken.table);
    },
  });
}
