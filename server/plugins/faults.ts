import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Finding } from '#engine';
import { notAnswered, notFoundMessage, refusalBody, RefusedRequest, type RefusalBody } from '../errors.ts';
import { Damaged, NotAnswered } from '../store/index.ts';
import { takeRest } from './take-rest.ts';

/** Turns everything that can go wrong into a refusal the page can show. No stack and no text of ours leaves. */
export function faultAnswers(app: FastifyInstance): void {
  app.setErrorHandler(
    async (fault: FastifyError | RefusedRequest | Damaged | NotAnswered, request, reply) => {
      if (fault instanceof RefusedRequest) return send(request, reply, fault.status, fault.body);
      if (fault instanceof Damaged) {
        request.log.error({ kind: fault.kind, id: fault.id }, 'damaged');
        const body = refusalBody('damaged', `${fault.message} Tell whoever looks after the system.`);
        return send(request, reply, 503, body);
      }
      if (fault instanceof NotAnswered) {
        request.log.error({ reason: fault.reason }, 'store not answering');
        return send(request, reply, 503, notAnswered());
      }
      if (fault.validation) return send(request, reply, 400, invalid(fault));
      const status = fault.statusCode ?? 500;
      if (status === 429) {
        const body = refusalBody(
          'too-many-tries',
          'Too many tries from here. Wait a minute, then try again.',
        );
        return send(request, reply, 429, body);
      }
      if (status === 413) {
        await takeRest(request.raw);
        const body = refusalBody('too-large', 'This is more than the server takes at once. Send less.');
        return send(request, reply, 413, body);
      }
      if (status < 500) {
        const body = refusalBody(
          'bad-request',
          `The server could not read this: ${STATUS_CODES[status] ?? 'bad request'}.`,
        );
        return send(request, reply, status, body);
      }
      request.log.error({ fault: framesOf(fault) }, 'defect');
      const body = refusalBody(
        'defect',
        'Something went wrong on our side. Nothing of this was saved; what you wrote is still on this page. Try again, and tell whoever looks after the system if it happens twice.',
      );
      return send(request, reply, 500, body);
    },
  );
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, body: RefusalBody): FastifyReply {
  request.refusedFor = body.refusal.reason;
  return reply.code(status).type('application/json').send(body);
}

/** What was sent is not what the address takes: which part, never what stood there. */
function invalid(fault: FastifyError): RefusalBody {
  const findings: Finding[] = (fault.validation ?? []).map((one) => {
    const path = one.instancePath.slice(1).replaceAll('/', ' → ');
    const extra =
      one.keyword === 'additionalProperties' ? ` (${String(one.params['additionalProperty'])})` : '';
    const where = path === '' ? (fault.validationContext ?? 'request') : path;
    return {
      check: 'request',
      level: 'error',
      message: `${where}: ${one.message ?? 'is not valid'}${extra}.`,
    };
  });
  return refusalBody('not-valid', 'The server could not take this as it was sent.', findings);
}

/** Name, code and places of a defect: its message may hold what somebody typed, so it stays out of the log. */
function framesOf(fault: Error & { code?: string }): object {
  const frames = (fault.stack ?? '').split('\n').filter((one) => one.trim().startsWith('at '));
  return { name: fault.name, code: fault.code, frames: frames.slice(0, 12).map((one) => one.trim()) };
}

/** Addresses without a route. Pages of the browser are answered by `staticFiles` before this. */
export function unknownAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(request, reply, 404, refusalBody('not-found', notFoundMessage));
}
