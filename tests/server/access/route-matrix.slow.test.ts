import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRights, performsOf } from '../../../server/access/index.ts';
import type { FamilyRow } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import { matrix, withoutThing, type Reach } from './reach.ts';

/** How a family stands to whoever asks: each is as far as one scope reaches, and one is closed to all. */
const relations = ['own', 'team', 'service', 'all', 'restricted'] as const;
type Relation = (typeof relations)[number];

const roles = [...defaultRights.keys()];
const reaches: Reach[] = ['own', 'team', 'service', 'all'];
const teamOf = { own: 'elsewhere', team: 'north', service: 'south', all: 'elsewhere', restricted: 'north' };

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

const files = new Map<Relation, string>();

/** One family for each relation, with somebody in it, a completed form, a file, and a task for each role. */
async function furnish({ store }: TestServer): Promise<void> {
  for (const relation of relations) {
    const id = `case-${relation}`;
    const restricted = { to: ['nobody'], contact: 'Kim', shown: 'hidden' as const };
    const family: FamilyRow = aFamily(id, {
      team: teamOf[relation],
      people: [`person-${relation}`],
      staff: relation === 'own' ? roles.map((role) => `who-${role}`) : [],
      ...(relation === 'restricted' ? { restricted } : {}),
    });
    const tasks = roles.map((role) =>
      aTask(taskFor(relation, role), {
        ...{ case: id, team: teamOf[relation], assignee: relation === 'own' ? `who-${role}` : 'another' },
        role: { id: performsOf([{ id: role }])[0] ?? 'social-worker', name: '' },
      }),
    );
    const sent = await store.attach({
      ...{
        bytes: (async function* () {})(),
        limit: 1,
        name: 'x',
        type: 'text/plain',
        by: 'another',
        at: startOfTest,
      },
    });
    if (!sent.ok) throw new Error('no file');
    files.set(relation, sent.facts.id);
    const person = { id: `person-${relation}`, body: {}, keys: [], expecting: 0, by: 'x', at: startOfTest };
    const records = [aRecord(`record-${relation}`, { case: id })];
    const done = await store.commit(
      aCommit(0, { case: aCase(id), family, tasks, records, people: [person], attachments: [sent.facts.id] }),
    );
    if (!done.ok) throw new Error(done.reason);
  }
}

function taskFor(relation: Relation, role: string): string {
  return `task-${relation}-${role}`;
}

function urlOf(route: string, relation: Relation, role: string): string {
  const ids: [RegExp, string][] = [
    [/\/tasks\/:id/, `/tasks/${taskFor(relation, role)}`],
    [/\/people\/:id/, `/people/person-${relation}`],
    [/\/records\/:id/, `/records/record-${relation}`],
    [/\/attachments\/:id/, `/attachments/${files.get(relation) ?? ''}`],
    [/\/(cases|families)\/:id/, `/$1/case-${relation}`],
    [/:(id|form|key)/g, 'x'],
  ];
  return ids.reduce((url, [part, value]) => url.replace(part, value), route);
}

/** What a route should say to somebody with one role, from the matrix alone. */
function expected(route: string, relation: Relation, role: string): boolean {
  const row = matrix[route] ?? {};
  if (row === 'everyone' || row === 'signed-in') return true;
  const reach = row[role];
  if (reach === undefined) return false;
  if (withoutThing.test(route)) return true;
  return relation !== 'restricted' && reaches.indexOf(reach) >= reaches.indexOf(relation);
}

const nameOf = (route: RouteOptions): string => `${String(route.method)} ${route.url}`;

describe('the routes', () => {
  let server: TestServer;
  let routes: string[];
  const people = new Map<string, Browser>();
  beforeAll(async () => {
    server = await testServer({ demonstration: true, prepare: stopAfterPolicy });
    routes = server.app.routeTable
      .filter((route) => route.url.startsWith('/api/') && !route.url.startsWith('/api/docs'))
      .map(nameOf);
    await furnish(server);
  });
  afterAll(() => server.close());

  /** whether the policy let the request through */
  const passes = async (browser: Browser, route: string, url: string): Promise<boolean> => {
    const [method] = route.split(' ') as ['GET' | 'POST' | 'PUT'];
    const { status } = await browser.send({ method, url, ...(method === 'GET' ? {} : { payload: {} }) });
    if (![200, 299, 401, 403, 404].includes(status)) throw new Error(`${route} answered ${String(status)}`);
    return status < 300;
  };

  it('let nobody in who has not signed in, but where everyone may', async () => {
    const open: string[] = [];
    const nobody = await server.browser();
    for (const route of routes) {
      const url = urlOf(route.split(' ')[1] ?? '', 'team', 'social-worker');
      if (await passes(nobody, route, url)) open.push(route);
    }
    expect(open.sort()).toEqual(routes.filter((route) => matrix[route] === 'everyone').sort());
  });

  it.each(roles)('let a %s do what the matrix says, for every relation to a family', async (role) => {
    const browser = people.get(role) ?? (await server.signedIn(role, 'north', `who-${role}`));
    people.set(role, browser);
    const wrong: string[] = [];
    for (const route of routes) {
      const path = route.split(' ')[1] ?? '';
      const about = path.includes(':') && !withoutThing.test(path) ? relations : (['team'] as const);
      for (const relation of about) {
        const let_ = await passes(browser, route, urlOf(path, relation, role));
        if (let_ !== expected(route, relation, role))
          wrong.push(`${route} ${relation}: ${let_ ? 'let in' : 'refused'}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
