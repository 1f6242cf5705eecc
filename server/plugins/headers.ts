import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isOfInterface } from './session.ts';

/**
 * Scripts and styles come from this server only. Style attributes are allowed, because the drawing's library
 * writes them; style elements and inline scripts are not.
 */
export async function securityHeaders(app: FastifyInstance, options: { secure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: options.secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async (request, reply) => {
    // whoever sits here next finds nothing of the one before
    if (request.routeOptions.url === '/api/sign-out') reply.header('clear-site-data', '"storage"');
    // what the interface answers is about families: no browser and no proxy keeps it
    if (isOfInterface(request)) reply.header('cache-control', 'no-store');
  });
}
