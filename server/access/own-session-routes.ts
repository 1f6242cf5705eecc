import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseAbsent } from '../errors.ts';
import { done, flag, listOf, object, params, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import { accountOf } from './accounts.ts';
import { endOtherPlaces, endPlace, placesOf } from './own-sessions.ts';
import { closeSessionsOf, sessionId } from './sessions.ts';
import { nothing, type Thing } from './thing.ts';

type ById = FastifyRequest<{ Params: { id: string } }>;

const everyone = { action: 'be-signed-in', thing: () => nothing } as const;
// the policy has let in only who is signed in
const ownOf = (request: FastifyRequest): string => request.person?.id ?? '';
const hereOf = (request: FastifyRequest): string => sessionId(request.token ?? '');

/** Where somebody is signed in, as they see it themselves, and ending what they do not know or do not need. */
export function ownSessionRoutes(app: FastifyInstance, services: Services): void {
  const place = object({ id: text, since: text, used: text, browser: text, here: flag }, [
    ...(['id', 'since', 'used', 'browser', 'here'] as const),
  ]);
  app.get('/api/sessions', {
    schema: { summary: 'Where one is signed in', tags: ['session'], response: { 200: listOf(place) } },
    config: { may: everyone, audit: { none: 'One’s own sessions: nothing of any family.' } },
    handler: (request) => placesOf(services, ownOf(request), hereOf(request)),
  });

  app.post('/api/sessions/others/end', {
    schema: {
      ...{ summary: 'Sign out everywhere else', tags: ['session'] },
      response: { 200: object({ ended: whole }, ['ended']) },
    },
    config: { may: everyone, audit: { action: 'end-sessions' }, stepUp: true },
    handler: async (request) => ({
      ended: await endOtherPlaces(services, ownOf(request), hereOf(request)),
    }),
  });

  app.post('/api/sessions/:id/end', {
    schema: {
      ...{
        summary: 'Sign out in one place',
        tags: ['session'],
        params: params('id'),
        response: { 200: done },
      },
    },
    config: { may: everyone, audit: { action: 'end-sessions' }, stepUp: true },
    handler: async (request: ById) => {
      const ended = await endPlace(services, ownOf(request), request.params.id);
      return ended ? { ok: true } : refuseAbsent();
    },
  });

  app.post('/api/accounts/:id/sessions/end', {
    schema: {
      ...{ summary: 'Sign somebody out everywhere', tags: ['accounts'], params: params('id') },
      response: { 200: done },
    },
    config: {
      may: {
        action: 'manage-accounts',
        thing: (request): Thing => ({ kind: 'account', id: (request.params as { id: string }).id }),
      },
      audit: { action: 'end-sessions' },
      stepUp: true,
    },
    handler: async (request: ById) => {
      const account = (await accountOf(services.store, request.params.id)) ?? refuseAbsent();
      await closeSessionsOf(services, account.id);
      return { ok: true };
    },
  });
}
