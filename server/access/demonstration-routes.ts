import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../errors.ts';
import { done, line, listOf, object, sent, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { accountOf, allAccounts, isOpen } from './accounts.ts';
import { browserKind } from './browser-kind.ts';
import { roleName } from './rights.ts';
import { closeSession, openSession, personFrom } from './sessions.ts';
import { allTeams } from './teams.ts';
import { nothing } from './thing.ts';

const open = { action: 'use-signed-out', thing: () => nothing } as const;

/** Signing in as one of the invented people: only where the store is a demonstration. */
export function demonstrationRoutes(app: FastifyInstance, services: Services): void {
  app.get('/api/demonstration/people', {
    schema: {
      ...{ summary: 'The invented people of a demonstration', tags: ['session'] },
      response: {
        200: listOf(
          object({ id: text, name: text, roles: listOf(text), team: text, says: text }, [
            'id',
            'name',
            'roles',
          ]),
        ),
      },
    },
    config: { may: open, audit: { none: 'The people are invented.' } },
    handler: () => demonstrationPeople(services),
  });

  app.post('/api/demonstration/sign-in', {
    schema: {
      ...{ summary: 'Sign in as an invented person', tags: ['session'], response: { 200: done } },
      body: sent({ person: line }),
    },
    config: { may: open, audit: { action: 'sign-in' } },
    handler: async (request: FastifyRequest<{ Body: { person: string } }>, reply) => {
      const account = (await accountOf(services.store, request.body.person))?.body;
      if (!account || !isOpen(account, services.clock.now()))
        refuse(422, 'person', 'There is no such person. Choose another.');
      const browser = browserKind(request.headers['user-agent']);
      const token = await openSession(services, account.id, undefined, browser);
      if (request.token) await closeSession(services, request.token);
      reply.startSession(token);
      request.person = await personFrom(services, account);
      return { ok: true };
    },
  });
}

async function demonstrationPeople(services: Services) {
  const [accounts, teams] = await Promise.all([allAccounts(services.store), allTeams(services.store)]);
  return accounts
    .filter((account) => !account.disabled)
    .map(({ id, displayName, roles, team, says }) => ({
      ...{ id, name: displayName, roles: roles.map(roleName) },
      ...(team ? { team: teams.find((one) => one.id === team)?.name ?? team } : {}),
      ...(says ? { says } : {}),
    }));
}
