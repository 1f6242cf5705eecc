import type { FastifyInstance } from 'fastify';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { exporting, fileRoutes, ofOne, one } from './file-routes.ts';
import { disclosurePage, listPage } from './page.ts';
import * as shapes from './shapes.ts';
import { begin, foundOf, mark, storedOf, type Begun, type Marks, type Of } from './steps.ts';

/** A person is given what is held of them, less what is left out with a reason. */
export function disclosureRoutes(app: FastifyInstance, host: Host): void {
  const may = exporting(host);
  const ofFamily = { tags: ['disclosure'], params: params('id') };

  app.get('/api/cases/:id/disclosures', {
    schema: {
      summary: 'Answers to requests for a person’s own record',
      ...ofFamily,
      response: { 200: shapes.list },
    },
    config: { may, audit: { action: 'read-disclosure' } },
    handler: async (request: Of) => listPage(host, await storedOf(host, request)),
  });

  app.post('/api/cases/:id/disclosures', {
    schema: { summary: 'Begin one', ...ofFamily, body: shapes.begin, response: { 200: shapes.begun } },
    config: { may, audit: { action: 'begin-disclosure' }, stepUp: true },
    handler: (request: Of<Begun>) => begin(host, request),
  });

  app.get(one, {
    schema: { summary: 'Everything that is held of the person', ...ofOne, response: { 200: shapes.page } },
    config: { may, audit: { action: 'read-disclosure' } },
    handler: async (request: Of) =>
      disclosurePage(host, await storedOf(host, request), await foundOf(host, request)),
  });

  app.put(`${one}/redactions`, {
    schema: {
      summary: 'Mark what is left out, and why',
      ...ofOne,
      body: shapes.mark,
      response: { 200: shapes.revision },
    },
    config: { may, audit: { action: 'change-redactions' } },
    handler: (request: Of<{ redactions: Marks; revision: number }>) => mark(host, request),
  });
  fileRoutes(app, host);
}
