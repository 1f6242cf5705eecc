import type { FastifyInstance } from 'fastify';
import { listOf, object, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { allAccounts, isOpen } from './accounts.ts';
import { roleName } from './rights.ts';
import { allTeams } from './teams.ts';
import { nothing } from './thing.ts';

const everyone = { action: 'be-signed-in', thing: () => nothing } as const;
const noFamily = { none: 'Names of colleagues and teams: nothing of any family.' };

/** Whom work can be given to. */
export function staffRoutes(app: FastifyInstance, { store, clock }: Services): void {
  const member = object({ id: text, name: text, roles: listOf(text), team: text }, ['id', 'name', 'roles']);
  app.get('/api/staff', {
    schema: { summary: 'Colleagues', tags: ['staff'], response: { 200: listOf(member) } },
    // for whoever works from a list of work: somebody of another agency looks nobody up
    config: { may: { action: 'list-work', thing: () => nothing }, audit: noFamily },
    handler: async () => {
      const accounts = await allAccounts(store);
      return accounts
        .filter((account) => isOpen(account, clock.now()))
        .map(({ id, displayName, roles, team }) => ({
          ...{ id, name: displayName, roles: roles.map(roleName) },
          ...(team ? { team } : {}),
        }));
    },
  });

  const team = object({ id: text, name: text, service: text }, ['id', 'name']);
  app.get('/api/teams', {
    schema: { summary: 'Teams', tags: ['staff'], response: { 200: listOf(team) } },
    config: { may: everyone, audit: noFamily },
    handler: () => allTeams(store),
  });
}
