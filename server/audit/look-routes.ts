import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyThing, type Thing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { listOf, named, object, params, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { AuditFilter, StoredAuditEntry } from '../store/port.ts';
import { askedSchema, periodOf, placeOf, type AuditAsked } from './asked.ts';
import { sortOf } from './did.ts';
import { everyEntry, findEntries } from './find-entries.ts';
import { ofChild } from './of-child.ts';
import { personRoutes } from './person-routes.ts';
import { mayName, sayEntries } from './say-entries.ts';
import { sendTable } from './send-table.ts';
import { entriesPage, table } from './trail-shapes.ts';

type OfOne = FastifyRequest<{ Params: { id: string }; Querystring: AuditAsked }>;

const ofFamily = object(
  { family: object({ id: text, name: text }, ['id']), children: listOf(named), ...entriesPage },
  [...(['family', 'children', 'entries'] as const)],
);
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
    config: { may, audit: { action: 'export-audit' }, stepUp: true },
    handler: async (request: OfOne, reply) => {
      const entries = await everyEntry(host.store, filter(request), await wantedBy(request));
      return sendTable(reply, 'who-looked', await sayEntries(host, signedIn(request), entries));
    },
  });
}
