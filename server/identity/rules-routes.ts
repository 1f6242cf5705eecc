import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allTeams, defaultRights, givenByDirectory, nothing, roleName } from '../access/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import { flag, object, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { identityRules, putIdentityRules, type IdentityRules } from './rules.ts';

const word = { type: 'string', minLength: 1, maxLength: 200 } as const;
const words = (maxItems: number) => ({ type: 'array', items: word, maxItems }) as const;
const means = object({ role: word, team: word }, []);
const rulesSent = sent(
  {
    ...{ scope: word, nameClaim: word, externalClaim: word, displayClaim: word, groupsClaim: word },
    match: { enum: ['name', 'external-id', 'none'] },
    make: flag,
    rolesFrom: { enum: ['here', 'groups'] },
    groups: { type: 'object', additionalProperties: means, maxProperties: 500, propertyNames: word },
    directoryRoles: words(50),
    multiFactor: sent({ acr: words(20), amr: { type: 'array', items: words(5), maxItems: 50 } }),
  },
  ['directoryRoles'],
);
const administrator = { action: 'manage-accounts', thing: () => nothing } as const;

type Sent = FastifyRequest<{ Body: { rules: IdentityRules; revision: number } }>;

/** How the provider's statements and the directory's groups are read: shown, and changed by an administrator. */
export function rulesRoutes(app: FastifyInstance, { store }: Services): void {
  app.get('/api/identity', {
    schema: {
      ...{ summary: 'How sign-in through the provider is read', tags: ['accounts'] },
      response: {
        200: object(
          { rules: { type: 'object', additionalProperties: true }, revision: whole, source: text },
          [...(['rules', 'revision'] as const)],
        ),
      },
    },
    config: { may: administrator, audit: { none: 'Rules of the authority: nothing of any family.' } },
    handler: async () => {
      const { body, revision } = await identityRules(store);
      return { rules: body, revision };
    },
  });

  app.put('/api/identity', {
    schema: {
      ...{ summary: 'Change how sign-in through the provider is read', tags: ['accounts'] },
      ...{ body: sent({ rules: rulesSent, revision: whole }) },
      response: { 200: object({ revision: whole }, ['revision']) },
    },
    config: { may: administrator, audit: { action: 'change-identity-rules' }, stepUp: true },
    handler: async (request: Sent) => {
      const { rules, revision } = request.body;
      const faults = await faultsOf(store, rules);
      if (faults.length > 0) {
        const findings = faults.map((message) => ({ check: 'identity', level: 'error' as const, message }));
        refuse(422, 'identity', 'These rules name what does not exist here.', { findings });
      }
      const put = await putIdentityRules(store, rules, revision);
      if (!put.ok) refuseWrite(put);
      return { revision: put.revision };
    },
  });
}

/** A group that stands for a role or team that does not exist would let people in with nothing, or not at all. */
async function faultsOf(store: Store, rules: IdentityRules): Promise<string[]> {
  const teams = new Set((await allTeams(store)).map((team) => team.id));
  const mayGive = await givenByDirectory(store);
  const faults = Object.entries(rules.groups).flatMap(([group, { role, team }]) => [
    ...(role !== undefined && !defaultRights.has(role)
      ? [`The group ${group}: there is no role ${role}.`]
      : []),
    ...(role !== undefined && defaultRights.has(role) && !mayGive(role)
      ? [`The group ${group}: ${roleName(role)} is given here by a person, never by a group.`]
      : []),
    ...(team !== undefined && !teams.has(team) ? [`The group ${group}: there is no team ${team}.`] : []),
    ...(role === undefined && team === undefined ? [`The group ${group} stands for nothing.`] : []),
  ]);
  for (const role of rules.directoryRoles ?? []) {
    if (!defaultRights.has(role)) faults.push(`There is no role ${role} for a directory to give.`);
    else if (!mayGive(role))
      faults.push(`${roleName(role)} is given here by a person, never by a directory.`);
  }
  const { acr, amr } = rules.multiFactor;
  const proof = acr.length + amr.filter((list) => list.length > 0).length;
  return proof > 0 ? faults : [...faults, 'Say what counts as more than one factor: nobody could sign in.'];
}
