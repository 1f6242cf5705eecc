import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glassActions, may, type Person, type Thing } from '../../../server/access/index.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { breaksGlass, matrix, withoutThing, type Reach } from './reach.ts';
import { addressOf, bodyFor, furnish, paramsOf, personIn, relations, roles } from './relations.ts';
import type { Files, Relation } from './relations.ts';

const reaches: Reach[] = ['own', 'team', 'service', 'all'];

/** As far as one must reach to come to a family of each relation; what is closed is reached by nobody. */
const asFarAs: Partial<Record<Relation, Reach>> = {
  ...{ own: 'own', team: 'team', service: 'service', all: 'all' },
  ...{ covered: 'own', 'break-glass': 'all', invited: 'all', expired: 'all' },
};

const nameOf = (route: RouteOptions): string => `${String(route.method)} ${route.url}`;

/** What a route should say to somebody with one role, from the matrix alone. */
function expected(route: RouteOptions, relation: Relation, role: string): boolean {
  const row = matrix[nameOf(route)] ?? {};
  if (row === 'everyone' || row === 'signed-in') return true;
  const reach = row[role];
  if (withoutThing.test(route.url)) return reach !== undefined;
  const action = route.config?.may?.action ?? 'be-signed-in';
  if (relation === 'break-glass' && glassActions.includes(action) && breaksGlass.includes(role)) return true;
  // what is shared with somebody is read by its own right, and only while the invitation lasts
  if (relation === 'invited' && reach !== undefined && ['read-shared', 'contribute'].includes(action)) {
    return true;
  }
  const far = asFarAs[relation];
  if (reach === undefined || far === undefined) return false;
  return reaches.indexOf(reach) >= reaches.indexOf(far);
}

/**
 * The policy is asked as in production; what comes after it is left out, so that only its answer is seen. Only the
 * session answers in full: it gives the token that changes need.
 */
function stopAfterPolicy(app: FastifyInstance): void {
  app.setValidatorCompiler(() => () => true);
  app.addHook('preHandler', async (request, reply) =>
    request.routeOptions.url === '/api/session' ? undefined : reply.code(299).send(),
  );
}

describe('the routes', () => {
  let server: TestServer;
  let routes: RouteOptions[];
  let files: Files;
  beforeAll(async () => {
    server = await testServer({ demonstration: true, prepare: stopAfterPolicy });
    routes = server.app.routeTable.filter(
      ({ url }) => url.startsWith('/api/') && !url.startsWith('/api/docs'),
    );
    files = await furnish(server);
  });
  afterAll(() => server.close());

  /** What a route is about does not hang on who asks: it is looked up once. */
  const things = new Map<string, Thing | undefined>();

  /** What the route's policy says of a family, as the request would be asked about it. */
  const lets = async (
    person: Person,
    route: RouteOptions,
    address: string,
    relation: Relation,
  ): Promise<boolean> => {
    const policy = route.config?.may;
    const params = paramsOf(route.url, address);
    const key = `${nameOf(route)} ${address} ${relation}`;
    if (!things.has(key))
      things.set(
        key,
        await policy?.thing({
          params,
          query: {},
          person,
          body: bodyFor(relation),
        } as unknown as FastifyRequest),
      );
    const thing = things.get(key);
    return policy !== undefined && thing !== undefined && may(person, policy.action, thing).ok;
  };

  /** The same over HTTP; what is missing besides the right (a fresh proof of who it is) counts as let in. */
  const passes = async (browser: Browser, route: RouteOptions, url: string): Promise<boolean> => {
    const method = route.method as 'GET' | 'POST' | 'PUT';
    const { status, body } = await browser.send<{ refusal?: { reason: string } } | null>({
      ...{ method, url, ...(method === 'GET' ? {} : { payload: {} }) },
    });
    if (![200, 299, 401, 403, 404].includes(status))
      throw new Error(`${nameOf(route)} answered ${String(status)}`);
    return status < 300 || body?.refusal?.reason === 'step-up';
  };

  it('let nobody in who has not signed in, but where everyone may', async () => {
    const open: string[] = [];
    const nobody = await server.browser();
    for (const route of routes) {
      const url = addressOf(route.url, 'team', 'social-worker', files);
      if (await passes(nobody, route, url)) open.push(nameOf(route));
    }
    expect(open.sort()).toEqual(
      routes
        .map(nameOf)
        .filter((route) => matrix[route] === 'everyone')
        .sort(),
    );
  });

  it.each(roles)('let a %s do what the matrix says, for every relation to a family', async (role) => {
    const person = await personIn(server, role);
    const wrong: string[] = [];
    for (const route of routes) {
      const about = route.url.includes(':') && !withoutThing.test(route.url) ? relations : (['all'] as const);
      for (const relation of about) {
        const said = await lets(person, route, addressOf(route.url, relation, role, files), relation);
        if (said !== expected(route, relation, role))
          wrong.push(`${nameOf(route)} ${relation}: ${said ? 'let in' : 'refused'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['social-worker', 'administrator', 'partner-agency'])(
    'say the same over HTTP to a %s',
    async (role) => {
      const browser = await server.signedIn(role, 'north', `who-${role}`);
      const wrong: string[] = [];
      for (const route of routes) {
        const said = await passes(browser, route, addressOf(route.url, 'all', role, files));
        if (said !== expected(route, 'all', role)) wrong.push(nameOf(route));
      }
      expect(wrong).toEqual([]);
    },
  );
});
