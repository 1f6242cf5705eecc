import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditTrail, type Trail } from '../audit/index.ts';
import { movingMessage, refusalBody } from '../errors.ts';
import type { Services } from '../services.ts';
import type { AuditEntry } from '../store/port.ts';

/** What a route leaves in the audit, or the reason why it leaves nothing. */
export type AuditDeclared = { action: string } | { none: string };

declare module 'fastify' {
  interface FastifyContextConfig {
    audit?: AuditDeclared;
  }
  interface FastifyRequest {
    /** code of the refusal, when the request was refused */
    refusedFor: string | undefined;
  }
  interface FastifyInstance {
    trail: Trail;
  }
}

/** Writes what each route declares, refusals and faults included, and holds the answer back until it is durable. */
export function auditing(app: FastifyInstance, { store, clock }: Services): void {
  const trail = auditTrail((entries) => store.appendAudit(entries), app.log);
  app.decorate('trail', trail);
  app.decorateRequest('refusedFor', undefined);
  app.decorateRequest('hiddenRefusal', undefined);
  app.addHook('onSend', async (request, reply, payload) => {
    const declared = request.routeOptions.config?.audit;
    if (!declared || !('action' in declared)) return payload;
    const kept = await trail.write(entryOf(request, reply, declared.action, clock.now()));
    return kept ? payload : notShown(reply, payload);
  });
}

/** Instead of an answer of which no entry can be kept, because the store is being moved. */
function notShown(reply: FastifyReply, payload: unknown): string {
  if (payload instanceof Readable) payload.destroy();
  for (const header of ['content-length', 'content-disposition', 'content-encoding'])
    reply.removeHeader(header);
  void reply.code(503).type('application/json; charset=utf-8');
  return JSON.stringify(refusalBody('moving', movingMessage));
}

function entryOf(request: FastifyRequest, reply: FastifyReply, action: string, at: string): AuditEntry {
  const { statusCode: status } = reply;
  const { thing, person } = request;
  return {
    ...{ at, action, status, request: request.id },
    // a browser that is sent on to a page of ours that says no was refused, too
    outcome: status >= 500 ? 'failed' : status >= 400 || request.refusedFor ? 'refused' : 'ok',
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    ...(person ? { actor: person.id } : {}),
    ...(thing?.id === undefined ? {} : { thing: { kind: thing.kind, id: thing.id } }),
    ...(thing?.case === undefined ? {} : { case: thing.case }),
    ...grantOf(request),
    ...reasonOf(request),
  };
}

/** What was done while a grant for the family stood is marked with it, whether or not it was needed. */
function grantOf({ thing, person }: FastifyRequest): { grant?: string } {
  const grant = person?.grants?.find((one) => one.case === thing?.case);
  return grant ? { grant: grant.kind } : {};
}

function reasonOf(request: FastifyRequest): { reason?: string } {
  if (request.hiddenRefusal) return { reason: 'hidden' };
  return request.refusedFor === undefined ? {} : { reason: request.refusedFor };
}
