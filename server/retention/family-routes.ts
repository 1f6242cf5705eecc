import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, type Thing } from '../access/index.ts';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { StoredCase } from '../store/port.ts';
import { approveDisposal, proposeDisposal, refuseDisposal } from './decide.ts';
import { holdsOf, putHold } from './holds.ts';
import { familyRetention } from './page.ts';
import * as shapes from './shapes.ts';

type Of<Body = unknown> = FastifyRequest<{
  Params: { id: string; hold: string; disposal: string };
  Body: Body;
}>;

/** One family's record: how long it is kept, what holds it, and letting go of it by two people. */
export function familyRetentionRoutes(app: FastifyInstance, host: Host): void {
  const thing = familyNamed(host);
  const tags = ['retention'];
  const hold = { action: 'hold-record', thing } as const;

  app.get('/api/cases/:id/retention', {
    schema: {
      ...{ summary: 'How long a family’s record is kept, and why', tags, params: params('id') },
      response: { 200: shapes.family },
    },
    config: { may: { action: 'see-retention', thing }, audit: { action: 'see-retention' } },
    handler: async (request: Of) => familyRetention(host, await storedOf(host, request)),
  });

  app.post('/api/cases/:id/holds', {
    schema: {
      ...{ summary: 'Put a legal hold on the record', tags, params: params('id') },
      ...{ body: shapes.holdSent, response: { 200: shapes.made } },
    },
    config: { may: hold, audit: { action: 'hold-record' } },
    handler: (request: Of<{ why: string; commandId: string }>) => putOn(host, request),
  });

  app.post('/api/cases/:id/holds/:hold/end', {
    schema: {
      ...{ summary: 'Lift a legal hold', tags, params: params('id', 'hold') },
      ...{ body: shapes.because, response: { 200: done } },
    },
    config: { may: hold, audit: { action: 'lift-hold' } },
    handler: (request: Of<{ why: string }>) => lift(host, request),
  });
  disposalRoutes(app, host, thing);
}

/** Letting go of it: one proposes, another approves or refuses. */
function disposalRoutes(
  app: FastifyInstance,
  host: Host,
  thing: (request: FastifyRequest) => Promise<Thing | undefined>,
): void {
  const tags = ['retention'];
  const propose = { action: 'propose-disposal', thing } as const;
  const approve = { action: 'approve-disposal', thing } as const;

  app.post('/api/cases/:id/disposals', {
    schema: {
      ...{ summary: 'Propose to let go of what is due', tags, params: params('id') },
      ...{ body: shapes.command, response: { 200: shapes.made } },
    },
    config: { may: propose, audit: { action: 'propose-disposal' } },
    handler: async (request: Of<{ commandId: string }>) =>
      proposeDisposal(host, await storedOf(host, request), { by: signedIn(request).id, ...request.body }),
  });

  app.post('/api/cases/:id/disposals/:disposal/refusal', {
    schema: {
      ...{ summary: 'Refuse a proposed disposal', tags, params: params('id', 'disposal') },
      ...{ body: shapes.because, response: { 200: done } },
    },
    config: { may: approve, audit: { action: 'refuse-disposal' } },
    handler: async (request: Of<{ why: string }>) => {
      const { id, disposal } = request.params;
      await refuseDisposal(host, id, disposal, { by: signedIn(request).id, ...request.body });
      return { ok: true };
    },
  });

  app.post('/api/cases/:id/disposals/:disposal/approval', {
    schema: {
      ...{ summary: 'Approve a disposal and carry it out', tags, params: params('id', 'disposal') },
      response: { 200: done },
    },
    config: { may: approve, audit: { action: 'approve-disposal' }, stepUp: true },
    handler: async (request: Of) => {
      await approveDisposal(host, request.params.id, request.params.disposal, signedIn(request).id);
      return { ok: true };
    },
  });
}

async function storedOf({ store }: Host, request: Of): Promise<StoredCase> {
  return (await store.load(request.params.id)) ?? refuseAbsent();
}

async function putOn(host: Host, request: Of<{ why: string; commandId: string }>): Promise<{ id: string }> {
  const by = signedIn(request).id;
  const id = idFromCommand('hold', by, request.body.commandId);
  const body = { id, case: request.params.id, why: request.body.why, by, since: host.clock.now() };
  const put = await putHold(host.store, body, 0);
  // the same command again: it stands already
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

async function lift(host: Host, request: Of<{ why: string }>): Promise<{ ok: true }> {
  const { id, hold } = request.params;
  const found = (await holdsOf(host.store, id)).find((one) => one.id === hold);
  if (!found) refuseAbsent();
  if (found.body.lifted) refuse(409, 'lifted', 'This hold was lifted already.');
  const lifted = { by: signedIn(request).id, at: host.clock.now(), why: request.body.why };
  const put = await putHold(host.store, { ...found.body, lifted }, found.revision);
  if (!put.ok) refuseWrite(put);
  return { ok: true };
}
