import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';

/** Values that handlers do not expect: wrong types, odd texts, what looks like an operator or a path. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0, 1.5, 1e308, '', ' ', '0', '..', '../../etc/passwd', "'; DROP TABLE cases; --"],
    ...['%', '*', '__proto__', 'constructor', '\u0000', '𝕏', '2026-02-30', '9999-99-99', 'x'.repeat(5000)],
    ...[[], {}, { $gt: '' }, { toString: 'x' }, [[[]]], ['x', 1, null]],
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  pattern?: string;
  format?: string;
}

/** Something close to what a schema asks for: mostly the right shape, with odd values in it. */
function near(schema: Schema | undefined): fc.Arbitrary<unknown> {
  if (!schema) return odd;
  if (schema.enum) return fc.oneof({ arbitrary: fc.constantFrom(...schema.enum), weight: 5 }, odd);
  if (schema.type === 'object') {
    const keys = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, one]) => [key, near(one)]),
    );
    return fc.oneof({ arbitrary: fc.record(keys), weight: 12 }, fc.dictionary(fc.string(), odd), odd);
  }
  if (schema.type === 'array')
    return fc.oneof({ arbitrary: fc.array(near(schema.items), { maxLength: 4 }), weight: 9 }, odd);
  const right =
    schema.type === 'integer'
      ? fc.nat(5)
      : schema.type === 'boolean'
        ? fc.boolean()
        : fc.string({ minLength: 1 });
  const dated = schema.format === 'date' ? fc.constant('2019-04-01') : right;
  return fc.oneof({ arbitrary: dated as fc.Arbitrary<unknown>, weight: 8 }, odd);
}

describe('whatever is sent', () => {
  let server: TestServer;
  let manager: Browser;
  const ids: Record<string, string[]> = {};
  beforeAll(async () => {
    server = await testServer({ demonstration: true });
    manager = await server.signedIn(['team-manager', 'business-support', 'administrator'], 'north', 'sam');
    const contact = {
      children: [{ new: { firstNames: 'Ada', familyName: 'Hartley', dateOfBirth: '2019-04-01' } }],
    };
    const opened = await manager.post<{ case: string; task: string }>('/api/cases', {
      contact,
      commandId: 'open',
    });
    expect(opened.status).toBe(200);
    const family = await server.store.family(opened.body.case);
    Object.assign(ids, {
      cases: [opened.body.case],
      families: [opened.body.case],
      tasks: [opened.body.task],
    });
    Object.assign(ids, { people: family?.people, accounts: ['kim'] });
    await server.signedIn('social-worker', 'north', 'kim');
  });
  afterAll(() => server.close());

  it('the server answers or refuses, and never breaks', async () => {
    const routes = server.app.routeTable.filter(
      (route) => /^\/api\/(?!docs|live|sign-|session)/.test(route.url) && typeof route.method === 'string',
    );
    const request = fc.constantFrom(...routes).chain((route) => {
      const { body, querystring } = (route.schema ?? {}) as { body?: Schema; querystring?: Schema };
      return fc.record({
        route: fc.constant(route),
        params: fc.array(fc.oneof(fc.constant('real'), fc.constant('real'), odd), {
          minLength: 3,
          maxLength: 3,
        }),
        body: near(body),
        query: near(querystring),
      });
    });
    const broken: string[] = [];
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ route, params, body, query }) => {
        const method = route.method as 'GET' | 'POST' | 'PUT';
        let at = 0;
        const url = route.url.replaceAll(/(\w+)\/:(\w+)|:(\w+)/g, (_all, folder: string | undefined) => {
          const value = params[at++];
          const real = folder ? ids[folder]?.[0] : undefined;
          const part =
            value === 'real' ? (real ?? 'x') : encodeURIComponent(JSON.stringify(value)).slice(0, 200);
          return folder ? `${folder}/${part}` : part;
        });
        const search = new URLSearchParams(
          Object.entries((query ?? {}) as object).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        );
        const { status, body: answer } = await manager.send({
          ...{ method, url: method === 'GET' ? `${url}?${search.toString()}` : url },
          ...(method === 'GET' ? {} : { payload: JSON.stringify(body ?? null) }),
          headers: method === 'GET' ? {} : { 'content-type': 'application/json' },
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500)
          broken.push(`${method} ${url} ${JSON.stringify(body)?.slice(0, 300)} → ${JSON.stringify(answer)}`);
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect((await manager.get('/api/staff')).status).toBe(200);
    // some of it must get as far as the handlers, or nothing was tried
    expect(statuses.get(200)).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  }, 60_000);
});
