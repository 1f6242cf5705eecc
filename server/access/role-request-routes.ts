import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse, refuseAbsent } from '../errors.ts';
import { done, flag, listOf, named, object, params, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { accountNames } from './account-names.ts';
import { confirmRoles, refuseRoles, roleRequests, type Answered } from './role-requests.ts';
import { roleName } from './rights.ts';
import { nothing, type Thing } from './thing.ts';

type ById = FastifyRequest<{ Params: { id: string } }>;

const looksAfter = { action: 'manage-accounts', thing: () => nothing } as const;
const ofAccount = {
  action: 'manage-accounts',
  thing: (request: FastifyRequest): Thing => ({ kind: 'account', id: (request as ById).params.id }),
} as const;

/** Roles that wait for a second person: what waits, and that person's yes or no. */
export function roleRequestRoutes(app: FastifyInstance, services: Services): void {
  const row = object({ account: named, roles: listOf(text), by: text, at: text, mine: flag }, [
    ...(['account', 'roles', 'by', 'at', 'mine'] as const),
  ]);
  app.get('/api/role-requests', {
    schema: {
      ...{ summary: 'Roles that wait for a second person', tags: ['accounts'] },
      response: { 200: listOf(row) },
    },
    config: { may: looksAfter, audit: { action: 'list-accounts' } },
    handler: (request) => sayRequests(services, signedIn(request).id),
  });

  app.post('/api/accounts/:id/roles/confirm', {
    schema: {
      ...{ summary: 'Confirm roles that a colleague gave', tags: ['accounts'] },
      ...{ params: params('id'), response: { 200: done } },
    },
    config: { may: ofAccount, audit: { action: 'confirm-roles' }, stepUp: true },
    handler: async (request: ById) =>
      answered(await confirmRoles(services, request.params.id, signedIn(request).id)),
  });

  app.post('/api/accounts/:id/roles/refuse', {
    schema: {
      ...{ summary: 'Refuse roles that a colleague gave, or take back one’s own', tags: ['accounts'] },
      ...{ params: params('id'), response: { 200: done } },
    },
    config: { may: ofAccount, audit: { action: 'refuse-roles' }, stepUp: true },
    handler: async (request: ById) =>
      answered(await refuseRoles(services, request.params.id, signedIn(request).id)),
  });
}

function answered(answer: Answered): { ok: true } {
  if (answer.ok) return { ok: true };
  if (answer.reason === 'absent') return refuseAbsent();
  if (answer.reason === 'meanwhile') {
    return refuse(409, 'changed', 'This was changed at the same moment. Load the page again.');
  }
  return refuse(
    422,
    'second-person',
    'Somebody else confirms this: neither who gave the roles nor who gets them.',
  );
}

/** `mine`: whoever reads gave them, or gets them, and cannot confirm them. */
async function sayRequests(services: Services, reader: string) {
  const found = await roleRequests(services);
  const names = await accountNames(
    services.store,
    found.flatMap((one) => [one.account, one.by]),
  );
  const called = (id: string): string => names.get(id) ?? 'Somebody who left';
  return found.map(({ account, roles, by, at }) => ({
    ...{ account: { id: account, name: called(account) }, roles: roles.map(roleName) },
    ...{ by: called(by), at, mine: by === reader || account === reader },
  }));
}
