import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, nothing } from '../access/index.ts';
import { caseShapes } from '../cases/index.ts';
import type { OfFamily } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { readAs } from '../withholding/index.ts';
import { changePlan } from './change-plan.ts';
import type { PlanChange } from './change-plan.ts';
import { myActions } from './my-actions.ts';
import { planPage } from './plan-page.ts';
import * as shapes from './shapes.ts';

/** The plan of a family, and what is left to do in all of somebody's plans. */
export function planRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['plans'], params: params('id') };
  const thing = familyNamed(host);

  app.get('/api/cases/:id/plan', {
    schema: { summary: 'The plan of a family: one living list', ...shared, response: { 200: shapes.plan } },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-plan' } },
    handler: async (request: OfFamily) => {
      const person = signedIn(request);
      const reading = await readAs(host, request.params.id, person.id);
      const stored = (await reading.store.load(request.params.id)) ?? refuseAbsent();
      return planPage(reading, stored, person);
    },
  });

  app.put('/api/cases/:id/plan', {
    schema: {
      ...{ summary: 'Add to the plan, or say how far something is', ...shared },
      ...{ body: shapes.planChange, response: { 200: caseShapes.revision } },
    },
    config: { may: { action: 'change-plan', thing }, audit: { action: 'change-plan' } },
    handler: async (request: OfFamily<Omit<PlanChange, 'case' | 'by'>>) => {
      const { id } = request.params;
      const by = signedIn(request).id;
      const reading = await readAs(host, id, by);
      return changePlan(host, reading, { ...request.body, case: id, by });
    },
  });

  app.get('/api/plans/actions', {
    schema: {
      ...{ summary: 'What is left to do for whoever asks, over all plans', tags: ['plans'] },
      response: { 200: shapes.myActions },
    },
    config: { may: { action: 'list-work', thing: () => nothing }, audit: { action: 'list-actions' } },
    handler: async (request: FastifyRequest) => ({ actions: await myActions(host, signedIn(request)) }),
  });
}
