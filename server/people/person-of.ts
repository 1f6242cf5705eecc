import type { FastifyRequest } from 'fastify';
import type { Thing } from '../access/index.ts';
import type { Services } from '../services.ts';
import { personThingFor } from './find-people.ts';
import type { PeopleOfCases } from './of-cases.ts';

/** The person that a route names, as access looks at them for whoever asks. */
export function personOf({ store }: Services, cases: PeopleOfCases | undefined) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const person = (request.params as { id: string }).id;
    if (!(await store.person(person))) return undefined;
    return personThingFor(store, request.person, person, cases?.knownThrough);
  };
}
