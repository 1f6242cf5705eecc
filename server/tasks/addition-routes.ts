import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answers } from '#engine';
import { familyNamed } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import type { Host } from '../host.ts';
import { id, listOf, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { add, additionPage, formToAdd } from './add.ts';
import type { Addition } from './add.ts';
import { keepDraft } from './keep-draft.ts';
import type { DraftSent } from './keep-draft.ts';
import { checkAddition } from './look-ahead.ts';
import { sayHappened } from './say-happened.ts';
import * as shapes from './shapes.ts';

type OfForm<Body = unknown> = FastifyRequest<{
  Params: { id: string; form: string; key: string };
  Body: Body;
}>;
type Sent = Answers & { children: string[]; commandId: string };

const path = '/api/cases/:id/additions/:form';
const looks = { none: 'Looks at what the person is writing.' };

/** What every route of an addition asks and needs. */
function ofAddition(host: Host) {
  const thing = familyNamed(host);
  return {
    may: { action: 'add-record', thing } as const,
    shared: { tags: ['families'], params: params('id', 'form') },
    asked: (request: OfForm): Promise<Addition> =>
      formToAdd(host, signedIn(request), request.params.id, request.params.form),
  };
}

/** Forms that are added to a family at any time: a case note, a visit, a child's words. */
export function additionRoutes(app: FastifyInstance, host: Host): void {
  const { may, shared, asked } = ofAddition(host);

  app.get(path, {
    schema: { summary: 'A form to add to a family', ...shared, response: { 200: shapes.additionPage } },
    config: { may, audit: { action: 'read-family' } },
    handler: async (request: OfForm) => additionPage(host, await asked(request)),
  });

  app.put(`${path}/drafts/:key`, {
    schema: {
      ...{ summary: 'Save one draft answer; null takes it back', tags: ['families'] },
      ...{ params: params('id', 'form', 'key'), body: shapes.draft, response: { 200: shapes.drafted } },
    },
    config: { may, audit: { action: 'write-draft' } },
    handler: async (request: OfForm<DraftSent>) => {
      const draft = { ...request.body, key: request.params.key, by: signedIn(request).id };
      return keepDraft(host, await asked(request), draft);
    },
  });
  addingRoutes(app, host);
}

function addingRoutes(app: FastifyInstance, host: Host): void {
  const { may, shared, asked } = ofAddition(host);

  app.post(`${path}/check`, {
    schema: {
      ...{ summary: 'What is wrong with the answers, and what would open', ...shared },
      body: sent({ ...shapes.answersSent, children: listOf(id) }, ['reasons', 'children']),
      response: { 200: shapes.checked },
    },
    config: { may, audit: looks },
    handler: async (request: OfForm<Answers & { children?: string[] }>) => {
      const addition = await asked(request);
      const { children = addition.children, ...answers } = request.body;
      return checkAddition(host, addition, children, answers, signedIn(request).id);
    },
  });

  app.post(`${path}/choices`, {
    schema: {
      ...{ summary: 'Nothing: a form added to a family decides no way', ...shared },
      ...{ body: shapes.answersAsked, response: { 200: shapes.choices } },
    },
    config: { may, audit: looks },
    handler: async (request: OfForm<Answers>) => {
      await asked(request);
      return {};
    },
  });

  app.post(path, {
    schema: {
      ...{ summary: 'Add a completed form to a family', ...shared, response: { 200: shapes.completed } },
      body: sent({ ...shapes.answersSent, children: listOf(id), commandId: id }, ['reasons']),
    },
    config: { may, audit: { action: 'add-record' } },
    handler: async (request: OfForm<Sent>) => {
      const { commandId, children, ...answers } = request.body;
      const command = { by: signedIn(request).id, commandId, children, answers };
      const happened = replyOf(await add(host, await asked(request), command));
      return { happened: await sayHappened(host, request.params.id, happened) };
    },
  });
}
