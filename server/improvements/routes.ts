import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { answerImprovement, markSeen } from './answer-improvement.ts';
import type { Answer } from './improvement.ts';
import { addNote, settleNote, type Noting } from './notes.ts';
import { improvementRows, sayingsOf } from './sayings-page.ts';
import { sayImprovement, type Saying } from './say-improvement.ts';
import * as shapes from './shapes.ts';

const none = { none: 'What is said of a form: nothing of any family.' };
const anybody = { action: 'be-signed-in', thing: () => nothing } as const;
const group = { action: 'redraw-pathway', thing: () => nothing } as const;

/** “This could be better”: said by anybody at work, read and answered by the working group. */
export function improvementRoutes(app: FastifyInstance, host: Host): void {
  const tags = ['improvements'];

  app.post('/api/improvements', {
    schema: {
      ...{ summary: 'Say that a form or a question could be better', tags },
      ...{ body: shapes.saying, response: { 200: shapes.kept } },
    },
    config: { may: anybody, audit: { action: 'say-improvement' } },
    handler: (request: FastifyRequest<{ Body: Saying }>) =>
      sayImprovement(host, signedIn(request).id, request.body),
  });

  app.get('/api/improvements', {
    schema: {
      ...{ summary: 'What was said of forms, the latest first', tags },
      ...{ querystring: shapes.asked, response: { 200: shapes.improvements } },
    },
    config: { may: group, audit: none },
    handler: (request: FastifyRequest<{ Querystring: { form?: string } }>) =>
      improvementRows(host, request.query),
  });

  app.get('/api/improvements/mine', {
    schema: { ...{ summary: 'What I said, and the answers', tags }, response: { 200: shapes.improvements } },
    config: { may: anybody, audit: none },
    handler: (request) => improvementRows(host, { by: signedIn(request).id }),
  });

  app.post('/api/improvements/mine/seen', {
    schema: { ...{ summary: 'I have read the answers', tags }, response: { 200: done } },
    config: { may: anybody, audit: { action: 'read-answers' } },
    handler: async (request) => {
      await markSeen(host, signedIn(request).id);
      return { ok: true };
    },
  });

  app.post('/api/improvements/:id/answer', {
    schema: {
      ...{ summary: 'Answer whoever said it', tags, params: params('id') },
      ...{ body: shapes.answering, response: { 200: done } },
    },
    config: { may: group, audit: { action: 'answer-improvement' } },
    handler: async (
      request: FastifyRequest<{
        Params: { id: string };
        Body: Pick<Answer, 'text' | 'decision' | 'draft'> & { commandId: string };
      }>,
    ) => {
      const { commandId: _, ...answer } = request.body;
      await answerImprovement(host, request.params.id, { ...answer, by: signedIn(request).id });
      return { ok: true };
    },
  });
  noteRoutes(app, host);
}

type OfDraft<Body = unknown> = FastifyRequest<{ Params: { id: string; note: string }; Body: Body }>;

function noteRoutes(app: FastifyInstance, host: Host): void {
  const tags = ['drafts'];

  app.get('/api/drafts/:id/notes', {
    schema: {
      ...{ summary: 'Everything said of the forms of a draft', tags, params: params('id') },
      response: { 200: shapes.sayings },
    },
    config: { may: group, audit: none },
    handler: (request: OfDraft) => sayingsOf(host, request.params.id),
  });

  app.post('/api/drafts/:id/notes', {
    schema: {
      ...{
        summary: 'Keep a note on a form of a draft, or who answers for a finding',
        tags,
        params: params('id'),
      },
      ...{ body: shapes.noting, response: { 200: shapes.kept } },
    },
    config: { may: group, audit: { action: 'add-note' } },
    handler: (request: OfDraft<Noting>) =>
      addNote(host, request.params.id, signedIn(request).id, request.body),
  });

  app.post('/api/drafts/:id/notes/:note/settled', {
    schema: {
      ...{ summary: 'A note is dealt with', tags, params: params('id', 'note'), response: { 200: done } },
    },
    config: { may: group, audit: { action: 'settle-note' } },
    handler: async (request: OfDraft) => {
      await settleNote(host, request.params.id, request.params.note, signedIn(request).id);
      return { ok: true };
    },
  });
}
