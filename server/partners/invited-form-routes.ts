import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answers } from '#engine';
import { familyNamed } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { caseShapes, pageShapes } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { id, object, params, sent, text, whole } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { keepDraft, taskShapes, type DraftSent } from '../tasks/index.ts';
import { contribute, formInvitedTo, invitedFormPage } from './invited-form.ts';

type OfForm<Body = unknown> = FastifyRequest<{
  Params: { id: string; form: string; key: string };
  Body: Body;
}>;

const path = '/api/invited/:id/forms/:form';
const { mapOf, open, anything } = caseShapes;

const page = object(
  {
    ...{ case: pageShapes.asked.case, form: open, codeLists: pageShapes.asked.codeLists },
    ...{ blockShapes: pageShapes.asked.blockShapes, children: pageShapes.asked.children },
    drafts: mapOf(object({ value: anything, revision: whole, at: text }, ['value', 'revision', 'at'])),
  },
  ['case', 'form', 'codeLists', 'blockShapes', 'children', 'drafts'],
);

/** Writing what one was invited to write: it is kept answer by answer, and becomes a record when it is sent. */
export function invitedFormRoutes(app: FastifyInstance, host: Host): void {
  const thing = familyNamed(host);
  const may = { action: 'contribute', thing } as const;
  const asked = (request: OfForm) =>
    formInvitedTo(host, signedIn(request), request.params.id, request.params.form);

  app.get(path, {
    schema: {
      ...{ summary: 'A form one was asked to write', tags: ['partners'], params: params('id', 'form') },
      response: { 200: page },
    },
    config: { may, audit: { action: 'read-shared' } },
    handler: async (request: OfForm) => invitedFormPage(host, await asked(request)),
  });

  app.put(`${path}/drafts/:key`, {
    schema: {
      ...{ summary: 'Save one draft answer; null takes it back', tags: ['partners'] },
      ...{ params: params('id', 'form', 'key'), body: taskShapes.draft },
      response: { 200: taskShapes.drafted },
    },
    config: { may, audit: { action: 'write-draft' } },
    handler: async (request: OfForm<DraftSent>) => {
      const draft = { ...request.body, key: request.params.key, by: signedIn(request).id };
      return keepDraft(host, await asked(request), draft);
    },
  });

  app.post(path, {
    schema: {
      ...{ summary: 'Send what one was asked to write', tags: ['partners'], params: params('id', 'form') },
      body: sent({ answers: open, perChild: mapOf(open), commandId: id }),
      response: { 200: object({ record: text }, ['record']) },
    },
    config: { may, audit: { action: 'contribute' } },
    handler: async (request: OfForm<Answers & { commandId: string }>) => {
      const { commandId, ...answers } = request.body;
      const by = signedIn(request).id;
      return replyOf(await contribute(host, await asked(request), { answers, by, commandId }));
    },
  });
}
