import type { FastifyRequest } from 'fastify';

/** A request about one family, by the id in its address. */
export type OfFamily<Body = unknown, Query = unknown> = FastifyRequest<{
  Params: { id: string };
  Body: Body;
  Querystring: Query;
}>;
