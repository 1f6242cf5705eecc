import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answers, Case, Task, Version } from '#engine';
import { accountNames, nothing, taskThing } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { listOf, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { complete } from './complete.ts';
import { saveDraft } from './drafts.ts';
import { listTasks } from './list-tasks.ts';
import type { WorkAsked } from './list-tasks.ts';
import { checkTask, choicesOf } from './look-ahead.ts';
import { sayHappened } from './say-happened.ts';
import * as shapes from './shapes.ts';
import { taskPage } from './task-page.ts';

type OfTask<Body = unknown> = FastifyRequest<{ Params: { id: string; key: string }; Body: Body }>;

/** The queue, the task's page, its drafts, looking ahead, and completing. */
export function taskRoutes(app: FastifyInstance, host: Host): void {
  const thing = async (request: FastifyRequest) => {
    const task = await host.store.task((request.params as { id: string }).id);
    const family = task && (await host.store.family(task.case));
    return task && family ? taskThing(task, family) : undefined;
  };
  const tags = ['tasks'];

  app.get('/api/tasks', {
    schema: {
      ...{ summary: 'A queue of tasks, the earliest due first', tags, response: { 200: shapes.workList } },
      querystring: sent(
        {
          view: { enum: ['mine', 'team', 'unallocated', 'done'] },
          ...{ team: text, worker: text, stage: text, step: text, text, after: text, limit: text },
        },
        ['team', 'worker', 'stage', 'step', 'text', 'after', 'limit'],
      ),
    },
    config: {
      may: { action: 'list-work', thing: () => nothing },
      audit: { action: 'list-work' },
    },
    handler: (request: FastifyRequest<{ Querystring: Omit<WorkAsked, 'limit'> & { limit?: string } }>) => {
      const { limit, ...asked } = request.query;
      const rows = Math.min(Number(limit ?? 50) || 50, 200);
      return listTasks(host, signedIn(request), { ...asked, limit: rows });
    },
  });

  app.get('/api/tasks/:id', {
    schema: {
      ...{ summary: 'A task with its form, drafts and what is known', tags, params: params('id') },
      response: { 200: shapes.open },
    },
    config: { may: { action: 'read-task', thing }, audit: { action: 'read-task' } },
    handler: (request: OfTask) => taskPage(host, signedIn(request), request.params.id),
  });

  app.put('/api/tasks/:id/drafts/:key', {
    schema: {
      ...{ summary: 'Save one draft answer', tags, params: params('id', 'key') },
      ...{ body: shapes.draft, response: { 200: shapes.drafted } },
    },
    config: { may: { action: 'write-draft', thing }, audit: { action: 'write-draft' } },
    handler: async (request: OfTask<{ value: unknown; revision: number; origin?: string }>) => {
      const row = await host.store.task(request.params.id);
      if (!row || row.state === 'done') return refuse(409, 'not-open', 'This task is no longer open.');
      const { saved, at, theirs } = await saveDraft(
        host,
        { owner: row.id, case: row.case, form: row.form },
        { ...request.body, key: request.params.key, by: signedIn(request).id },
      );
      if (!saved.ok) return refuseWrite(saved, theirs ? { theirs } : {});
      return { revision: saved.revision, savedAt: at };
    },
  });

  app.post('/api/tasks/:id/check', {
    schema: {
      ...{
        summary: 'What is wrong with the answers, and what would happen next',
        tags,
        params: params('id'),
      },
      ...{ body: shapes.asked, response: { 200: shapes.checked } },
    },
    config: {
      may: { action: 'write-draft', thing },
      audit: { none: 'Looks at what the person is writing.' },
    },
    handler: (request: OfTask<Answers>) =>
      withTask(host, request.params.id, (version, kase, task) =>
        checkTask(host, version, kase, task, request.body, signedIn(request).id),
      ),
  });

  app.post('/api/tasks/:id/choices', {
    schema: {
      ...{ summary: 'For each choice that decides the way, what would happen', tags, params: params('id') },
      body: shapes.asked,
      response: {
        200: {
          type: 'object',
          additionalProperties: { type: 'object', additionalProperties: listOf(shapes.next) },
        },
      },
    },
    config: {
      may: { action: 'write-draft', thing },
      audit: { none: 'Looks at what the person is writing.' },
    },
    handler: (request: OfTask<Answers>) =>
      withTask(host, request.params.id, (version, kase, task) =>
        choicesOf(host, version, kase, task, request.body, signedIn(request).id),
      ),
  });

  app.post('/api/tasks/:id/completion', {
    schema: {
      ...{ summary: 'Complete a task', tags, params: params('id'), body: shapes.completion },
      response: { 200: shapes.completed },
    },
    config: { may: { action: 'complete-task', thing }, audit: { action: 'complete-task' } },
    handler: async (request: OfTask<Answers & { commandId: string; only?: string[] }>) => {
      const row = await host.store.task(request.params.id);
      if (!row) return refuseAbsent();
      const { commandId, only, answers, perChild, reasons } = request.body as Completing;
      const carried = await complete(host, {
        ...{ task: row.id, case: row.case, by: signedIn(request).id, commandId },
        answers: { answers, perChild, ...(reasons ? { reasons } : {}) },
        ...(only ? { only } : {}),
      });
      const changed = carried.kind === 'refused' ? await completedBy(host, row.id, row.case) : undefined;
      const reply = replyOf(carried, () => (changed ? { changed } : {}));
      return { happened: await sayHappened(host, row.case, reply) };
    },
  });
}

type Completing = Answers & { commandId: string; only?: string[]; reasons?: Record<string, string> };

async function withTask<T>(
  host: Host,
  id: string,
  look: (version: Version, kase: Case, task: Task) => T,
): Promise<T> {
  const row = await host.store.task(id);
  const stored = row && (await host.store.load(row.case));
  const task = stored?.case.tasks.find((one) => one.id === id);
  if (!stored || !task) return refuse(409, 'not-open', 'This task is no longer open.');
  return look(await host.versions.get(stored.case.version), stored.case, task);
}

/** Who completed a task that is no longer open, for the one who came second. */
async function completedBy(host: Host, task: string, caseId: string) {
  const done = await host.store.list('case-tasks', { case: caseId, state: 'done' }, { limit: 500 });
  const row = done.rows.find((one) => one.id.startsWith(`${task}.`));
  if (!row?.completed) return undefined;
  const names = await accountNames(host.store, [row.completed.by]);
  return { by: names.get(row.completed.by) ?? 'Somebody', at: row.completed.at, what: row.what };
}
