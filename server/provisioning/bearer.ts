import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../access/index.ts';
import { refuseScim } from './scim-error.ts';

/** Whoever brings the directory's token: no role, no team, no right; the audit knows it by this id. */
export const directory: Person = {
  ...{ id: 'scim', name: 'Directory', roles: [], serviceTeams: [] },
  ...{ grants: [], covers: [], conflicts: [], pseudonymised: false },
};

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/** Lets in whoever brings the token, and nobody else; hashes are compared, in the same time whatever was sent. */
export function onlyWith(token: string): (request: FastifyRequest) => Promise<void> {
  const right = digest(token);
  return async (request) => {
    const [scheme, sent = ''] = (request.headers.authorization ?? '').split(' ', 2);
    const fits = timingSafeEqual(digest(sent), right);
    if (scheme?.toLowerCase() !== 'bearer' || !fits) {
      refuseScim(401, 'The token is missing or not the one that was set here.');
    }
    request.person = directory;
  };
}
