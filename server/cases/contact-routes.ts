import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountNames, familyThing, may, nothing, readerOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { familiesOf, personFaults, personThing } from '../people/index.ts';
import { listOf, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { FamilyRow } from '../store/port.ts';
import { familyOf } from './of-family.ts';
import type { OfFamily } from './of-family.ts';
import { openContact } from './open-contact.ts';
import type { ContactChild } from './open-contact.ts';
import * as shapes from './shapes.ts';

type Contact = FastifyRequest<{
  Body: { contact: { existing?: string; children: ContactChild[] }; commandId: string };
}>;

/** Families found by a name, becoming known, and growing by a child. */
export function contactRoutes(app: FastifyInstance, host: Host): void {
  app.get('/api/cases', {
    schema: {
      ...{ summary: 'Families by the names in them', tags: ['families'] },
      ...{ querystring: sent({ text }), response: { 200: listOf(shapes.familyRow) } },
    },
    config: { may: { action: 'find-families', thing: () => nothing }, audit: { action: 'find-families' } },
    handler: async (request: FastifyRequest<{ Querystring: { text: string } }>) => {
      const person = signedIn(request);
      const filter = { ...readerOf(person), text: request.query.text };
      const { rows } = await host.store.list('families', filter, { limit: 20 });
      return sayFamilies(host, person, rows);
    },
  });

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
      await refuseChildren(host, person, contact.children);
      const team = person.team ? { team: person.team.id } : {};
      return replyOf(await openContact(host, { ...contact, by: person.id, commandId, ...team }));
    },
  });

  app.post('/api/cases/:id/children', {
    schema: {
      ...{ summary: 'A child joins the family', tags: ['families'], params: params('id') },
      ...{ body: shapes.joining, response: { 200: shapes.opened } },
    },
    config: { may: { action: 'add-child', thing: familyOf(host) }, audit: { action: 'add-child' } },
    handler: async (request: OfFamily<ContactChild & { commandId: string }>) => {
      const { commandId, ...child } = request.body;
      const person = signedIn(request);
      await refuseChildren(host, person, [child]);
      const contact = { existing: request.params.id, children: [child], by: person.id, commandId };
      return replyOf(await openContact(host, contact));
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

/** Children who are on file must be there and known to the sender; those who are new must be possible. */
async function refuseChildren(host: Host, person: Person, children: ContactChild[]): Promise<void> {
  for (const child of children) {
    if ('new' in child) {
      const faults = personFaults(child.new, host.clock.now().slice(0, 10));
      const findings = faults.map(({ field, message }) => ({
        ...{ check: 'person', level: 'error' as const, question: field, message },
      }));
      const message = 'Some of what is said of the children needs to be put right.';
      if (findings.length > 0) refuse(422, 'not-valid', message, { findings });
      continue;
    }
    const found = await host.store.person(child.person);
    const thing = found && personThing(found.id, await familiesOf(host.store, found.id));
    if (!thing || !may(person, 'find-people', thing).ok) {
      refuse(422, 'unknown-person', 'Somebody you chose is not on file: look them up again.');
    }
  }
}
