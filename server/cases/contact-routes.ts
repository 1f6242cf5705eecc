import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountNames, familyNamed, familyThing, may, nothing, readerOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { personFaults } from '../people/index.ts';
import { listOf, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { FamilyRow } from '../store/port.ts';
import { foundByPeople, foundFor } from './found-families.ts';
import { joinOthers, type Joins } from './join-others.ts';
import type { OfFamily } from './of-family.ts';
import { familyFor, openContact } from './open-contact.ts';
import type { ContactChild } from './open-contact.ts';
import * as shapes from './shapes.ts';

type Contact = FastifyRequest<{
  Body: { contact: { existing?: string; children: ContactChild[] }; commandId: string };
}>;

/** Looking families up: what is looked for is sent, so that it never stands in an address. */
function searchRoute(app: FastifyInstance, host: Host): void {
  app.post('/api/cases/search', {
    schema: {
      ...{ summary: 'Families by the names, numbers and addresses of people in them', tags: ['families'] },
      ...{
        body: sent({ text: { type: 'string', maxLength: 200 } }),
        response: { 200: listOf(shapes.familyRow) },
      },
    },
    config: {
      may: { action: 'find-families', thing: () => nothing },
      audit: { action: 'find-families', looks: true },
    },
    handler: async (request: FastifyRequest<{ Body: { text: string } }>) => {
      const person = signedIn(request);
      const filter = { ...readerOf(person), text: request.body.text };
      const { rows } = await host.store.list('families', filter, { limit: 20 });
      const named = await foundFor(host, rows, request.body.text, person.id);
      const others = await foundByPeople(host, named, request.body.text, person);
      return sayFamilies(host, person, [...named, ...others]);
    },
  });
}

/** Families found by a name, becoming known, and growing by a child. */
export function contactRoutes(app: FastifyInstance, host: Host): void {
  searchRoute(app, host);

  app.post('/api/cases', {
    schema: {
      ...{ summary: 'Somebody told us about children', tags: ['families'] },
      ...{ body: shapes.contact, response: { 200: shapes.opened } },
    },
    config: { may: { action: 'open-contact', thing: () => nothing }, audit: { action: 'open-contact' } },
    handler: async (request: Contact) => {
      const person = signedIn(request);
      const { contact, commandId } = request.body;
      if (contact.existing !== undefined) await refuseUnknownFamily(host, person, contact.existing);
      const joins = await childrenJoining(
        host,
        request,
        contact.children,
        familyFor({ ...contact, by: person.id, commandId }),
      );
      const team = person.team ? { team: person.team.id } : {};
      const opened = replyOf(await openContact(host, { ...contact, by: person.id, commandId, ...team }));
      await joins.tell();
      return opened;
    },
  });

  app.post('/api/cases/:id/children', {
    schema: {
      ...{ summary: 'A child joins the family', tags: ['families'], params: params('id') },
      ...{ body: shapes.joining, response: { 200: shapes.opened } },
    },
    config: { may: { action: 'add-child', thing: familyNamed(host) }, audit: { action: 'add-child' } },
    handler: async (request: OfFamily<ContactChild & { commandId: string }>) => {
      const { commandId, ...child } = request.body;
      const person = signedIn(request);
      const joins = await childrenJoining(host, request, [child], request.params.id);
      const contact = { existing: request.params.id, children: [child], by: person.id, commandId };
      const opened = replyOf(await openContact(host, contact));
      await joins.tell();
      return opened;
    },
  });
}

/** A list to choose from: where a family stands is for those who may read it. */
async function sayFamilies(host: Host, person: Person, rows: FamilyRow[]) {
  const names = await accountNames(
    host.store,
    rows.map((row) => row.worker),
  );
  return rows.map((row) => {
    const stage = row.children.find((child) => child.stage)?.stage;
    return {
      ...{ id: row.id, name: row.name, children: row.children.map(({ id, name }) => ({ id, name })) },
      ...(row.team ? { team: row.team } : {}),
      ...(row.worker ? { worker: { id: row.worker, name: names.get(row.worker) ?? '' } } : {}),
      ...(stage && may(person, 'read-family', familyThing(row)).ok ? { stage } : {}),
    };
  });
}

/** A family that may not be known of looks like one that is not there. */
async function refuseUnknownFamily(host: Host, person: Person, id: string): Promise<void> {
  const family = await host.store.family(id);
  const answer = family && may(person, 'find-families', familyThing(family));
  if (!answer || (!answer.ok && answer.code === 'hidden')) refuseAbsent();
  if (!answer.ok) refuse(403, answer.code, answer.say);
}

/** Children who are on file must be there and open to the sender; those who are new must be possible. */
async function childrenJoining(
  host: Host,
  request: FastifyRequest,
  children: ContactChild[],
  family: string,
): Promise<Joins> {
  for (const child of children) {
    if (!('new' in child)) continue;
    const faults = personFaults(child.new, host.clock.now().slice(0, 10));
    const findings = faults.map(({ field, message }) => ({
      ...{ check: 'person', level: 'error' as const, question: field, message },
    }));
    const message = 'Some of what is said of the children needs to be put right.';
    if (findings.length > 0) refuse(422, 'not-valid', message, { findings });
  }
  const known = children.flatMap((child) => ('person' in child ? child.person : []));
  const joins = await joinOthers(host, request, known, family);
  const [no] = joins.refused;
  if (no) refuse(422, no.reason === 'person-unknown' ? 'unknown-person' : no.reason, no.message);
  return joins;
}
