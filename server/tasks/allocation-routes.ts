import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, RefusedRequest } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { TaskRow } from '../store/port.ts';
import { openTask, taskOf } from './find-task.ts';
import { give } from './give.ts';
import type { Giving, NotGiven } from './give.ts';
import * as shapes from './shapes.ts';

type One = FastifyRequest<{ Params: { id: string }; Body: Giving }>;
type Several = FastifyRequest<{ Body: Giving & { tasks: string[]; to: string } }>;

/** Taking a task, giving it, putting it back, and giving several at once. */
export function allocationRoutes(app: FastifyInstance, host: Host): void {
  app.post('/api/tasks/:id/allocation', {
    schema: {
      ...{ summary: 'Take a task, give it, or put it back', tags: ['tasks'], params: params('id') },
      ...{ body: shapes.allocation, response: { 200: done } },
    },
    config: { may: { action: 'read-task', thing: taskOf(host) }, audit: { action: 'give-task' } },
    handler: async (request: One) => {
      const { row } = await openTask(host, request.params.id);
      const not = await giveTo(host, signedIn(request), [row], request.body);
      if (not) refuse(403, not.code, not.say);
      return { ok: true };
    },
  });

  app.post('/api/tasks/allocations', {
    schema: {
      ...{ summary: 'Give several tasks at once', tags: ['tasks'] },
      ...{ body: shapes.allocations, response: { 200: shapes.results } },
    },
    config: { may: { action: 'list-work', thing: () => nothing }, audit: { action: 'give-task' } },
    handler: async (request: Several) => {
      const { tasks, ...giving } = request.body;
      const said = await giveSeveral(host, signedIn(request), [...new Set(tasks)], giving);
      return {
        results: tasks.map((task) => {
          const message = said.get(task);
          return { task, ok: message === undefined, ...(message === undefined ? {} : { message }) };
        }),
      };
    },
  });
}

/** By task, why it was not given. Family by family: what fails in one does not hold up the others. */
async function giveSeveral(
  host: Host,
  person: Person,
  tasks: string[],
  giving: Giving,
): Promise<Map<string, string>> {
  const rows = await Promise.all(tasks.map((id) => host.store.task(id)));
  const open = rows.filter((row): row is TaskRow => row?.state === 'open');
  const said = new Map(tasks.map((task) => [task, 'This task is no longer open.']));
  for (const [family, group = []] of Object.entries(Object.groupBy(open, (row) => row.case))) {
    const commandId = `${giving.commandId}-${family}`;
    const not = await giveTo(host, person, group, { ...giving, commandId }).catch(whyRefused);
    for (const { id } of group) {
      if (not) said.set(id, not.say);
      else said.delete(id);
    }
  }
  return said;
}

function whyRefused(fault: unknown): NotGiven {
  if (!(fault instanceof RefusedRequest)) throw fault;
  return { code: fault.body.refusal.reason, say: fault.body.refusal.message };
}

async function giveTo(
  host: Host,
  person: Person,
  rows: TaskRow[],
  giving: Giving,
): Promise<NotGiven | undefined> {
  const given = await give(host, person, rows, giving);
  if ('say' in given) return given;
  // already with that person: what was asked for is so
  if (given.kind === 'refused' && given.reason === 'nothing-to-give') return undefined;
  replyOf(given);
  return undefined;
}
