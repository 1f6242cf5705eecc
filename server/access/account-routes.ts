import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Moment } from '#engine';
import { refuseWrite } from '../errors.ts';
import { done, flag, id, line, listOf, named, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import type { StoredDocument } from '../store/port.ts';
import { accountDocuments, isOpen, lastDayOf, type Account } from './accounts.ts';
import {
  changeByHand,
  makeAccount,
  type Changed,
  type ChangedAccount,
  type NewAccount,
} from './change-account.ts';
import { conflictsShown } from './conflicts.ts';
import type { Person } from './person.ts';
import { defaultRights } from './rights.ts';
import { whoElseLooksAfter } from './second-person.ts';
import { putTeam } from './teams.ts';
import type { Tell } from './tell.ts';
import { nothing, type Thing } from './thing.ts';

const about = (request: FastifyRequest): Thing => {
  const { id: one } = request.params as { id?: string };
  return one === undefined ? nothing : { kind: 'account', id: one };
};
const administrator = { action: 'manage-accounts', thing: about } as const;
const roles = { type: 'array', items: { enum: [...defaultRights.keys()] }, maxItems: 10, uniqueItems: true };
/** families hidden from this person, by reference number: no name of any is shown or asked for */
const conflicts = { type: 'array', items: id, maxItems: 100, uniqueItems: true } as const;
/** the last day of the account */
const until = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

/** What an administrator does: accounts and teams. No family's record is behind any of it. */
export function accountRoutes(app: FastifyInstance, services: Services, tell: Tell): void {
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
    handler: async (request) =>
      (await accountDocuments(store)).map((found) => rowOf(found, services.clock.now(), signedIn(request))),
  });

  app.get('/api/accounts/roles', {
    schema: { summary: 'Roles an account can have', tags: ['accounts'], response: { 200: listOf(named) } },
    config: { may: administrator, audit: { none: 'Names of roles: nothing of any family.' } },
    handler: () => [...defaultRights.values()].map(({ id: role, name }) => ({ id: role, name })),
  });

  changingRoutes(app, services, tell);
  teamRoute(app, services);
}

function changingRoutes(app: FastifyInstance, services: Services, tell: Tell): void {
  const said = object({ id: text, revision: whole, waiting: listOf(text) }, ['id', 'revision', 'waiting']);
  const then = async (request: FastifyRequest, changed: Changed): Promise<Changed> => {
    alsoInTheAudit(request, changed);
    await tellOthers(services, tell, signedIn(request), changed);
    return changed;
  };

  app.post('/api/accounts', {
    schema: {
      ...{ summary: 'Make an account', tags: ['accounts'], response: { 200: said } },
      body: sent({ name: line, displayName: line, roles, team: id, until }, [
        ...(['team', 'until'] as const),
      ]),
    },
    config: { may: administrator, audit: { action: 'create-account' }, stepUp: true },
    handler: async (request: FastifyRequest<{ Body: NewAccount }>) =>
      then(request, await makeAccount(services, request.body, signedIn(request))),
  });

  app.put('/api/accounts/:id', {
    schema: {
      ...{ summary: 'Change or disable an account', tags: ['accounts'], params: params('id') },
      ...{ response: { 200: said } },
      body: sent(
        {
          displayName: line,
          roles,
          team: id,
          until,
          disabled: flag,
          conflicts,
          reason: line,
          revision: whole,
        },
        ['team', 'until', 'conflicts', 'reason'],
      ),
    },
    config: { may: administrator, audit: { action: 'change-account' }, stepUp: true },
    handler: async (request: FastifyRequest<{ Params: { id: string }; Body: ChangedAccount }>) =>
      then(request, await changeByHand(services, request.params.id, request.body, signedIn(request))),
  });
}

/** What a change does to a family, and what was decided by one where two should, are entries of their own. */
function alsoInTheAudit(request: FastifyRequest, { id: one, hidden, waiting, alone }: Changed): void {
  const thing = { kind: 'account' as const, id: one };
  request.alsoAbout = [
    ...(request.alsoAbout ?? []),
    ...hidden.map((family) => ({
      ...{ action: family.hidden ? 'hide-family' : 'show-family', thing, case: family.case },
    })),
    ...(waiting.length > 0 ? [{ action: 'ask-for-roles', thing }] : []),
    ...(alone ? [{ action: 'give-roles-alone', thing }] : []),
  ];
}

/** Whoever else looks after accounts is told what waits for them. */
async function tellOthers(services: Services, tell: Tell, by: Person, changed: Changed): Promise<void> {
  if (changed.waiting.length === 0) return;
  const others = await whoElseLooksAfter(services.store, [by.id, changed.id], services.clock.now());
  for (const { id: to } of others) await tell(services, { to, by: by.id, kind: 'roles-asked' });
}

function teamRoute(app: FastifyInstance, { store, clock }: Services): void {
  app.put('/api/teams/:id', {
    schema: {
      ...{ summary: 'Make or rename a team', tags: ['accounts'], params: params('id') },
      ...{ response: { 200: done }, body: sent({ name: line, service: id }, ['service']) },
    },
    config: { may: administrator, audit: { action: 'change-team' }, stepUp: true },
    handler: async (
      request: FastifyRequest<{ Params: { id: string }; Body: { name: string; service?: string } }>,
    ) => {
      const act = { by: signedIn(request).id, at: clock.now() };
      const put = await putTeam(store, { id: request.params.id, ...request.body }, act);
      if (!put.ok) refuseWrite(put);
      return { ok: true };
    },
  });
}

function rowOf({ body, revision }: StoredDocument<Account>, now: Moment, reader: Person) {
  const { id: one, name, displayName, roles: held, team, until: end, disabled = false } = body;
  return {
    ...{ id: one, name, displayName, roles: held, disabled, open: isOpen(body, now), revision },
    ...{ password: body.password !== undefined, source: body.source ?? 'local' },
    conflicts: conflictsShown(body, reader),
    ...(team === undefined ? {} : { team }),
    ...(end === undefined ? {} : { until: lastDayOf(end) }),
  };
}
