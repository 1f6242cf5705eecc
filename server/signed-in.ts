import type { FastifyRequest } from 'fastify';

/** Somebody is signed in on every route that asks for a right; anything else is a defect of the policy. */
export function signedIn(request: FastifyRequest): NonNullable<FastifyRequest['person']> {
  if (!request.person) throw new Error('a route for people signed in ran without one');
  return request.person;
}
