import type { FastifyInstance, FastifyRequest } from 'fastify';
import { correctRecord, decidingTerms, questionsOf, reopenTask } from '#engine';
import { familyThing, may } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { carryOut } from './carry-out.ts';
import { completionOf, recordPage } from './records-page.ts';
import * as shapes from './shapes.ts';

type OfRecord<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

interface Correction {
  question: string;
  child?: string;
  value: unknown;
  reason: string;
  commandId: string;
}

/** Completed forms: reading, correcting with a reason, and reopening the step they came from. */
export function recordRoutes(app: FastifyInstance, host: Host): void {
  const thing = async (request: FastifyRequest) => {
    const record = await host.store.record((request.params as { id: string }).id);
    const family = record && (await host.store.family(record.case));
    return record && family ? { ...familyThing(family), kind: 'record' as const, id: record.id } : undefined;
  };
  const shared = { tags: ['records'], params: params('id') };

  app.get('/api/records/:id', {
    schema: { summary: 'A completed form', ...shared, response: { 200: shapes.open } },
    config: { may: { action: 'read-record', thing }, audit: { action: 'read-record' } },
    handler: async (request: OfRecord) => {
      const record = await host.store.record(request.params.id);
      const page = record && (await recordPage(host, record));
      if (!page || !request.thing) return refuseAbsent();
      const person = signedIn(request);
      const version = await host.versions.get(page.record.version);
      const deciding = decidingTerms(version.pathway);
      return {
        ...page,
        deciding: questionsOf(page.form)
          .filter((question) => question.term && deciding.has(question.term))
          .map((question) => question.id),
        canCorrect: may(person, 'correct-record', request.thing).ok,
        canReopen: page.record.task !== undefined && may(person, 'reopen-task', request.thing).ok,
      };
    },
  });

  app.post('/api/records/:id/corrections', {
    schema: {
      ...{ summary: 'Put an answer right, with a reason', ...shared, body: shapes.correction },
      response: { 200: shapes.corrected },
    },
    config: { may: { action: 'correct-record', thing }, audit: { action: 'correct-record' } },
    handler: async (request: OfRecord<Correction>) => {
      const record = await host.store.record(request.params.id);
      if (!record) return refuseAbsent();
      const { commandId, ...correction } = request.body;
      const carried = await carryOut(host, {
        ...{ case: record.case, by: signedIn(request).id, commandId },
        decide: (version, kase, act) => correctRecord(version, kase, { ...act, ...correction, record }),
        reply: (change) => ({ record: change.record?.id ?? '' }),
      });
      return replyOf(carried);
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
      const completion = record && (await completionOf(host, record));
      if (!record) return refuseAbsent();
      if (!completion) {
        return refuse(422, 'not-a-task', 'This was added by hand, not by a step: correct it instead.');
      }
      const { reason, commandId } = request.body;
      const carried = await carryOut(host, {
        ...{ case: record.case, by: signedIn(request).id, commandId },
        decide: (version, kase, act) => reopenTask(version, kase, { ...act, ...completion, reason }),
        reply: () => ({ task: String(completion.entry.about['task']) }),
      });
      return replyOf(carried);
    },
  });
}
