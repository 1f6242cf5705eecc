import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { line, listOf, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { allAccounts, isOpen } from './accounts.ts';
import { accountNames } from './account-names.ts';
import { actions, commonActions } from './actions.ts';
import { changeRights, type RightsAsked } from './change-rights.ts';
import { contentRoles, looksAfterOthers } from './kinds-of-role.ts';
import { rightsHere, type RightsSetting } from './rights-here.ts';
import { scopes, type Rights } from './rights.ts';
import { whoElseLooksAfter } from './second-person.ts';
import type { Tell } from './tell.ts';
import { nothing } from './thing.ts';

type ToChange = FastifyRequest<{
  Params: { role: string; action: string };
  Body: Omit<RightsAsked, 'role' | 'action'>;
}>;

const manages = { action: 'manage-roles', thing: () => nothing } as const;
const reach = { type: 'object', additionalProperties: { enum: [...scopes] } } as const;
const change = object({ at: text, by: text, role: text, action: text, from: text, to: text, reason: text }, [
  'at',
  'by',
  'role',
  'action',
  'reason',
]);

/** Who may do what here: the authority's own, changed one right at a time, with a reason. */
export function roleRoutes(app: FastifyInstance, { store, clock }: Services, tell: Tell): void {
  app.get('/api/roles', {
    schema: {
      ...{ summary: 'Roles, what each may do and how far, and who changed it', tags: ['accounts'] },
      response: {
        200: object(
          {
            roles: listOf(
              object({ id: text, name: text, performs: listOf(text), reach }, [
                'id',
                'name',
                'performs',
                'reach',
              ]),
            ),
            ...{ actions: listOf(text), log: listOf(change), revision: whole },
          },
          ['roles', 'actions', 'log', 'revision'],
        ),
      },
    },
    config: { may: manages, audit: { action: 'read-roles' } },
    handler: () => sayRoles(store),
  });
  changeRoute(app, { store, clock }, tell);
}

async function sayRoles(store: Store) {
  const [rights, found] = await Promise.all([
    rightsHere(store),
    store.document<RightsSetting>('setting', 'rights'),
  ]);
  const log = (found?.body.log ?? []).slice(0, 200);
  const names = await accountNames(
    store,
    log.map((one) => one.by),
  );
  return {
    roles: [...rights.values()].map(({ id: role, name, performs, reach: far }) => {
      return { id: role, name, performs, reach: far };
    }),
    actions: actions.filter((action) => !commonActions.includes(action)),
    log: log.map(({ from, to, ...one }) => ({
      ...one,
      by: names.get(one.by) ?? 'Somebody who left',
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    })),
    revision: found?.revision ?? 0,
  };
}

/** A role that comes to what is written about families is no quiet thing: whoever else decides is told. */
async function tellOfReading(
  services: Services,
  tell: Tell,
  { role, by }: { role: string; by: string },
  before: Rights,
): Promise<void> {
  const after = await rightsHere(services.store);
  const heavy = (rights: Rights) =>
    contentRoles(rights, [role]).length > 0 || looksAfterOthers(rights, [role]);
  if (heavy(before) || !heavy(after)) return;
  const at = services.clock.now();
  const others = await whoElseLooksAfter(services.store, [by], at);
  const heads = (await allAccounts(services.store)).filter(
    (one) => isOpen(one, at) && one.roles.some((held) => after.get(held)?.reach['restrict-family']),
  );
  const told = new Set([...others, ...heads].map(({ id }) => id).filter((id) => id !== by));
  for (const to of told) await tell(services, { to, by, kind: 'rights-widened' });
}

function changeRoute(app: FastifyInstance, { store, clock }: Services, tell: Tell): void {
  app.put('/api/roles/:role/rights/:action', {
    schema: {
      ...{ summary: 'Change how far a right of a role reaches', tags: ['accounts'] },
      ...{ params: params('role', 'action'), response: { 200: object({ revision: whole }, ['revision']) } },
      body: sent({ to: { anyOf: [{ enum: [...scopes] }, { type: 'null' }] }, reason: line, revision: whole }),
    },
    config: { may: manages, audit: { action: 'change-rights' }, stepUp: true },
    handler: async (request: ToChange) => {
      const by = request.person?.id ?? refuseAbsent();
      const act = { by, at: clock.now(), roles: request.person?.roles.map(({ id }) => id) ?? [] };
      const before = await rightsHere(store);
      const changed = await changeRights(store, { ...request.params, ...request.body }, act);
      if (changed.ok) {
        await tellOfReading({ store, clock }, tell, { ...request.params, by }, before);
        return { revision: changed.revision };
      }
      if (changed.reason === 'own-role') {
        const message = 'You hold this role yourself: a colleague without it decides that it may do more.';
        refuse(422, 'own-role', message);
      }
      if (changed.reason === 'unknown') {
        refuse(
          422,
          'unknown-right',
          'There is no such role or right here. Load the page again, then choose.',
        );
      }
      if (changed.reason === 'of-teams') {
        refuse(422, 'of-teams', 'This right is to a list of a team’s: choose the team, the service or all.');
      }
      if (changed.reason === 'nobody-left') {
        refuse(
          422,
          'nobody-left',
          'Then nobody could look after roles and accounts any more. Give that right to somebody else first.',
        );
      }
      return refuseWrite({ ...changed, reason: changed.reason });
    },
  });
}
