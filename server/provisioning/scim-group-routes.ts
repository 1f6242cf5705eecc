import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { allGroups, changeGroup, createGroup, groupDocument, removeGroup } from './groups.ts';
import { baseOf, listOf, readFilter, type PageQuery } from './scim-filter.ts';
import { groupOf, patchGroup, readGroup, refuseStrangers } from './scim-groups.ts';
import type { Operation } from './scim-patch.ts';
import { forDirectory, often } from './scim-policy.ts';
import * as shapes from './scim-shapes.ts';

type Of<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;
type Query = PageQuery & { filter?: string; excludedAttributes?: string };
type Listed = FastifyRequest<{ Querystring: Query }>;

const shared = { tags: ['scim'], params: shapes.params };
const found = ['displayName', 'externalId', 'id'] as const;

/** Groups of the directory: the authority's rules say which of them stand for a role or a team. */
export function groupRoutes(scope: FastifyInstance, services: Services): void {
  const reads = { may: forDirectory, audit: { action: 'list-groups' }, ...often };
  const withMembers = (query: Query): boolean => !/\bmembers\b/i.test(query.excludedAttributes ?? '');

  scope.get('/scim/v2/Groups', {
    schema: { summary: 'SCIM: find groups', tags: ['scim'], querystring: shapes.query },
    config: reads,
    handler: async (request: Listed) => {
      const sought = readFilter(request.query.filter, found);
      const groups = (await allGroups(services.store)).map((one) => one.body);
      const fits = groups.filter((group) => {
        if (!sought) return true;
        const value = group[sought.attribute as (typeof found)[number]] ?? '';
        return sought.attribute === 'displayName'
          ? value.toLowerCase() === sought.value.toLowerCase()
          : value === sought.value;
      });
      const about = { base: baseOf(request), members: withMembers(request.query) };
      return listOf(fits, request.query, (group) => groupOf(group, about));
    },
  });

  scope.get('/scim/v2/Groups/:id', {
    schema: { summary: 'SCIM: a group', ...shared, querystring: shapes.query },
    config: reads,
    handler: async (request: FastifyRequest<{ Params: { id: string }; Querystring: Query }>) => {
      const { body } = await groupDocument(services, request.params.id);
      return groupOf(body, { base: baseOf(request), members: withMembers(request.query) });
    },
  });

  changingRoutes(scope, services);
}

function changingRoutes(scope: FastifyInstance, services: Services): void {
  const changes = { may: forDirectory, audit: { action: 'change-group' }, ...often };

  scope.post('/scim/v2/Groups', {
    schema: { summary: 'SCIM: make a group', tags: ['scim'], body: shapes.resource },
    config: changes,
    handler: async (request: FastifyRequest<{ Body: Record<string, unknown> }>, reply) => {
      const said = readGroup(request.body);
      await refuseStrangers(services, said.members);
      const group = await createGroup(services, said);
      return reply.code(201).send(groupOf(group, { base: baseOf(request), members: true }));
    },
  });

  scope.put('/scim/v2/Groups/:id', {
    schema: { summary: 'SCIM: change a group whole', ...shared, body: shapes.resource },
    config: changes,
    handler: async (request: Of<Record<string, unknown>>) => {
      const said = readGroup(request.body);
      await refuseStrangers(services, said.members);
      const group = await changeGroup(services, request.params.id, ({ id }) => ({ ...said, id }));
      return groupOf(group, { base: baseOf(request), members: true });
    },
  });

  scope.patch('/scim/v2/Groups/:id', {
    schema: { summary: 'SCIM: change a group in part', ...shared, body: shapes.operations },
    config: changes,
    handler: async (request: Of<{ Operations: Operation[] }>) => {
      const change = patchGroup(request.body.Operations);
      const { body: before } = await groupDocument(services, request.params.id);
      const joining = change(before).members.filter((id) => !before.members.includes(id));
      await refuseStrangers(services, joining);
      const group = await changeGroup(services, request.params.id, change);
      return groupOf(group, { base: baseOf(request), members: true });
    },
  });

  scope.delete('/scim/v2/Groups/:id', {
    schema: { summary: 'SCIM: remove a group', ...shared },
    config: changes,
    handler: async (request: Of, reply) => {
      await removeGroup(services, request.params.id);
      return reply.code(204).send();
    },
  });
}
