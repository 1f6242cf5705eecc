import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { csrfFits, newToken, personOf, type Person } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Services } from '../services.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** sent by the server of the authority's provider and signed by it: no browser and no cookie is in it */
    fromProvider?: boolean;
  }
  interface FastifyRequest {
    /** token of the browser's cookie, whether or not a session belongs to it */
    token: string | undefined;
    person: Person | undefined;
  }
  interface FastifyReply {
    /** gives the browser a token; a new one when none is given */
    startSession(token?: string): string;
    endSession(): void;
  }
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Who is asking, and whether the change that is asked for comes from a page of ours. */
export async function sessions(
  app: FastifyInstance,
  options: { services: Services; secure: boolean },
): Promise<void> {
  const { services, secure } = options;
  // browsers take a __Host- cookie over TLS only, and plain http is used on this machine alone
  const name = secure ? '__Host-throughline' : 'throughline';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  await app.register(cookie);
  app.decorateRequest('token', undefined);
  app.decorateRequest('person', undefined);
  app.decorateReply('startSession', function (token = newToken()) {
    this.setCookie(name, token, attributes);
    this.request.token = token;
    return token;
  });
  app.decorateReply('endSession', function () {
    this.clearCookie(name, attributes);
    this.request.token = undefined;
  });
  app.addHook('onRequest', async (request) => {
    if (!isOfInterface(request)) return;
    request.token = request.cookies[name];
    if (request.token) {
      request.person = await personOf(services, request.token, isAskedByPage(request) ? 'look' : 'use');
    }
    if (changing.has(request.method) && !request.routeOptions.config.fromProvider) refuseForged(request);
  });
}

/** By the route it reaches, whichever way its address is spelt: the router decodes what is escaped. */
export function isOfInterface(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}

/** News that a page gets with nobody before it: reading only, for a change is somebody's. */
function isAskedByPage(request: FastifyRequest): boolean {
  if (request.routeOptions.config.live) return true;
  return request.method === 'GET' && request.headers['x-live'] === '1';
}

function refuseForged(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const fits = request.token !== undefined && csrfFits(request.token, request.headers['x-csrf-token']);
  if (fits && (site === undefined || site === 'same-origin')) return;
  refuse(
    403,
    'not-from-a-page',
    'This change did not come from a page of this service. Load the page again.',
  );
}
