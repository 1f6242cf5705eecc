import type { FastifyRequest } from 'fastify';
import { familyThing } from '../access/index.ts';
import type { Thing } from '../access/index.ts';
import type { Host } from '../host.ts';

/** A request about one family, by the id in its address. */
export type OfFamily<Body = unknown, Query = unknown> = FastifyRequest<{
  Params: { id: string };
  Body: Body;
  Querystring: Query;
}>;

/** The family of an address as access looks at it; undefined when there is none. */
export function familyOf(host: Host) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const family = await host.store.family((request.params as { id: string }).id);
    return family && familyThing(family);
  };
}
