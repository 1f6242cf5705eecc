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

export function requestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered');
  });
}
