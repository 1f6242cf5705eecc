import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** Where lines go to; standard output when absent. */
export interface LogTo {
  write(line: string): void;
}

/** The log says which route was asked for and how it went: no address, no query, no body, no name. */
export function logOptions(level: string, to?: LogTo): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    ...(to ? { stream: to } : {}),
    serializers: {
      req: (request) => ({ id: request.id, method: request.method, route: request.routeOptions?.url }),
      res: (reply) => ({ status: reply.statusCode }),
      err: (fault) => ({ type: fault.name, message: 'kept out of the log', stack: '', code: fault.code }),
    },
  };
}

/** letters, numbers and dashes: nothing that could break a line or mean something to whoever reads the log */
const wellFormed = /^[A-Za-z0-9-]{8,64}$/;

/** A request is known by the id a believed proxy gave it, so that its log and ours can be read together; else by one of ours. */
export function requestIds(trusts: (address: string) => boolean): (request: RawRequest) => string {
  return ({ headers, socket }) => {
    const given = headers['x-request-id'];
    const taken = typeof given === 'string' && wellFormed.test(given) && trusts(socket.remoteAddress ?? '');
    return taken ? given : randomUUID();
  };
}

type RawRequest = Pick<IncomingMessage, 'headers' | 'socket'>;

/** One line for each request, when it has been answered; the answer tells the request's id. */
export function requestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered');
  });
}
