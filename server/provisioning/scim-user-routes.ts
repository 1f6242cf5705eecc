import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allAccounts, sameName, type Account, type Thing } from '../access/index.ts';
import type { Services } from '../services.ts';
import { allGroups, applyGroups } from './groups.ts';
import { baseOf, listOf, readFilter, type PageQuery } from './scim-filter.ts';
import { patchUser, type Operation } from './scim-patch.ts';
import { forDirectory, often } from './scim-policy.ts';
import * as shapes from './scim-shapes.ts';
import { readUser, userOf } from './scim-user.ts';
import { changeUser, createUser, userDocument } from './scim-users.ts';

type Of<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;
type Listed = FastifyRequest<{ Querystring: PageQuery & { filter?: string } }>;

const found = ['userName', 'externalId', 'id'] as const;

const shared = { tags: ['scim'], params: shapes.params };
const about = (id: string): Thing => ({ kind: 'account', id });
const one = { ...forDirectory, thing: (request: FastifyRequest) => about((request as Of).params.id) };

/** How accounts are told to whoever asked. */
async function teller(
  { store, clock }: Services,
  request: FastifyRequest,
): Promise<(account: Account) => object> {
  const groups = (await allGroups(store)).map((group) => group.body);
  return (account) =>
    userOf(account, {
      ...{ now: clock.now(), base: baseOf(request) },
      groups: groups.filter((group) => group.members.includes(account.id)),
    });
}

async function tell(services: Services, request: FastifyRequest, id: string): Promise<object> {
  return (await teller(services, request))((await userDocument(services, id)).body);
}

/** People of the directory: each is an account here. */
export function userRoutes(scope: FastifyInstance, services: Services): void {
  const { store } = services;

  scope.get('/scim/v2/Users', {
    schema: { summary: 'SCIM: find users', tags: ['scim'], querystring: shapes.query },
    config: { may: forDirectory, audit: { action: 'list-accounts' }, ...often },
    handler: async (request: Listed) => {
      const sought = readFilter(request.query.filter, found);
      const accounts = await allAccounts(store);
      const fits = accounts.filter((account) => {
        if (!sought) return true;
        const { attribute, value } = sought;
        if (attribute === 'userName') return sameName(account.name) === sameName(value);
        return account[attribute as 'externalId' | 'id'] === value;
      });
      return listOf(fits, request.query, await teller(services, request));
    },
  });

  scope.post('/scim/v2/Users', {
    schema: { summary: 'SCIM: make a user', tags: ['scim'], body: shapes.resource },
    config: { may: forDirectory, audit: { action: 'create-account' }, ...often },
    handler: async (request: FastifyRequest<{ Body: Record<string, unknown> }>, reply) => {
      const account = await createUser(services, readUser(request.body));
      request.thing = about(account.id);
      return reply.code(201).send(await tell(services, request, account.id));
    },
  });

  scope.get('/scim/v2/Users/:id', {
    schema: { summary: 'SCIM: a user', ...shared },
    config: { may: one, audit: { action: 'list-accounts' }, ...often },
    handler: (request: Of) => tell(services, request, request.params.id),
  });

  changingRoutes(scope, services);
}

function changingRoutes(scope: FastifyInstance, services: Services): void {
  scope.put('/scim/v2/Users/:id', {
    schema: { summary: 'SCIM: change a user whole', ...shared, body: shapes.resource },
    config: { may: one, audit: { action: 'change-account' }, ...often },
    handler: async (request: Of<Record<string, unknown>>) => {
      await changeUser(services, request.params.id, readUser(request.body), true);
      await applyGroups(services, [request.params.id]);
      return tell(services, request, request.params.id);
    },
  });

  scope.patch('/scim/v2/Users/:id', {
    schema: { summary: 'SCIM: change a user in part', ...shared, body: shapes.operations },
    config: { may: one, audit: { action: 'change-account' }, ...often },
    handler: async (request: Of<{ Operations: Operation[] }>) => {
      const { body: before } = await userDocument(services, request.params.id);
      await changeUser(services, request.params.id, patchUser(request.body.Operations, before), false);
      await applyGroups(services, [request.params.id]);
      return tell(services, request, request.params.id);
    },
  });

  scope.delete('/scim/v2/Users/:id', {
    schema: { summary: 'SCIM: disable a user; what they wrote stays', ...shared },
    config: { may: one, audit: { action: 'change-account' }, ...often },
    handler: async (request: Of, reply) => {
      await changeUser(services, request.params.id, { active: false }, false);
      return reply.code(204).send();
    },
  });
}
