import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyThing, may, nothing } from '../access/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { beginRehearsal } from './begin.ts';
import { passTime } from './play-task.ts';
import { ownRehearsal } from './rehearsal.ts';
import { openFor } from './open-for.ts';
import { rehearsalPage } from './rehearsal-page.ts';
import * as shapes from './shapes.ts';
import { playRoutes } from './play-routes.ts';

type OfId<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;
type Begin = FastifyRequest<{
  Body: { draft: string; family: 'invented' | { case: string }; commandId: string };
}>;

/** Trying a draft: beginning, looking, letting time pass, ending; playing its steps stands in play-routes.ts. */
export function rehearsalRoutes(app: FastifyInstance, host: Host): void {
  const tryIt = { action: 'redraw-pathway', thing: () => nothing } as const;
  const shared = { tags: ['rehearsals'], params: params('id') };

  app.post('/api/rehearsals', {
    schema: {
      ...{ summary: 'Try a draft with an invented family, or on a copy of a real one', tags: ['rehearsals'] },
      ...{ body: shapes.begin, response: { 200: shapes.begun } },
    },
    config: { may: tryIt, audit: { action: 'begin-rehearsal' } },
    handler: async (request: Begin) => {
      const { draft, family, commandId } = request.body;
      const by = signedIn(request).id;
      if (family !== 'invented') await readFamily(app, host, request, family.case);
      const real = family === 'invented' ? {} : { case: family.case };
      return { rehearsal: (await beginRehearsal(host, { draft, by, commandId, ...real })).id };
    },
  });

  app.get('/api/rehearsals/:id', {
    schema: { summary: 'Where a rehearsal stands', ...shared, response: { 200: shapes.page } },
    config: { may: tryIt, audit: { action: 'read-rehearsal' } },
    handler: async (request: OfId) => rehearsalPage(await openFor(host, request)),
  });

  app.post('/api/rehearsals/:id/time', {
    schema: {
      ...{ summary: 'Let time pass until the next clock runs down', ...shared },
      ...{ body: shapes.command, response: { 200: shapes.page } },
    },
    config: { may: tryIt, audit: { action: 'play-rehearsal' } },
    handler: async (request: OfId) => {
      const opened = await openFor(host, request);
      await passTime(opened);
      return rehearsalPage(opened);
    },
  });

  app.delete('/api/rehearsals/:id', {
    schema: { summary: 'End a rehearsal: nothing of it is kept', ...shared, response: { 200: done } },
    config: { may: tryIt, audit: { action: 'end-rehearsal' } },
    handler: async (request: OfId) => {
      const { id } = request.params;
      await ownRehearsal(host, id, signedIn(request).id);
      await host.store.remove('rehearsal', id);
      return { ok: true };
    },
  });
  playRoutes(app, host);
}

/** A copy is a reading of the family: for those who may read it, and on its trail. */
async function readFamily(
  app: FastifyInstance,
  host: Host,
  request: FastifyRequest,
  id: string,
): Promise<void> {
  const person = signedIn(request);
  const family = await host.store.family(id);
  const thing = family && familyThing(family);
  const answer = thing ? may(person, 'read-family', thing) : undefined;
  const entry = {
    at: host.clock.now(),
    action: 'read-family',
    route: 'POST /api/rehearsals',
    request: request.id,
  };
  if (thing) {
    await app.trail.write({
      ...{ ...entry, actor: person.id, case: id, thing: { kind: thing.kind, id } },
      ...(answer?.ok ? { outcome: 'ok', status: 200 } : { outcome: 'refused', status: 403 }),
    });
  }
  if (!answer || (!answer.ok && answer.code === 'hidden')) return refuseAbsent();
  if (!answer.ok) refuse(403, answer.code, answer.say);
}
