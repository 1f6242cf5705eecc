import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, nothing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import { done, line, listOf, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { breakGlass, endIdentified, openGlass, seeIdentified, type Reason } from './break-glass.ts';
import { glassSetting } from './glass-setting.ts';
import { noticesOf, putAway } from './notices.ts';

type ById<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

const reason = sent({ code: line, text: { type: 'string', minLength: 10, maxLength: 2000 } });
const opened = object({ until: text }, ['until']);
const everyone = { action: 'be-signed-in', thing: () => nothing } as const;

/** Reading what one's role does not reach, by a reason, for a time; and who is told of it. */
export function glassRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;
  const thing = familyNamed(services);

  app.get('/api/break-glass', {
    schema: {
      ...{ summary: 'Reasons that can be given, and what is open to oneself', tags: ['access'] },
      response: {
        200: object(
          {
            hours: whole,
            reasons: listOf(object({ code: text, says: text }, ['code', 'says'])),
            open: listOf(object({ case: text, until: text }, ['until'])),
          },
          ['hours', 'reasons', 'open'],
        ),
      },
    },
    config: { may: everyone, audit: { none: 'A list of reasons, and ids of what oneself has open.' } },
    handler: async (request) => ({
      ...(await glassSetting(store)),
      open: await openGlass(services, signedIn(request).id),
    }),
  });

  app.post('/api/cases/:id/break-glass', {
    schema: {
      ...{ summary: 'Open a family for reading, for a few hours, giving a reason', tags: ['access'] },
      ...{ params: params('id'), body: reason, response: { 200: opened } },
    },
    config: { may: { action: 'break-glass', thing }, audit: { action: 'break-glass' } },
    handler: async (request: ById<Reason>) => {
      const family = (await store.family(request.params.id)) ?? refuseAbsent();
      return breakGlass(services, family, signedIn(request).id, request.body);
    },
  });

  app.post('/api/identified', {
    schema: {
      ...{ summary: 'See names in place of invented ones, for a few hours, giving a reason' },
      ...{ tags: ['access'], body: reason, response: { 200: opened } },
    },
    config: { may: { action: 'see-identified', thing: () => nothing }, audit: { action: 'see-identified' } },
    handler: (request: FastifyRequest<{ Body: Reason }>) =>
      seeIdentified(services, signedIn(request).id, request.body),
  });

  app.post('/api/identified/end', {
    schema: {
      ...{ summary: 'See invented names again, before the time is over', tags: ['access'] },
      response: { 200: done },
    },
    config: { may: { action: 'see-identified', thing: () => nothing }, audit: { action: 'end-identified' } },
    handler: async (request) => {
      await endIdentified(services, signedIn(request).id);
      return { ok: true };
    },
  });
  noticeRoutes(app, services);
}

function noticeRoutes(app: FastifyInstance, services: Services): void {
  const notice = object({ id: text, at: text, says: text, case: text }, ['id', 'at', 'says']);
  app.get('/api/notices', {
    schema: { summary: 'What one is told', tags: ['access'], response: { 200: listOf(notice) } },
    config: { may: everyone, audit: { action: 'read-notices' } },
    handler: (request) => noticesOf(services, signedIn(request)),
  });

  app.post('/api/notices/:id/read', {
    schema: {
      ...{ summary: 'Put a notice away', tags: ['access'], params: params('id'), response: { 200: done } },
    },
    config: { may: everyone, audit: { action: 'put-notice-away' } },
    handler: async (request: ById) => {
      await putAway(services, signedIn(request).id, request.params.id);
      return { ok: true };
    },
  });
}
