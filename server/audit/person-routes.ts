import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOf, allAccounts, nothing, roleName } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { id, listOf, object, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { AuditFilter, StoredAuditEntry } from '../store/port.ts';
import { askedSchema, periodOf, placeOf, type AuditAsked } from './asked.ts';
import { sortOf } from './did.ts';
import { everyEntry, findEntries } from './find-entries.ts';
import { sayEntries } from './say-entries.ts';
import { sendTable } from './send-table.ts';
import { entriesPage, table, who } from './trail-shapes.ts';

type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: AuditAsked }>;

const ofPerson = object({ person: who, ...entriesPage }, ['person', 'entries']);
const reader = { action: 'read-audit', thing: () => nothing } as const;
const own = { action: 'be-signed-in', thing: () => nothing } as const;
const filter = (actor: string, asked: AuditAsked): AuditFilter => ({ actor, ...periodOf(asked) });
const wanted =
  ({ sort }: AuditAsked) =>
  (one: StoredAuditEntry) =>
    !sort || sortOf(one) === sort;

/** What somebody has looked at and done, for who reads the audit; everybody may see their own. */
export function personRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['audit'], querystring: askedSchema };

  app.get('/api/audit/people/:id', {
    schema: {
      ...{
        summary: 'What somebody has looked at and done, the latest first',
        ...shared,
        params: params('id'),
      },
      response: { 200: ofPerson },
    },
    config: { may: reader, audit: { action: 'read-audit' } },
    handler: (request: OfOne) => looked(host, request, request.params.id, request.query),
  });

  app.get('/api/audit/people/:id/entries.csv', {
    schema: {
      ...{ summary: 'What somebody has looked at and done, as a table', ...shared, params: params('id') },
      response: { 200: table },
    },
    config: { may: reader, audit: { action: 'export-audit' }, stepUp: true },
    handler: async (request: OfOne, reply) => {
      const { params: of, query } = request;
      const entries = await everyEntry(host.store, filter(of.id, query), wanted(query));
      return sendTable(reply, 'what-somebody-did', await sayEntries(host, signedIn(request), entries));
    },
  });

  app.get('/api/audit/mine', {
    schema: { summary: 'What the reader has done', ...shared, response: { 200: ofPerson } },
    config: { may: own, audit: { action: 'read-audit' } },
    handler: (request: FastifyRequest<{ Querystring: AuditAsked }>) =>
      looked(host, request, signedIn(request).id, request.query),
  });
  findStaffRoute(app, host);
}

async function looked(host: Host, request: FastifyRequest, actor: string, asked: AuditAsked) {
  const account = (await accountOf(host.store, actor))?.body;
  if (!account) return refuseAbsent();
  const found = await findEntries(host.store, filter(actor, asked), wanted(asked), placeOf(asked));
  return {
    person: { id: actor, name: account.displayName, roles: account.roles.map(roleName).join(', ') },
    entries: await sayEntries(host, signedIn(request), found.entries),
    ...(found.next ? { next: found.next } : {}),
  };
}

function findStaffRoute(app: FastifyInstance, host: Host): void {
  app.get('/api/audit/people', {
    schema: {
      ...{ summary: 'Accounts by a name in them', tags: ['audit'], response: { 200: listOf(who) } },
      querystring: sent({ text: id }),
    },
    config: { may: reader, audit: { action: 'list-accounts' } },
    handler: async (request: FastifyRequest<{ Querystring: { text: string } }>) => {
      const asked = request.query.text.toLowerCase();
      const found = (await allAccounts(host.store)).filter((one) =>
        one.displayName.toLowerCase().includes(asked),
      );
      return found.slice(0, 20).map((one) => ({
        ...{ id: one.id, name: one.displayName, roles: one.roles.map(roleName).join(', ') },
      }));
    },
  });
}
