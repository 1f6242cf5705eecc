import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseAbsent } from '../errors.ts';
import { flag, listOf, object, params, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { accountNames } from './account-names.ts';
import { accountOf } from './accounts.ts';
import { conflictsShown } from './conflicts.ts';
import { allTeams } from './teams.ts';
import { nothing, type Thing } from './thing.ts';

type ById = FastifyRequest<{ Params: { id: string } }>;

const facts = { type: 'object', additionalProperties: true } as const;
const change = object({ at: text, by: text, confirmedBy: text, alone: flag, from: facts, to: facts }, [
  ...(['at', 'by', 'from', 'to'] as const),
]);
const family = object({ case: text, hidden: flag, by: text, at: text, reason: text }, [
  ...(['case', 'hidden', 'by', 'at'] as const),
]);

/** What was changed of an account or a team, by whom, from what to what. */
export function accountLogRoutes(app: FastifyInstance, { store }: Services): void {
  app.get('/api/accounts/:id/log', {
    schema: {
      ...{ summary: 'What was changed of an account, and by whom', tags: ['accounts'], params: params('id') },
      response: {
        200: object({ changes: listOf(change), families: listOf(family) }, ['changes', 'families']),
      },
    },
    config: {
      may: {
        action: 'manage-accounts',
        thing: (request): Thing => ({ kind: 'account', id: (request as ById).params.id }),
      },
      audit: { action: 'list-accounts' },
    },
    handler: async (request: ById) => {
      const account = (await accountOf(store, request.params.id))?.body ?? refuseAbsent();
      const { log = [], conflictLog = [] } = account;
      const reader = signedIn(request);
      // a family that is hidden from whoever reads is not told to them here either
      const told = conflictLog.filter(
        ({ case: one }) => conflictsShown({ ...account, conflicts: [one] }, reader).length > 0,
      );
      const called = await caller(
        [...log, ...told].flatMap((one) => [one.by, 'confirmedBy' in one ? (one.confirmedBy ?? '') : '']),
      );
      return {
        changes: log.map(({ confirmedBy, ...one }) => ({
          ...{ ...one, by: called(one.by) },
          ...(confirmedBy === undefined ? {} : { confirmedBy: called(confirmedBy) }),
        })),
        families: told.map((one) => ({ ...one, by: called(one.by) })),
      };
    },
  });

  app.get('/api/teams/:id/log', {
    schema: {
      ...{ summary: 'What was changed of a team, and by whom', tags: ['accounts'], params: params('id') },
      response: { 200: listOf(change) },
    },
    config: {
      may: { action: 'manage-accounts', thing: () => nothing },
      audit: { none: 'Names of teams: nothing of any family.' },
    },
    handler: async (request: ById) => {
      const team = (await allTeams(store)).find(({ id }) => id === request.params.id) ?? refuseAbsent();
      const { log = [] } = team;
      const called = await caller(log.map(({ by }) => by));
      return log.map((one) => ({ ...one, by: called(one.by) }));
    },
  });

  async function caller(ids: string[]): Promise<(id: string) => string> {
    const names = await accountNames(store, ids);
    const others: Record<string, string> = { scim: 'The directory', provider: 'The authority’s sign-in' };
    return (id) => names.get(id) ?? others[id] ?? 'Somebody who left';
  }
}
