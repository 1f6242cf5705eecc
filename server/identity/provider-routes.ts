import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothing, sessionId } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Services } from '../services.ts';
import { beginAttempt, takeAttempt, type Attempt } from './attempt.ts';
import { comeBack } from './come-back.ts';
import { logOut } from './log-out.ts';
import type { Provider } from './provider.ts';
import { identityRules } from './rules.ts';

const open = { action: 'use-signed-out', thing: () => nothing } as const;
const slowly = { rateLimit: { max: 60, timeWindow: '1 minute' } };
const moved = { type: 'null', description: 'Sent on to another address' } as const;
const word = { type: 'string', maxLength: 4000 } as const;

interface Options {
  services: Services;
  provider: Provider;
  secure: boolean;
}

/** Sign-in through the authority's own provider, and its word that somebody has signed out there. */
export function providerRoutes(app: FastifyInstance, options: Options): void {
  const cookie = attemptCookie(options.secure);

  app.get('/api/sign-in/provider', {
    schema: {
      ...{ summary: 'Go to the authority’s own sign-in', tags: ['session'], response: { 302: moved } },
      querystring: { type: 'object', properties: { then: word }, additionalProperties: false },
    },
    config: { may: open, audit: { none: 'Nobody is signed in yet: the return says who.' }, ...slowly },
    handler: async (request: FastifyRequest<{ Querystring: { then?: string } }>, reply) => {
      const session = request.token === undefined ? {} : { session: sessionId(request.token) };
      return leave(options, reply, { then: pathOf(request.query.then), ...session });
    },
  });

  app.get('/api/session/confirmation/provider', {
    schema: {
      summary: 'Show once more who you are, at the authority’s own sign-in',
      ...{ tags: ['session'], response: { 302: moved } },
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { none: 'The return says how it went.' },
      ...slowly,
    },
    handler: async (request, reply) => {
      const { token, person } = request;
      if (token === undefined || !person) return refuse(401, 'signed-out', 'Sign in to go on.');
      return leave(options, reply, {
        ...{ then: '/confirmed', session: sessionId(token), confirms: person.id },
      });
    },
  });

  app.get('/api/sign-in/return', {
    schema: {
      ...{ summary: 'Back from the authority’s own sign-in', tags: ['session'], response: { 302: moved } },
      querystring: { type: 'object', additionalProperties: word },
    },
    config: { may: open, audit: { action: 'sign-in' }, ...slowly },
    handler: async (request, reply) => {
      const attempt = await takeAttempt(options.services, request.cookies[cookie.name]);
      void reply.clearCookie(cookie.name, cookie.attributes);
      return comeBack({ ...options, request, reply, attempt });
    },
  });
  logoutRoute(app, options);
}

/** The cookie is lax, for the browser comes back from another site; the session's own stays strict. */
function attemptCookie(secure: boolean) {
  const name = secure ? '__Host-throughline-attempt' : 'throughline-attempt';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 } as const;
  return { name, attributes };
}

async function leave(
  { services, provider, secure }: Options,
  reply: FastifyReply,
  keep: Pick<Attempt, 'then' | 'session' | 'confirms'>,
): Promise<FastifyReply> {
  const { body: rules } = await identityRules(services.store);
  const away = await provider.begin(rules, keep.confirms !== undefined).catch(() => undefined);
  if (!away) {
    reply.request.refusedFor = 'provider-away';
    return reply.redirect(
      keep.confirms === undefined ? '/sign-in?refused=provider-away' : '/confirmed?refused=provider-away',
      302,
    );
  }
  const token = await beginAttempt(services, { ...keep, ...away.keep });
  if (token === undefined)
    return refuse(503, 'unavailable', 'Nobody can sign in at the moment. Try again shortly.');
  const { name, attributes } = attemptCookie(secure);
  return reply.setCookie(name, token, attributes).redirect(away.url, 302);
}

/** An address of ours to go on at; anything else is the beginning. */
function pathOf(then: string | undefined): string {
  return then !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(then) ? then : '/';
}

function logoutRoute(app: FastifyInstance, { services, provider }: Options): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.post('/api/sign-in/back-channel-logout', {
      schema: {
        ...{ summary: 'The provider says that somebody has signed out', tags: ['session'] },
        ...{ response: { 200: { type: 'null' } } },
        body: {
          type: 'object',
          properties: { logout_token: { type: 'string', maxLength: 16_000 } },
          required: ['logout_token'],
        },
      },
      config: { may: open, audit: { action: 'sign-out-by-provider' }, fromProvider: true, ...slowly },
      handler: async (request: FastifyRequest<{ Body: { logout_token: string } }>, reply) => {
        const done = await logOut(services, provider, request.body.logout_token);
        if (!done) refuse(400, 'logout-token', 'This logout token does not hold, or was sent before.');
        return reply.send();
      },
    });
  });
}
