import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountOf, allAccounts, familyThing, nothing, roleName, type Thing } from '../access/index.ts';
import { csvOf } from '../csv.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { flag, id, listOf, named, object, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { AuditFilter, StoredAuditEntry } from '../store/port.ts';
import { askedSchema, periodOf, placeOf, type AuditAsked } from './asked.ts';
import { sortOf } from './did.ts';
import { everyEntry, findEntries } from './find-entries.ts';
import { ofChild } from './of-child.ts';
import { mayName, sayEntries, type SaidEntry } from './say-entries.ts';

type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: AuditAsked }>;

const who = object({ id: text, name: text, roles: text }, ['id', 'name', 'roles']);
const entry = object(
  {
    ...{ at: text, who, did: text, sort: text, about: text, refused: text, glass: flag },
    case: object({ id: text, name: text }, ['id']),
  },
  ['at', 'who', 'did', 'sort', 'glass'],
);
const page = { entries: listOf(entry), next: text };
const ofFamily = object(
  { family: object({ id: text, name: text }, ['id']), children: listOf(named), ...page },
  [...(['family', 'children', 'entries'] as const)],
);
const ofPerson = object({ person: who, ...page }, ['person', 'entries']);
const table = { type: 'string', description: 'A table (CSV), one line for each entry' } as const;

/** Who has looked at this child, and what has this person looked at. */
export function lookRoutes(app: FastifyInstance, host: Host): void {
  familyRoutes(app, host);
  personRoutes(app, host);
}

/** A family that was let go of shows by its reference to those who read of all families. */
async function familyLooked({ store }: Host, request: FastifyRequest): Promise<Thing | undefined> {
  const caseId = (request.params as { id: string }).id;
  const family = await store.family(caseId);
  if (family) return familyThing(family);
  const { rows } = await store.list('audit', { case: caseId }, { limit: 1 });
  return rows.length === 0 ? undefined : { kind: 'family', id: caseId, case: caseId, families: [] };
}

function familyRoutes(app: FastifyInstance, host: Host): void {
  const may = {
    action: 'see-who-looked',
    thing: (request: FastifyRequest) => familyLooked(host, request),
  } as const;
  const shared = { tags: ['audit'], params: params('id'), querystring: askedSchema };
  const wantedBy = async (request: OfOne) => {
    const { sort, child } = request.query;
    const isOfChild = child === undefined ? () => true : await ofChild(host, request.params.id, child);
    return (one: StoredAuditEntry): boolean => isOfChild(one) && (!sort || sortOf(one) === sort);
  };
  const filter = (request: OfOne): AuditFilter => ({ case: request.params.id, ...periodOf(request.query) });

  app.get('/api/audit/families/:id', {
    schema: {
      summary: 'Who has looked at a family, the latest first',
      ...shared,
      response: { 200: ofFamily },
    },
    config: { may, audit: { action: 'read-audit' } },
    handler: async (request: OfOne) => {
      const reader = signedIn(request);
      const found = await findEntries(
        host.store,
        filter(request),
        await wantedBy(request),
        placeOf(request.query),
      );
      const family = await host.store.family(request.params.id);
      const isNamed = family !== undefined && mayName(reader, family);
      const children = isNamed ? await host.store.people(family.children.map((one) => one.id)) : [];
      return {
        family: { id: request.params.id, ...(isNamed ? { name: family.name } : {}) },
        children: children.map((one) => ({ id: one.id, name: shownPerson(one.id, one.body).name })),
        entries: await sayEntries(host, reader, found.entries),
        ...(found.next ? { next: found.next } : {}),
      };
    },
  });

  app.get('/api/audit/families/:id/entries.csv', {
    schema: { summary: 'Who has looked at a family, as a table', ...shared, response: { 200: table } },
    config: { may, audit: { action: 'export-audit' } },
    handler: async (request: OfOne, reply) => {
      const entries = await everyEntry(host.store, filter(request), await wantedBy(request));
      return sendTable(reply, 'who-looked', await sayEntries(host, signedIn(request), entries));
    },
  });
}

function personRoutes(app: FastifyInstance, host: Host): void {
  const reader = { action: 'read-audit', thing: () => nothing } as const;
  const own = { action: 'be-signed-in', thing: () => nothing } as const;
  const shared = { tags: ['audit'], querystring: askedSchema };
  const filter = (actor: string, asked: AuditAsked): AuditFilter => ({ actor, ...periodOf(asked) });
  const wanted =
    ({ sort }: AuditAsked) =>
    (one: StoredAuditEntry) =>
      !sort || sortOf(one) === sort;
  const looked = async (request: FastifyRequest, actor: string, asked: AuditAsked) => {
    const account = (await accountOf(host.store, actor))?.body;
    if (!account) return refuseAbsent();
    const found = await findEntries(host.store, filter(actor, asked), wanted(asked), placeOf(asked));
    return {
      person: { id: actor, name: account.displayName, roles: account.roles.map(roleName).join(', ') },
      entries: await sayEntries(host, signedIn(request), found.entries),
      ...(found.next ? { next: found.next } : {}),
    };
  };

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
    handler: (request: OfOne) => looked(request, request.params.id, request.query),
  });

  app.get('/api/audit/people/:id/entries.csv', {
    schema: {
      ...{ summary: 'What somebody has looked at and done, as a table', ...shared, params: params('id') },
      response: { 200: table },
    },
    config: { may: reader, audit: { action: 'export-audit' } },
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
      looked(request, signedIn(request).id, request.query),
  });
}

function sendTable(reply: FastifyReply, name: string, entries: SaidEntry[]): string {
  const heading = ['When', 'Who', 'Role', 'What', 'About', 'Family', 'Reference', 'Refused', 'Glass broken'];
  const rows = entries.map((one) => [
    ...[one.at, one.who.name, one.who.roles, one.did, one.about ?? '', one.case?.name ?? ''],
    ...[one.case?.id ?? '', one.refused ?? '', one.glass ? 'yes' : ''],
  ]);
  void reply.type('text/csv; charset=utf-8');
  void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvOf([heading, ...rows]);
}
