import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, taskThing } from '../access/index.ts';
import type { Thing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { done, id, line, object, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { answer } from './answer.ts';
import { escalate } from './escalate.ts';
import type { Escalating } from './escalate.ts';
import { explain } from './explain.ts';

type OfFamily<Body> = FastifyRequest<{ Params: { id: string; escalation: string }; Body: Body }>;
type Said<More> = More & { commandId: string };

const reason = { type: 'string', minLength: 1, maxLength: 2000, pattern: '\\S' } as const;
const to = { anyOf: [sent({ role: line }), sent({ account: id })] } as const;

/** Taking something of a family further, answering it, and saying why a task is late. */
export function escalationRoutes(app: FastifyInstance, host: Host): void {
  const thing = familyNamed(host);

  app.post('/api/cases/:id/escalations', {
    schema: {
      ...{ summary: 'Take something further, with a reason', tags: ['oversight'], params: params('id') },
      body: sent(
        { to, reason, task: id, children: { type: 'array', items: id, maxItems: 20 }, commandId: id },
        ['task', 'children'],
      ),
      response: { 200: object({ id: text }, ['id']) },
    },
    config: { may: { action: 'add-record', thing }, audit: { action: 'escalate' } },
    handler: (request: OfFamily<Escalating>) =>
      escalate(host, signedIn(request), request.params.id, request.body),
  });

  app.post('/api/cases/:id/escalations/:escalation/answer', {
    schema: {
      ...{ summary: 'Say what was decided', tags: ['oversight'], params: params('id', 'escalation') },
      ...{ body: sent({ says: reason, commandId: id }), response: { 200: done } },
    },
    config: { may: { action: 'read-family', thing }, audit: { action: 'answer-escalation' } },
    handler: async (request: OfFamily<Said<{ says: string }>>) => {
      const { id: family, escalation } = request.params;
      await answer(host, signedIn(request), { case: family, id: escalation }, request.body);
      return { ok: true };
    },
  });

  app.post('/api/tasks/:id/lateness', {
    schema: {
      ...{ summary: 'Say why a task is late', tags: ['oversight'], params: params('id') },
      ...{ body: sent({ reason, commandId: id }), response: { 200: done } },
    },
    config: { may: { action: 'give-task', thing: lateTask(host) }, audit: { action: 'explain-lateness' } },
    handler: async (request: OfFamily<Said<{ reason: string }>>) => {
      await explain(host, signedIn(request), request.params.id, request.body);
      return { ok: true };
    },
  });
}

function lateTask({ store }: Host) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const row = await store.task((request.params as { id: string }).id);
    const family = row && (await store.family(row.case));
    return row && family ? taskThing(row, family) : undefined;
  };
}
