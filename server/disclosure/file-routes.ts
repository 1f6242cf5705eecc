import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountNames, familyThing } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { withheldOf } from '../withholding/index.ts';
import { fileNames } from './export.ts';
import { gather } from './gather.ts';
import { redactionLog } from './log.ts';
import * as shapes from './shapes.ts';
import { complete, fileAgain, foundOf, madeOrNow, storedOf, type Of } from './steps.ts';
import { writePage } from './write-page.ts';

export const one = '/api/cases/:id/disclosures/:disclosure';
export const ofOne = { tags: ['disclosure'], params: params('id', 'disclosure') };

/** Who answers for records, of families they may know of; not whoever a part of it is withheld from. */
export function exporting({ store }: Host) {
  return {
    action: 'export-record',
    thing: async (request: FastifyRequest) => {
      const family = await store.family((request.params as { id: string }).id);
      if (!family) return undefined;
      const withheld = await withheldOf(store, family.id);
      const from = withheld.flatMap(({ body }) => ('account' in body.from ? [body.from.account] : []));
      return { ...familyThing(family), withheldFrom: from };
    },
  } as const;
}

/** What the person would be given, making it, taking it, and the log of what it leaves out. */
export function fileRoutes(app: FastifyInstance, host: Host): void {
  const may = exporting(host);
  app.get(`${one}/preview`, {
    schema: {
      ...{ summary: 'What the person would be given, as a page', ...ofOne },
      response: { 200: { type: 'string', description: 'The page of the export (HTML)' } },
    },
    config: { may, audit: { action: 'export-preview' }, stepUp: true },
    handler: async (request: Of, reply) => {
      const { made } = await madeOrNow(host, request);
      // the page's own style and nothing else: no script, no request, no frame
      void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      void reply.type('text/html; charset=utf-8');
      return writePage(made, fileNames(made.items));
    },
  });

  app.post(`${one}/completion`, {
    schema: { summary: 'Make it: nothing of it changes after', ...ofOne, response: { 200: shapes.revision } },
    config: { may, audit: { action: 'make-disclosure' }, stepUp: true },
    handler: (request: Of) => complete(host, request),
  });

  app.get(`${one}/file`, {
    schema: {
      ...{ summary: 'The file for the person (zip)', ...ofOne, produces: ['application/zip'] },
      response: { 200: { type: 'string', format: 'binary' } },
    },
    config: { may, audit: { action: 'export-record' }, stepUp: true },
    handler: async (request: Of, reply) => {
      const { body } = await foundOf(host, request);
      if (!body.made) return refuse(409, 'not-made', 'Make the file first.');
      const bytes = await fileAgain(host, body);
      void reply.header('content-disposition', `attachment; filename="record-${body.id}.zip"`);
      return reply.type('application/zip').send(Buffer.from(bytes));
    },
  });

  app.get(`${one}/log`, {
    schema: {
      ...{ summary: 'What was left out and why, as a table', ...ofOne },
      response: { 200: { type: 'string', description: 'A table (CSV)' } },
    },
    config: { may, audit: { action: 'export-redactions' }, stepUp: true },
    handler: async (request: Of, reply) => {
      const { body } = await foundOf(host, request);
      const held = await gather(host, await storedOf(host, request), body);
      const names = await accountNames(host.store, [
        body.made?.by,
        ...body.redactions.map((mark) => mark.by),
      ]);
      void reply.type('text/csv; charset=utf-8');
      void reply.header('content-disposition', 'attachment; filename="left-out.csv"');
      return redactionLog(body, held, (id) => names.get(id) ?? 'Somebody who left');
    },
  });
}
