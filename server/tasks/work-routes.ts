import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { paging, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { listTasks } from './list-tasks.ts';
import type { WorkAsked } from './list-tasks.ts';
import * as shapes from './shapes.ts';

type Narrowed = Omit<WorkAsked, 'limit'> & { limit?: string };
type Asked = FastifyRequest<{ Querystring: Narrowed }>;
type Sought = FastifyRequest<{ Body: Narrowed }>;

/** Rows of one page of a queue. */
const most = 200;

/** The queue, and what of it is found by a name: that is sent, since no name may stand in an address. */
export function workRoutes(app: FastifyInstance, host: Host): void {
  const view = { enum: ['mine', 'team', 'unallocated', 'done'] };
  const narrow = { view, team: text, worker: text, stage: text, step: text, ...paging };
  const optional = ['team', 'worker', 'stage', 'step', 'after', 'limit'] as const;
  const config = {
    may: { action: 'list-work', thing: () => nothing },
    audit: { action: 'list-work', looks: true },
  } as const;
  const list = (request: FastifyRequest, { limit, ...asked }: Narrowed) =>
    listTasks(host, signedIn(request), { ...asked, limit: Math.min(Number(limit ?? 50), most) });

  app.get('/api/tasks', {
    schema: {
      ...{ summary: 'A queue of tasks, the earliest due first', tags: ['tasks'] },
      response: { 200: shapes.workList },
      querystring: sent(narrow, [...optional]),
    },
    config,
    handler: (request: Asked) => list(request, request.query),
  });

  app.post('/api/tasks/search', {
    schema: {
      ...{ summary: 'Tasks of a queue by names in the family', tags: ['tasks'] },
      response: { 200: shapes.workList },
      body: sent({ ...narrow, text: { type: 'string', maxLength: 200 } }, [...optional]),
    },
    config,
    handler: (request: Sought) => list(request, request.body),
  });
}
