import type { FastifyRequest } from 'fastify';
import { familyThing } from '../access/index.ts';
import type { Host } from '../host.ts';

/** The record that a route names, as access looks at it. */
export function recordThing({ store }: Host) {
  return async (request: FastifyRequest) => {
    const record = await store.record((request.params as { id: string }).id);
    const family = record && (await store.family(record.case));
    return record && family ? { ...familyThing(family), kind: 'record' as const, id: record.id } : undefined;
  };
}
