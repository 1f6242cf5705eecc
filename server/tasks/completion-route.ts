import type { FastifyInstance } from 'fastify';
import type { Answers } from '#engine';
import { replyOf } from '../answers.ts';
import { keepBooked } from '../bookings/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { complete } from './complete.ts';
import { findTask, refuseNotOpen, taskOf } from './find-task.ts';
import { sayHappened } from './say-happened.ts';
import * as shapes from './shapes.ts';
import type { OfTask } from './task-routes.ts';

interface Sent extends Answers {
  commandId: string;
  only?: string[];
  /** of the case as the page knew it: other work of the family may have gone on since, which is no fault */
  revision?: number;
}

/** Completing a task: the one command that moves a family on. */
export function completionRoute(app: FastifyInstance, host: Host): void {
  app.post('/api/tasks/:id/completion', {
    schema: {
      ...{ summary: 'Complete a task', tags: ['tasks'], params: params('id'), body: shapes.completion },
      response: { 200: shapes.completed },
    },
    config: { may: { action: 'complete-task', thing: taskOf(host) }, audit: { action: 'complete-task' } },
    handler: async (request: OfTask<Sent>) => {
      const { id } = request.params;
      const row = await findTask(host.store, id);
      if (!row) return request.thing ? refuseNotOpen(host, id) : refuseAbsent();
      const { commandId, only, answers, perChild, reasons } = request.body;
      const carried = await complete(host, {
        ...{ task: id, case: row.case, by: signedIn(request).id, commandId },
        answers: { answers, perChild, ...(reasons ? { reasons } : {}) },
        ...(only ? { only } : {}),
      });
      if (carried.kind === 'refused' && carried.reason === 'not-open') return refuseNotOpen(host, id);
      const reply = replyOf(carried);
      const record = await host.store.record(reply.record);
      if (record) await keepBooked(host, record);
      return { happened: await sayHappened(host, row.case, reply) };
    },
  });
}
