import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formOf } from '#engine';
import type { Answers } from '#engine';
import { nothing } from '../access/index.ts';
import { pageShapes, recordPage } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { checkTask, choicesOf, keepDraft, openTask, placeOf, taskPage } from '../tasks/index.ts';
import type { DraftSent } from '../tasks/index.ts';
import { colleagueOf } from './colleagues.ts';
import { everyRole, fillIn, playTask } from './play-task.ts';
import { openFor } from './open-for.ts';
import type { Opened } from './rehearsal-host.ts';
import * as shapes from './shapes.ts';

type Played<Body = unknown> = FastifyRequest<{
  Params: { id: string; task: string; key: string; record: string };
  Body: Body;
}>;
type Completing = Answers & { commandId: string; only?: string[] };

const path = '/api/rehearsals/:id/tasks/:task';
const looks = { none: 'Looks at what the person is writing.' };

/** The steps of a rehearsal and its records: the same answers as for real work, under the rehearsal. */
export function playRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'redraw-pathway', thing: () => nothing } as const;
  const shared = { tags: ['rehearsals'], params: params('id', 'task') };
  const opened = (request: Played) => openFor(host, request, { kind: 'task', id: request.params.task });

  app.get(path, {
    schema: { summary: 'A step as it would open', ...shared, response: { 200: shapes.taskPage } },
    config: { may, audit: { action: 'read-rehearsal' } },
    handler: async (request: Played) => {
      const rehearsal = await opened(request);
      const person = everyRole(rehearsal, signedIn(request));
      const page = await taskPage(rehearsal.host, person, request.params.task);
      return 'canComplete' in page ? { ...page, canComplete: { ok: true } } : page;
    },
  });

  app.put(`${path}/drafts/:key`, {
    schema: {
      ...{ summary: 'Keep one answer', tags: ['rehearsals'], params: params('id', 'task', 'key') },
      ...{ body: shapes.draft, response: { 200: shapes.drafted } },
    },
    config: { may, audit: looks },
    handler: async (request: Played<DraftSent>) => {
      const rehearsal = await opened(request);
      return keepAnswer(rehearsal, request.params, request.body);
    },
  });

  app.post(`${path}/check`, {
    schema: {
      summary: 'What is wrong, and what would happen',
      ...shared,
      body: shapes.answersAsked,
      response: { 200: shapes.checked },
    },
    config: { may, audit: looks },
    handler: async (request: Played<Answers>) => {
      const { host: within } = await opened(request);
      const open = await openTask(within, request.params.task);
      return checkTask(within, open, request.body, colleagueOf(open.task.role));
    },
  });

  app.post(`${path}/choices`, {
    schema: {
      summary: 'What each choice would lead to',
      ...shared,
      body: shapes.answersAsked,
      response: { 200: shapes.choices },
    },
    config: { may, audit: looks },
    handler: async (request: Played<Answers>) => {
      const { host: within } = await opened(request);
      const open = await openTask(within, request.params.task);
      return choicesOf(within, open, request.body, colleagueOf(open.task.role));
    },
  });

  completing(app, host);
}

/** Filling a step in, completing it, and reading what it left. */
function completing(app: FastifyInstance, host: Host): void {
  const may = { action: 'redraw-pathway', thing: () => nothing } as const;
  const shared = { tags: ['rehearsals'], params: params('id', 'task') };
  const opened = (request: Played) => openFor(host, request, { kind: 'task', id: request.params.task });

  app.post(`${path}/filling`, {
    schema: {
      summary: 'Answers somebody might give',
      ...shared,
      body: shapes.answersAsked,
      response: { 200: shapes.filled },
    },
    config: { may, audit: looks },
    handler: async (request: Played<Answers>) =>
      fillIn(await opened(request), request.params.task, request.body),
  });

  app.post(`${path}/completion`, {
    schema: {
      summary: 'Complete a step of a rehearsal',
      ...shared,
      body: shapes.completion,
      response: { 200: shapes.completed },
    },
    config: { may, audit: { action: 'play-rehearsal' } },
    handler: async (request: Played<Completing>) => {
      const { commandId, only, answers, perChild, reasons } = request.body;
      return playTask(await opened(request), {
        ...{ task: request.params.task, commandId, ...(only ? { only } : {}) },
        answers: { answers, perChild, ...(reasons ? { reasons } : {}) },
      });
    },
  });

  app.get('/api/rehearsals/:id/records/:record', {
    schema: {
      ...{ summary: 'A record of a rehearsal, as it would be printed', tags: ['rehearsals'] },
      ...{ params: params('id', 'record'), response: { 200: pageShapes.record } },
    },
    config: { may, audit: { action: 'read-rehearsal' } },
    handler: async (request: Played) => {
      const { record: id } = request.params;
      const { host: within } = await openFor(host, request, { kind: 'record', id });
      const record = (await within.store.record(id)) ?? refuseAbsent();
      return (
        (await recordPage(within, record, { correct: false, reopen: false, withhold: false })) ??
        refuseAbsent()
      );
    },
  });
}

async function keepAnswer(
  rehearsal: Opened,
  { task: id, key }: { task: string; key: string },
  draft: DraftSent,
): ReturnType<typeof keepDraft> {
  const open = await openTask(rehearsal.host, id);
  const { version, task } = open;
  const at = { version, form: formOf(version, task.form), children: task.children, place: placeOf(open) };
  const kept = await keepDraft(rehearsal.host, at, { ...draft, key, by: colleagueOf(task.role) });
  await rehearsal.keep();
  return kept;
}
