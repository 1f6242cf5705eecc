import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, nothing } from '../access/index.ts';
import { pageShapes } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, flag, id, line, listOf, named, object, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { invitationsPage } from './invitations.ts';
import { endInvitation, invite, type Inviting } from './invite.ts';
import { invitedFormRoutes } from './invited-form-routes.ts';
import { invitedPage, invitedRecord, invitedTo } from './invited.ts';

type OfFamily<Body = unknown> = FastifyRequest<{
  Params: { id: string; record: string; form: string; invitation: string };
  Body: Body;
}>;

const ids = { type: 'array', items: id, maxItems: 100, uniqueItems: true } as const;

/** Inviting somebody of another agency to part of a family's record, and ending it. */
export function invitationRoutes(app: FastifyInstance, host: Host): void {
  const invites = { action: 'invite-partner', thing: familyNamed(host) } as const;
  const shared = { tags: ['partners'], params: params('id') };
  const invitation = object(
    {
      ...{ id: text, account: named, purpose: text, forms: listOf(text), records: listOf(text) },
      ...{ by: text, at: text, until: text, open: flag },
    },
    ['id', 'account', 'purpose', 'forms', 'records', 'by', 'at', 'until', 'open'],
  );

  app.get('/api/cases/:id/invitations', {
    schema: {
      ...{ summary: 'Who is invited to a family, and what there is to choose from', ...shared },
      response: {
        200: object(
          {
            ...{ case: text, name: text, invitations: listOf(invitation), accounts: listOf(named) },
            forms: listOf(named),
            records: listOf(object({ id: text, name: text, at: text }, ['id', 'name', 'at'])),
          },
          ['case', 'name', 'invitations', 'accounts', 'forms', 'records'],
        ),
      },
    },
    config: { may: invites, audit: { action: 'read-invitations' } },
    handler: (request: OfFamily) => invitationsPage(host, request.params.id),
  });

  app.post('/api/cases/:id/invitations', {
    schema: {
      ...{ summary: 'Invite somebody of another agency, until a day', ...shared },
      body: sent({
        account: id,
        purpose: line,
        forms: ids,
        records: ids,
        until: { type: 'string', format: 'date' },
      }),
      response: { 200: object({ id: text }, ['id']) },
    },
    config: { may: invites, audit: { action: 'invite-partner' } },
    handler: (request: OfFamily<Inviting>) =>
      invite(host, request.params.id, request.body, signedIn(request).id),
  });

  app.post('/api/cases/:id/invitations/:invitation/end', {
    schema: {
      ...{ summary: 'End an invitation', tags: ['partners'], params: params('id', 'invitation') },
      response: { 200: done },
    },
    config: { may: invites, audit: { action: 'end-invitation' } },
    handler: async (request: OfFamily) => {
      await endInvitation(host, request.params.id, request.params.invitation);
      return { ok: true };
    },
  });
  invitedRoutes(app, host);
}

/** What somebody of another agency reads and writes: what they were invited to, and nothing else. */
function invitedRoutes(app: FastifyInstance, host: Host): void {
  const reads = { action: 'read-shared', thing: familyNamed(host) } as const;
  const shared = { tags: ['partners'], params: params('id') };

  app.get('/api/invited', {
    schema: {
      ...{ summary: 'What one is invited to', tags: ['partners'] },
      response: {
        200: listOf(
          object({ case: text, name: text, purpose: text, until: text }, [
            'case',
            'name',
            'purpose',
            'until',
          ]),
        ),
      },
    },
    config: { may: { action: 'read-shared', thing: () => nothing }, audit: { action: 'list-invited' } },
    handler: (request) => invitedTo(host, signedIn(request)),
  });

  app.get('/api/invited/:id', {
    schema: {
      ...{ summary: 'A family, as far as it is shared', ...shared },
      response: {
        200: object(
          {
            ...{ case: text, name: text, children: listOf(named) },
            forms: listOf(object({ id: text, title: text, purpose: text }, ['id', 'title', 'purpose'])),
            purposes: listOf(object({ purpose: text, until: text }, ['purpose', 'until'])),
            records: listOf(
              object({ id: text, title: text, at: text, own: flag }, ['id', 'title', 'at', 'own']),
            ),
          },
          ['case', 'name', 'children', 'forms', 'purposes', 'records'],
        ),
      },
    },
    config: { may: reads, audit: { action: 'read-shared' } },
    handler: (request: OfFamily) => invitedPage(host, signedIn(request), request.params.id),
  });

  invitedRecordRoutes(app, host);
  invitedFormRoutes(app, host);
}

function invitedRecordRoutes(app: FastifyInstance, host: Host): void {
  const reads = { action: 'read-shared', thing: familyNamed(host) } as const;

  app.get('/api/invited/:id/records/:record', {
    schema: {
      ...{ summary: 'A record that is shared', tags: ['partners'], params: params('id', 'record') },
      response: { 200: pageShapes.record },
    },
    config: { may: reads, audit: { action: 'read-shared' } },
    handler: async (request: OfFamily) => {
      const { id: caseId, record } = request.params;
      return (await invitedRecord(host, signedIn(request), caseId, record)) ?? refuseAbsent();
    },
  });
}
