import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditReserve, auditTrail, type Trail } from '../audit/index.ts';
import { movingMessage, notAuditedMessage, refusalBody } from '../errors.ts';
import type { Services } from '../services.ts';
import type { AuditEntry } from '../store/port.ts';

/**
 * What a route leaves in the audit, or the reason why it leaves nothing. `looks`: it changes nothing, though something
 * is sent, so that no name stands in an address: its answer is held back as any other that is read.
 */
export type AuditDeclared = { action: string; looks?: true } | { none: string };

/** What else was done by the way: to a thing of another family, or worth an entry of its own. */
export interface About {
  action: string;
  thing: { kind: string; id: string };
  case?: string;
  /** it was refused, and why, though the request as a whole was answered */
  outcome?: 'refused';
  reason?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    audit?: AuditDeclared;
  }
  interface FastifyRequest {
    /** code of the refusal, when the request was refused */
    refusedFor: string | undefined;
    /** further things that what was done is about: each has an entry of its own */
    alsoAbout: About[] | undefined;
  }
  interface FastifyInstance {
    trail: Trail;
  }
}

const retryMilliseconds = 30_000;

/**
 * Writes what each route declares, refusals and faults included, and holds the answer back until it is durable: in the
 * store, or in the reserve of this process where the store takes nothing.
 */
export function auditing(app: FastifyInstance, { store, clock }: Services, reserveFolder?: string): void {
  const reserve = reserveFolder === undefined ? undefined : auditReserve(reserveFolder);
  const trail = auditTrail((entries) => store.appendAudit(entries), app.log, reserve);
  app.decorate('trail', trail);
  const retry = (): Promise<void> =>
    trail.retry().catch(() => app.log.error('audit entries that were left could not be read'));
  const timer = setInterval(() => void retry(), retryMilliseconds);
  timer.unref();
  app.addHook('onReady', retry);
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await retry();
    reserve?.close();
  });
  app.decorateRequest('refusedFor', undefined);
  app.decorateRequest('alsoAbout', undefined);
  app.decorateRequest('hiddenRefusal', undefined);
  app.addHook('onSend', async (request, reply, payload) => {
    const action = actionOf(request);
    if (action === undefined) return payload;
    const entries = entriesOf(request, reply, action, clock.now());
    const kept = await Promise.all(entries.map((entry) => trail.write(entry)));
    if (kept.includes('moving')) return notShown(reply, payload, 'moving', movingMessage);
    // what was changed is in the family's history; what was read must not leave unsaid
    const isRead = looksOnly(request) && reply.statusCode < 400;
    return isRead && kept.includes('lost')
      ? notShown(reply, payload, 'not-audited', notAuditedMessage)
      : payload;
  });
}

function looksOnly({ method, routeOptions }: FastifyRequest): boolean {
  const { audit } = routeOptions.config ?? {};
  return method === 'GET' || (audit !== undefined && 'looks' in audit);
}

/** Instead of an answer of which no entry can be kept. */
function notShown(reply: FastifyReply, payload: unknown, reason: string, message: string): string {
  if (payload instanceof Readable) payload.destroy();
  for (const header of ['content-length', 'content-disposition', 'content-encoding'])
    reply.removeHeader(header);
  void reply.code(503).type('application/json; charset=utf-8');
  return JSON.stringify(refusalBody(reason, message));
}

/** What the route declares; one that leaves nothing leaves a refusal of access to somebody who is known all the same. */
function actionOf({ routeOptions, deniedBy }: FastifyRequest): string | undefined {
  const { audit, may } = routeOptions.config ?? {};
  if (audit && 'action' in audit) return audit.action;
  return deniedBy === undefined || deniedBy === 'signed-out' ? undefined : may?.action;
}

/** Mostly one entry. Somebody of several families stands on the trail of each, and so does what was done by the way. */
function entriesOf(request: FastifyRequest, reply: FastifyReply, action: string, at: string): AuditEntry[] {
  const { thing, alsoAbout = [] } = request;
  const cases = thing?.cases && thing.cases.length > 0 ? thing.cases : [thing?.case];
  const named = thing?.id === undefined ? {} : { thing: { kind: thing.kind, id: thing.id } };
  return [
    ...cases.map((of) => ({ action, ...named, ...(of === undefined ? {} : { case: of }) })),
    ...alsoAbout,
  ].map((about) => ({ ...entryOf(request, reply, at), ...about, ...grantOf(request, about) }));
}

function entryOf(request: FastifyRequest, reply: FastifyReply, at: string): Omit<AuditEntry, 'action'> {
  const { statusCode: status } = reply;
  const { person } = request;
  return {
    ...{ at, status, request: request.id },
    // a browser that is sent on to a page of ours that says no was refused, too
    outcome: status >= 500 ? 'failed' : status >= 400 || request.refusedFor ? 'refused' : 'ok',
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    ...(person ? { actor: person.id } : {}),
    ...reasonOf(request),
  };
}

/** What was done while a grant for the family stood is marked with it, whether or not it was needed. */
function grantOf({ person }: FastifyRequest, about: { case?: string }): { grant?: string } {
  const grant = person?.grants?.find((one) => one.case === about.case);
  return grant ? { grant: grant.kind } : {};
}

function reasonOf(request: FastifyRequest): { reason?: string } {
  if (request.hiddenRefusal) return { reason: 'hidden' };
  return request.refusedFor === undefined ? {} : { reason: request.refusedFor };
}
