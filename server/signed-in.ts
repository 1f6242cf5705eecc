import type { FastifyRequest } from 'fastify';
import type { Person } from './access/index.ts';

/** Somebody is signed in on every route that asks for a right; anything else is a defect of the policy. */
export function signedIn(request: FastifyRequest): Person {
  if (!request.person) throw new Error('a route for people signed in ran without one');
  return request.person;
}
