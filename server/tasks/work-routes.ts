import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { paging, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { listTasks } from './list-tasks.ts';
import type { WorkAsked } from './list-tasks.ts';
import * as shapes from './shapes.ts';

type Asked = FastifyRequest<{ Querystring: Omit<WorkAsked, 'limit'> & { limit?: string } }>;

/** Rows of one page of a queue. */
const most = 200;

/** The queue. */
export function workRoutes(app: FastifyInstance, host: Host): void {
  const view = { enum: ['mine', 'team', 'unallocated', 'done'] };
  const narrow = { team: text, worker: text, stage: text, step: text, text };
  app.get('/api/tasks', {
    schema: {
      ...{ summary: 'A queue of tasks, the earliest due first', tags: ['tasks'] },
      response: { 200: shapes.workList },
      querystring: sent({ view, ...narrow, ...paging }, [
        ...(['team', 'worker', 'stage', 'step', 'text', 'after', 'limit'] as const),
      ]),
    },
    config: { may: { action: 'list-work', thing: () => nothing }, audit: { action: 'list-work' } },
    handler: (request: Asked) => {
      const { limit, ...asked } = request.query;
      const rows = Math.min(Number(limit ?? 50), most);
      return listTasks(host, signedIn(request), { ...asked, limit: rows });
    },
  });
}
