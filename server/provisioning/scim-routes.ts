import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { onlyWith } from './bearer.ts';
import { providerConfig, resourceTypes, schemas } from './scim-about.ts';
import { answerScimFault } from './scim-error.ts';
import { groupRoutes } from './scim-group-routes.ts';
import { forDirectory, often } from './scim-policy.ts';
import { userRoutes } from './scim-user-routes.ts';

/** SCIM 2.0 (RFC 7643, 7644): the authority's directory keeps accounts and groups in step with itself. */
export async function scimRoutes(
  app: FastifyInstance,
  services: Services,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) return;
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/scim+json',
      { parseAs: 'string' },
      scope.getDefaultJsonParser('error', 'error'),
    );
    scope.setErrorHandler(answerScimFault);
    // after the count of requests, before a body is read
    scope.addHook('preParsing', onlyWith(token));
    scope.addHook('onSend', async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      if (reply.statusCode !== 204) void reply.type('application/scim+json');
    });
    aboutRoutes(scope);
    userRoutes(scope, services);
    groupRoutes(scope, services);
  });
}

function aboutRoutes(scope: FastifyInstance): void {
  const listed = (found: object[]) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    ...{ totalResults: found.length, startIndex: 1, itemsPerPage: found.length, Resources: found },
  });
  for (const [path, answer] of [
    ['ServiceProviderConfig', providerConfig],
    ['ResourceTypes', listed(resourceTypes)],
    ['Schemas', listed(schemas)],
  ] as const) {
    scope.get(`/scim/v2/${path}`, {
      schema: { summary: `SCIM: ${path}`, tags: ['scim'] },
      config: { may: forDirectory, audit: { none: 'Describes the interface.' }, ...often },
      handler: () => answer,
    });
  }
}
