import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOf, defaultRights, may, nothing, taskThing } from '../access/index.ts';
import type { Account, Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { TaskRow } from '../store/port.ts';
import { allocate } from './allocate.ts';
import * as shapes from './shapes.ts';

interface One {
  to: string | null;
  reason?: string;
  commandId: string;
}
interface Several {
  tasks: string[];
  to: string;
  reason?: string;
  commandId: string;
}

/** Taking a task, giving it, putting it back, and giving several at once. */
export function allocationRoutes(app: FastifyInstance, host: Host): void {
  const thing = async (request: FastifyRequest) => {
    const task = await host.store.task((request.params as { id: string }).id);
    const family = task && (await host.store.family(task.case));
    return task && family ? taskThing(task, family) : undefined;
  };

  app.post('/api/tasks/:id/allocation', {
    schema: {
      ...{ summary: 'Take a task, give it, or put it back', tags: ['tasks'], params: params('id') },
      ...{ body: shapes.allocation, response: { 200: done } },
    },
    config: { may: { action: 'read-task', thing }, audit: { action: 'give-task' } },
    handler: async (request: FastifyRequest<{ Params: { id: string }; Body: One }>) => {
      const row = await host.store.task(request.params.id);
      const refused = row ? await give(host, signedIn(request), [row], request.body) : undefined;
      if (refused) refuse(403, refused.code, refused.say);
      return { ok: true };
    },
  });

  app.post('/api/tasks/allocations', {
    schema: {
      ...{ summary: 'Give several tasks at once', tags: ['tasks'] },
      ...{ body: shapes.allocations, response: { 200: shapes.results } },
    },
    config: { may: { action: 'list-work', thing: () => nothing }, audit: { action: 'give-task' } },
    handler: async (request: FastifyRequest<{ Body: Several }>) => {
      const person = signedIn(request);
      const { tasks, ...given } = request.body;
      const rows = await Promise.all(tasks.map((id) => host.store.task(id)));
      const found = rows.filter((row): row is TaskRow => row?.state === 'open');
      const byCase = Object.values(Object.groupBy(found, (row) => row.case));
      const said = new Map<string, string | undefined>();
      for (const group of byCase) {
        const [first] = group ?? [];
        if (!group || !first) continue;
        const commandId = `${given.commandId}-${first.case}`;
        const refused = await give(host, person, group, { ...given, commandId });
        for (const row of group) said.set(row.id, refused?.say);
      }
      return {
        results: tasks.map((task) => {
          const message = said.has(task) ? said.get(task) : 'This task is no longer open.';
          return { task, ok: message === undefined, ...(message === undefined ? {} : { message }) };
        }),
      };
    },
  });
}

interface No {
  code: string;
  say: string;
}

/** Gives tasks of one family; undefined when it was done, else the reason why not. */
async function give(host: Host, person: Person, rows: TaskRow[], given: One): Promise<No | undefined> {
  const [first] = rows;
  const family = first && (await host.store.family(first.case));
  if (!first || !family) return { code: 'not-found', say: 'This task is no longer open.' };
  const action = given.to === person.id || given.to === null ? 'take-task' : 'give-task';
  for (const row of rows) {
    const answer = may(person, action, taskThing(row, family));
    const own = action === 'take-task' && may(person, 'give-task', taskThing(row, family));
    if (!answer.ok && !(own && own.ok)) return answer;
  }
  const account = given.to === null ? undefined : (await accountOf(host.store, given.to))?.body;
  const unable = given.to === null ? undefined : rows.find((row) => !canDo(account, row));
  if (unable) {
    const name = account?.displayName ?? 'Somebody who left';
    const say = `${name} cannot do “${unable.what}”: it is for ${unable.role.name.toLowerCase()}.`;
    return { code: 'not-their-role', say };
  }
  const carried = await allocate(host, {
    ...{ case: first.case, tasks: rows.map((row) => row.id), to: given.to, by: person.id },
    ...{ commandId: given.commandId, ...(given.reason ? { reason: given.reason } : {}) },
    holder: account && holds(account) ? { worker: account.id, ...teamOf(account) } : undefined,
  });
  // already with that person: what was asked for is so
  if (carried.kind === 'refused' && carried.reason === 'nothing-to-give') return undefined;
  replyOf(carried);
  return undefined;
}

function canDo(account: Account | undefined, row: TaskRow): boolean {
  if (!account || account.disabled) return false;
  return account.roles.some((role) => defaultRights.get(role)?.performs.includes(row.role.id));
}

/** Whoever writes with families holds them: the family goes to their team when nobody holds it yet. */
function holds(account: Account): boolean {
  return account.roles.some((role) => defaultRights.get(role)?.holdsFamilies);
}

function teamOf(account: Account): { team?: string } {
  return account.team ? { team: account.team } : {};
}
