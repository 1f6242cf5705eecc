import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { done, flag, id, line, listOf, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { accountOf, accountDocuments, changeAccount, createAccount, type Account } from './accounts.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { defaultRights } from './rights.ts';
import { closeSessionsOf } from './sessions.ts';
import { putTeam } from './teams.ts';
import { nothing } from './thing.ts';

const administrator = { action: 'manage-accounts', thing: () => nothing } as const;
const roles = { type: 'array', items: { enum: [...defaultRights.keys()] }, maxItems: 10, uniqueItems: true };
const password = { type: 'string', maxLength: 200 } as const;

interface NewAccount {
  name: string;
  displayName: string;
  roles: string[];
  team?: string;
  password: string;
}

interface ChangedAccount {
  displayName: string;
  roles: string[];
  team?: string;
  disabled: boolean;
  password?: string;
  revision: number;
}

/** What an administrator does: accounts and teams. No family's record is behind any of it. */
export function accountRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;
  const account = object(
    {
      ...{ id: text, name: text, displayName: text, roles: listOf(text), team: text },
      ...{ disabled: flag, revision: whole },
    },
    ['id', 'name', 'displayName', 'roles', 'disabled', 'revision'],
  );
  app.get('/api/accounts', {
    schema: { summary: 'All accounts', tags: ['accounts'], response: { 200: listOf(account) } },
    config: { may: administrator, audit: { action: 'list-accounts' } },
    handler: async () =>
      (await accountDocuments(store)).map(({ body, revision }) => ({
        ...body,
        ...{ disabled: body.disabled ?? false, revision },
      })),
  });

  app.post('/api/accounts', {
    schema: {
      ...{ summary: 'Make an account', tags: ['accounts'], response: { 200: object({ id: text }, ['id']) } },
      body: sent({ name: line, displayName: line, roles, team: id, password }, ['team']),
    },
    config: { may: administrator, audit: { action: 'create-account' } },
    handler: (request: FastifyRequest<{ Body: NewAccount }>) => create(store, request.body),
  });

  app.put('/api/accounts/:id', {
    schema: {
      ...{ summary: 'Change or disable an account', tags: ['accounts'], params: params('id') },
      ...{ response: { 200: object({ revision: whole }, ['revision']) } },
      body: sent({ displayName: line, roles, team: id, disabled: flag, password, revision: whole }, [
        'team',
        'password',
      ]),
    },
    config: { may: administrator, audit: { action: 'change-account' } },
    handler: (request: FastifyRequest<{ Params: { id: string }; Body: ChangedAccount }>) =>
      change(services, request.params.id, request.body),
  });

  app.put('/api/teams/:id', {
    schema: {
      ...{ summary: 'Make or rename a team', tags: ['accounts'], params: params('id') },
      ...{ response: { 200: done }, body: sent({ name: line, service: id }, ['service']) },
    },
    config: { may: administrator, audit: { action: 'change-team' } },
    handler: async (
      request: FastifyRequest<{ Params: { id: string }; Body: { name: string; service?: string } }>,
    ) => {
      const put = await putTeam(store, { id: request.params.id, ...request.body });
      if (!put.ok) refuseWrite(put);
      return { ok: true };
    },
  });
}

async function create(store: Store, { password: chosen, ...rest }: NewAccount): Promise<{ id: string }> {
  refuseWeak(chosen, rest.name);
  const made = await createAccount(store, { ...rest, password: await hashPassword(chosen) });
  if (!made.ok && made.reason === 'conflict') {
    refuse(422, 'name-taken', 'Another account has this sign-in name. Choose another.');
  }
  if (!made.ok) refuseWrite(made);
  return { id: made.id };
}

/** A new password and being disabled both end every session there is. */
async function change(services: Services, accountId: string, sentBody: ChangedAccount) {
  const found = await accountOf(services.store, accountId);
  if (!found) refuseAbsent();
  const { revision, password: chosen, ...rest } = sentBody;
  if (chosen !== undefined) refuseWeak(chosen, found.body.name);
  const { name, says, password: before } = found.body;
  const hash = chosen === undefined ? before : await hashPassword(chosen);
  const next: Account = {
    ...{ id: accountId, name, ...rest },
    ...(says ? { says } : {}),
    ...(hash ? { password: hash } : {}),
  };
  const put = await changeAccount(services.store, next, revision);
  if (!put.ok) refuseWrite(put);
  if (rest.disabled || chosen !== undefined) await closeSessionsOf(services, accountId);
  return { revision: put.revision };
}

function refuseWeak(chosen: string, name: string): void {
  const fault = passwordFault(chosen, name);
  if (fault) refuse(422, 'password', fault);
}
