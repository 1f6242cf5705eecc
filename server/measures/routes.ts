import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { perAccount } from '../plugins/limits.ts';
import { params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { asTable, thingOf, tookAway } from './as-table.ts';
import { measuresTable, measureTable } from './csv.ts';
import { measures, oneMeasure } from './measures.ts';
import type { MeasuresAsked } from './measures.ts';
import { practice } from './practice.ts';
import * as shapes from './shapes.ts';

type Asking = FastifyRequest<{ Querystring: MeasuresAsked }>;
type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: MeasuresAsked }>;

const day = { type: 'string', maxLength: 10 } as const;
const over = { from: day, to: day, team: text, worker: text } as const;
const list = {
  ...{ figure: text, which: { enum: ['all', 'counted', 'others', 'beside'] } },
  after: { type: 'string', pattern: '^[0-9]{1,7}$' },
} as const;

/** How the work stands, in figures. */
export function measureRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'see-stages', thing: () => nothing } as const;
  // which measure was looked at, or taken away, stands in the audit
  const mayOne = { action: 'see-stages', thing: thingOf('measure') } as const;
  const names = Object.keys(over) as (keyof typeof over)[];
  const rateLimit = perAccount(240);

  app.get('/api/measures', {
    schema: {
      ...{
        summary: 'Every measure with its figures',
        tags: ['measures'],
        response: { 200: shapes.measures },
      },
      querystring: sent(over, names),
    },
    config: { may, rateLimit, audit: { action: 'see-measures' } },
    handler: (request: Asking) => measures(host, signedIn(request), request.query),
  });

  app.get('/api/measures/:id', {
    schema: {
      ...{ summary: 'One measure, and those who are in it', tags: ['measures'], params: params('id') },
      ...{ response: { 200: shapes.oneMeasure } },
      querystring: sent({ ...over, ...list }, [...names, 'figure', 'which', 'after']),
    },
    config: { may: mayOne, rateLimit, audit: { action: 'see-measures' } },
    handler: (request: OfOne) => oneMeasure(host, signedIn(request), request.params.id, request.query),
  });

  app.get('/api/measures.csv', {
    schema: {
      ...{ summary: 'Every figure as a table', tags: ['measures'], response: { 200: text } },
      querystring: sent(over, names),
    },
    config: { may, rateLimit, audit: { action: 'export-measures' } },
    handler: async (request: Asking, reply: FastifyReply) =>
      asTable(reply, 'measures', await measuresTable(host, signedIn(request), request.query)),
  });

  app.get('/api/measures/:id/rows.csv', {
    schema: {
      ...{ summary: 'Those who are in a figure, as a table', tags: ['measures'], params: params('id') },
      ...{ response: { 200: text } },
      querystring: sent({ ...over, figure: list.figure, which: list.which }, [...names, 'figure', 'which']),
    },
    config: { may: mayOne, rateLimit, audit: { action: 'export-measures' } },
    handler: async (request: OfOne, reply: FastifyReply) => {
      const { id } = request.params;
      const { table, cases } = await measureTable(host, signedIn(request), id, request.query);
      request.alsoAbout = tookAway({ kind: 'measure', id }, cases);
      return asTable(reply, `measure-${id}`, table);
    },
  });

  app.get('/api/practice', {
    schema: {
      ...{ summary: 'How well the work is done, with good examples', tags: ['measures'] },
      ...{ querystring: sent({ from: day, to: day }, ['from', 'to']), response: { 200: shapes.practice } },
    },
    config: { may, rateLimit, audit: { action: 'see-practice' } },
    handler: (request: Asking) => practice(host, signedIn(request), request.query),
  });
}
