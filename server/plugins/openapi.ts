import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { nothing } from '../access/index.ts';
import { declareRoutes } from './declare-routes.ts';

/** The description of the interface, made from the schemas of the routes: /api/docs, and as JSON /api/docs/json. */
export async function openapi(app: FastifyInstance, options: { version: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline',
        version: options.version,
        description:
          'The child protection pathway. Changes carry the header x-csrf-token, whose value GET /api/session gives.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-throughline' } },
      },
      security: [{ session: [] }],
    },
  });
  await app.register(async (docs) => {
    declareRoutes(docs, {
      may: { action: 'use-signed-out', thing: () => nothing },
      audit: { none: 'Describes the interface: nothing of any family.' },
    });
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP:
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    });
  });
}
