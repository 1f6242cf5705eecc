import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formOf } from '#engine';
import type { Answers } from '#engine';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { openTask, taskOf } from './find-task.ts';
import { keepDraft } from './keep-draft.ts';
import type { DraftSent } from './keep-draft.ts';
import { checkTask, choicesOf } from './look-ahead.ts';
import * as shapes from './shapes.ts';
import { placeOf, taskPage } from './task-page.ts';

export type OfTask<Body = unknown> = FastifyRequest<{ Params: { id: string; key: string }; Body: Body }>;

/** A task's page, its drafts, and looking ahead: everything before it is completed. */
export function taskRoutes(app: FastifyInstance, host: Host): void {
  const thing = taskOf(host);
  const shared = { tags: ['tasks'], params: params('id') };
  const write = { action: 'write-draft', thing } as const;
  const looks = { none: 'Looks at what the person is writing.' };

  app.get('/api/tasks/:id', {
    schema: {
      ...{ summary: 'A task with its form, drafts and what is known', ...shared },
      response: { 200: shapes.taskPage },
    },
    config: { may: { action: 'read-task', thing }, audit: { action: 'read-task' } },
    handler: (request: OfTask) => taskPage(host, signedIn(request), request.params.id),
  });

  app.put('/api/tasks/:id/drafts/:key', {
    schema: {
      ...{
        summary: 'Save one draft answer; null takes it back',
        tags: ['tasks'],
        params: params('id', 'key'),
      },
      ...{ body: shapes.draft, response: { 200: shapes.drafted } },
    },
    config: { may: write, audit: { action: 'write-draft' } },
    handler: async (request: OfTask<DraftSent>) => {
      const open = await openTask(host, request.params.id);
      const { version, task } = open;
      const at = { version, form: formOf(version, task.form), children: task.children, place: placeOf(open) };
      return keepDraft(host, at, {
        ...{ ...request.body, key: request.params.key, by: signedIn(request).id },
      });
    },
  });

  app.post('/api/tasks/:id/check', {
    schema: {
      ...{ summary: 'What is wrong with the answers, and what would happen next', ...shared },
      ...{ body: shapes.answersAsked, response: { 200: shapes.checked } },
    },
    config: { may: write, audit: looks },
    handler: async (request: OfTask<Answers>) =>
      checkTask(host, await openTask(host, request.params.id), request.body, signedIn(request).id),
  });

  app.post('/api/tasks/:id/choices', {
    schema: {
      ...{ summary: 'For each choice that decides the way, what would happen', ...shared },
      ...{ body: shapes.answersAsked, response: { 200: shapes.choices } },
    },
    config: { may: write, audit: looks },
    handler: async (request: OfTask<Answers>) =>
      choicesOf(host, await openTask(host, request.params.id), request.body, signedIn(request).id),
  });
}
