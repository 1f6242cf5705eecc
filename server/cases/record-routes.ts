import type { FastifyInstance, FastifyRequest } from 'fastify';
import { may, recordNamed } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { keepBooked } from '../bookings/index.ts';
import { correct } from './correct.ts';
import type { Correction } from './correct.ts';
import * as pages from './page-shapes.ts';
import { countLeftOut, readAs } from '../withholding/index.ts';
import { previewRoutes } from './preview-routes.ts';
import { recordPage } from './record-page.ts';
import { withheldShown } from './withheld-shown.ts';
import { reopen } from './reopen.ts';
import * as shapes from './shapes.ts';

type OfRecord<Body = unknown, Query = unknown> = FastifyRequest<{
  Params: { id: string };
  Body: Body;
  Querystring: Query;
}>;

/** Completed forms: reading, correcting with a reason, and reopening the step they came from. */
export function recordRoutes(app: FastifyInstance, host: Host): void {
  const thing = recordNamed(host);
  previewRoutes(app, host);
  const shared = { tags: ['records'], params: params('id') };

  app.get('/api/records/:id', {
    schema: {
      ...{
        summary: 'A completed form; for the family: without what is withheld from anybody in it',
        ...shared,
      },
      ...{ querystring: sent({ for: { enum: ['family'] } }, ['for']), response: { 200: pages.record } },
    },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-record' } },
    handler: async (request: OfRecord<unknown, { for?: 'family' }>) => {
      const handedOut = request.query.for === 'family';
      const person = signedIn(request);
      const reading = await readAs(host, request.thing?.case ?? '', person.id, handedOut);
      const record = await reading.store.record(request.params.id);
      if (!record || !request.thing) return refuseAbsent();
      const can = {
        correct: may(person, 'correct-record', request.thing).ok,
        reopen: may(person, 'reopen-task', request.thing).ok,
        withhold: may(person, 'withhold-part', request.thing).ok,
      };
      const page = (await recordPage(reading, record, can)) ?? refuseAbsent();
      const left = await countLeftOut(host, record, person.id, handedOut);
      const withheld = handedOut ? [] : await withheldShown(host, record, person);
      return { ...page, withheld, ...(left > 0 ? { leftOut: left } : {}) };
    },
  });

  app.post('/api/records/:id/corrections', {
    schema: {
      ...{ summary: 'Put an answer right, with a reason', ...shared, body: shapes.correction },
      response: { 200: shapes.corrected },
    },
    config: { may: { action: 'correct-record', thing }, audit: { action: 'correct-record' } },
    handler: async (request: OfRecord<Correction & { commandId: string }>) => {
      const record = await host.store.record(request.params.id);
      if (!record) return refuseAbsent();
      const reply = replyOf(await correct(host, record, { ...request.body, by: signedIn(request).id }));
      const corrected = await host.store.record(reply.record);
      if (corrected) await keepBooked(host, corrected);
      return reply;
    },
  });

  app.post('/api/records/:id/reopening', {
    schema: {
      ...{ summary: 'Reopen the step a form completed, with a reason', ...shared, body: shapes.reopening },
      response: { 200: shapes.reopened },
    },
    config: { may: { action: 'reopen-task', thing }, audit: { action: 'reopen-task' } },
    handler: async (request: OfRecord<{ reason: string; commandId: string }>) => {
      const record = await host.store.record(request.params.id);
      if (!record) return refuseAbsent();
      return replyOf(await reopen(host, record, { ...request.body, by: signedIn(request).id }));
    },
  });
}
