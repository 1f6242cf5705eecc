import type { FastifyRequest } from 'fastify';
import type { FamilyRow, Store } from '../store/port.ts';
import { familyThing, type Thing } from './thing.ts';

interface Rows {
  store: Store;
}

/** A family as access looks at it, or something of it (`over`); undefined when there is no such family. */
export async function thingOfCase(
  { store }: Rows,
  caseId: string,
  over: Partial<Thing> = {},
): Promise<Thing | undefined> {
  const family: FamilyRow | undefined = await store.family(caseId);
  return family && { ...familyThing(family), ...over };
}

const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id;

/** The family that the address of a request names. */
export function familyNamed(rows: Rows) {
  return (request: FastifyRequest): Promise<Thing | undefined> => thingOfCase(rows, idIn(request));
}

/** The record that the address of a request names. */
export function recordNamed(rows: Rows) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const record = await rows.store.record(idIn(request));
    return record && thingOfCase(rows, record.case, { kind: 'record', id: record.id });
  };
}
