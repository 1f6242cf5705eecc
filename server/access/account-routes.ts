import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endOf, isDay, type Moment } from '#engine';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { done, flag, id, line, listOf, named, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { Store, StoredDocument } from '../store/port.ts';
import {
  accountDocuments,
  accountOf,
  anotherLooksAfter,
  changeAccount,
  createAccount,
  isOpen,
  lastDayOf,
  looksAfter,
  type Account,
} from './accounts.ts';
import { refuseUnknownFamilies } from './conflicts.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { defaultRights } from './rights.ts';
import { closeSessionsOf } from './sessions.ts';
import { allTeams, putTeam } from './teams.ts';
import { nothing, type Thing } from './thing.ts';

const about = (request: FastifyRequest): Thing => {
  const { id: one } = request.params as { id?: string };
  return one === undefined ? nothing : { kind: 'account', id: one };
};
const administrator = { action: 'manage-accounts', thing: about } as const;
const roles = { type: 'array', items: { enum: [...defaultRights.keys()] }, maxItems: 10, uniqueItems: true };
const password = { type: 'string', maxLength: 200 } as const;
/** families hidden from this person, by reference number: no name of any is shown or asked for */
const conflicts = { type: 'array', items: id, maxItems: 100, uniqueItems: true } as const;
/** the last day of the account */
const until = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

interface NewAccount {
  name: string;
  displayName: string;
  roles: string[];
  team?: string;
  until?: string;
  password?: string;
}

interface ChangedAccount extends Omit<NewAccount, 'name'> {
  /** reference numbers of the families that are hidden from this person; absent: as they are */
  conflicts?: string[];
  disabled: boolean;
  revision: number;
}

/** What an administrator does: accounts and teams. No family's record is behind any of it. */
export function accountRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;
  const account = object(
    {
      ...{ id: text, name: text, displayName: text, roles: listOf(text), team: text, until: text },
      ...{ disabled: flag, open: flag, password: flag, source: text, revision: whole },
      conflicts: listOf(text),
    },
    [
      ...([
        'id',
        'name',
        'displayName',
        'roles',
        'disabled',
        'open',
        'password',
        'source',
        'revision',
        'conflicts',
      ] as const),
    ],
  );
  app.get('/api/accounts', {
    schema: { summary: 'All accounts', tags: ['accounts'], response: { 200: listOf(account) } },
    config: { may: administrator, audit: { action: 'list-accounts' } },
    handler: async () => (await accountDocuments(store)).map((found) => rowOf(found, services.clock.now())),
  });

  app.get('/api/accounts/roles', {
    schema: { summary: 'Roles an account can have', tags: ['accounts'], response: { 200: listOf(named) } },
    config: { may: administrator, audit: { none: 'Names of roles: nothing of any family.' } },
    handler: () => [...defaultRights.values()].map(({ id: role, name }) => ({ id: role, name })),
  });

  changingRoutes(app, services);
}

function changingRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;

  app.post('/api/accounts', {
    schema: {
      ...{ summary: 'Make an account', tags: ['accounts'], response: { 200: object({ id: text }, ['id']) } },
      body: sent({ name: line, displayName: line, roles, team: id, until, password }, [
        ...(['team', 'until', 'password'] as const),
      ]),
    },
    config: { may: administrator, audit: { action: 'create-account' }, stepUp: true },
    handler: (request: FastifyRequest<{ Body: NewAccount }>) => create(store, request.body),
  });

  app.put('/api/accounts/:id', {
    schema: {
      ...{ summary: 'Change or disable an account', tags: ['accounts'], params: params('id') },
      ...{ response: { 200: object({ revision: whole }, ['revision']) } },
      body: sent(
        { displayName: line, roles, team: id, until, disabled: flag, password, conflicts, revision: whole },
        ['team', 'until', 'password', 'conflicts'],
      ),
    },
    config: { may: administrator, audit: { action: 'change-account' }, stepUp: true },
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

function rowOf({ body, revision }: StoredDocument<Account>, now: Moment) {
  const { id: one, name, displayName, roles: held, team, until: end, disabled = false } = body;
  return {
    ...{ id: one, name, displayName, roles: held, disabled, open: isOpen(body, now), revision },
    ...{ password: body.password !== undefined, source: body.source ?? 'local' },
    conflicts: body.conflicts ?? [],
    ...(team === undefined ? {} : { team }),
    ...(end === undefined ? {} : { until: lastDayOf(end) }),
  };
}

async function create(store: Store, { password: chosen, until: day, ...rest }: NewAccount) {
  if (chosen !== undefined) refuseWeak(chosen, rest.name);
  await refuseUnknownTeam(store, rest.team);
  const hash = chosen === undefined ? undefined : await hashPassword(chosen);
  const made = await createAccount(store, {
    ...{ ...rest, source: 'local', ...endOn(day) },
    ...(hash === undefined ? {} : { password: hash }),
  });
  if (!made.ok && made.reason === 'conflict') {
    refuse(422, 'name-taken', 'Another account has this sign-in name. Choose another.');
  }
  if (!made.ok) refuseWrite(made);
  return { id: made.id };
}

/** A new password and being disabled both end every session there is. */
async function change(services: Services, accountId: string, sentBody: ChangedAccount) {
  const { store } = services;
  const found = await accountOf(store, accountId);
  if (!found) refuseAbsent();
  const { revision, password: chosen, until: day, ...rest } = sentBody;
  if (chosen !== undefined) refuseWeak(chosen, found.body.name);
  await refuseUnknownTeam(store, rest.team);
  await refuseUnknownFamilies(store, rest.conflicts ?? [], found.body.conflicts ?? []);
  const { team: _team, until: _until, ...before } = found.body;
  const hash = chosen === undefined ? before.password : await hashPassword(chosen);
  const next: Account = { ...before, ...rest, ...endOn(day), ...(hash ? { password: hash } : {}) };
  const now = services.clock.now();
  if (
    looksAfter(found.body, now) &&
    !looksAfter(next, now) &&
    !(await anotherLooksAfter(store, accountId, now))
  ) {
    refuse(
      422,
      'last-administrator',
      'This is the last account that can look after the others. Give the role to somebody else first.',
    );
  }
  const put = await changeAccount(store, next, revision);
  if (!put.ok) refuseWrite(put);
  if (!isOpen(next, now) || chosen !== undefined) await closeSessionsOf(services, accountId);
  return { revision: put.revision };
}

function endOn(day: string | undefined): { until?: Moment } {
  if (day === undefined) return {};
  if (!isDay(day)) refuse(422, 'until', 'There is no such day. Write the last day as year-month-day.');
  return { until: endOf(day) };
}

async function refuseUnknownTeam(store: Store, team: string | undefined): Promise<void> {
  if (team === undefined || (await allTeams(store)).some((one) => one.id === team)) return;
  refuse(422, 'team', 'There is no such team. Choose one of the list, or make it first.');
}

function refuseWeak(chosen: string, name: string): void {
  const fault = passwordFault(chosen, name);
  if (fault) refuse(422, 'password', fault);
}
