import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RefusedRequest } from '../errors.ts';

const schema = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A no as a directory understands it (RFC 7644, 3.12). */
export class ScimRefusal extends Error {
  readonly status: number;
  readonly type: string | undefined;
  constructor(status: number, detail: string, type?: string) {
    super(detail);
    this.name = 'ScimRefusal';
    this.status = status;
    this.type = type;
  }
}

/** Ends a request of a directory with a no. */
export function refuseScim(status: number, detail: string, type?: string): never {
  throw new ScimRefusal(status, detail, type);
}

/** Whatever can be said in the directory's own words; the rest is a defect, which the server answers as anywhere. */
export function answerScimFault(
  fault: FastifyError | RefusedRequest | ScimRefusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (fault instanceof ScimRefusal) return send(request, reply, fault.status, fault.message, fault.type);
  if (fault instanceof RefusedRequest) {
    const { reason, message } = fault.body.refusal;
    return send(request, reply, fault.status, message, undefined, reason);
  }
  if (fault.validation) {
    return send(request, reply, 400, 'This is not as the schema says it should be.', 'invalidSyntax');
  }
  const status = fault.statusCode ?? 500;
  if (status >= 500) throw fault;
  return send(request, reply, status, 'The server could not read this, or was asked too often.');
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
  scimType?: string,
  reason = scimType ?? String(status),
): FastifyReply {
  request.refusedFor = reason;
  const body = { schemas: [schema], status: String(status), detail, ...(scimType ? { scimType } : {}) };
  return reply.code(status).type('application/scim+json').send(body);
}
