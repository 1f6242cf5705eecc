import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { changeRules } from './change-rules.ts';
import { fallsDue } from './falls-due.ts';
import { familyRetentionRoutes } from './family-routes.ts';
import { certificatePage, disposalsPage } from './page.ts';
import { rulesOf, type RetentionRule } from './rules.ts';
import * as shapes from './shapes.ts';

const see = { action: 'see-retention', thing: () => nothing } as const;

/** How long records are kept, what falls due, and what was let go of. */
export function retentionRoutes(app: FastifyInstance, host: Host): void {
  const tags = ['retention'];
  app.get('/api/retention', {
    schema: {
      ...{ summary: 'Families whose time is over by a day, a stretch at a time', tags },
      ...{ querystring: shapes.dueAsked, response: { 200: shapes.fallsDue } },
    },
    config: { may: see, audit: { action: 'list-retention' } },
    handler: async (request: FastifyRequest<{ Querystring: { by: string; after?: string } }>) => {
      const { rules } = await rulesOf(host.store);
      return fallsDue(host, signedIn(request), { ...request.query, rules });
    },
  });

  app.get('/api/retention/rules', {
    schema: {
      summary: 'How long records are kept, by the rules in force',
      tags,
      response: { 200: shapes.rules },
    },
    config: { may: see, audit: { none: 'Holds nothing of any family.' } },
    handler: async () => {
      const { facts } = await host.versions.current();
      const factNames = Object.fromEntries(facts.map((one) => [one.id, one.name]));
      return { ...(await rulesOf(host.store)), factNames };
    },
  });

  app.put('/api/retention/rules', {
    schema: { summary: 'Change the rules', tags, body: shapes.rulesSent, response: { 200: shapes.revision } },
    config: {
      ...{ may: { action: 'approve-disposal', thing: () => nothing }, stepUp: true },
      audit: { action: 'change-retention' },
    },
    handler: (request: FastifyRequest<{ Body: { rules: RetentionRule[]; revision: number } }>) =>
      changeRules(host.store, request.body),
  });

  app.get('/api/disposals', {
    schema: {
      summary: 'What was proposed to be let go of, the latest first',
      tags,
      response: { 200: shapes.disposals },
    },
    config: { may: see, audit: { action: 'list-retention' } },
    handler: () => disposalsPage(host),
  });

  app.get('/api/disposals/:id/certificate', {
    schema: {
      ...{ summary: 'Certificate of a disposal', tags, params: params('id') },
      response: { 200: { type: 'string', description: 'The certificate (text)' } },
    },
    config: { may: see, audit: { action: 'export-certificate' } },
    handler: async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
      const page = await certificatePage(host, request.params.id);
      if (page === undefined) return refuseAbsent();
      void reply.type('text/plain; charset=utf-8');
      void reply.header('content-disposition', 'attachment; filename="certificate-of-disposal.txt"');
      return page;
    },
  });
  familyRetentionRoutes(app, host);
}
