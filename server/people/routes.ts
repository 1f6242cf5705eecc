import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyThing, may, mayWriteIn, nothing, type Person, type Thing } from '../access/index.ts';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { refuseUnlessMay } from '../plugins/route-policy.ts';
import { id, line, listOf, named, object, params, sent, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { FamilyRow, PersonDocument } from '../store/port.ts';
import { writePerson } from './change-person.ts';
import { familiesOf, findPeople, type KnownThrough } from './find-people.ts';
import { joining } from './joining.ts';
import { nameOf, personFaults, type PersonRecord } from './person-record.ts';
import { personSent, personSentBack, personShown } from './person-schema.ts';
import type { PeopleOfCases } from './of-cases.ts';
import { personOf } from './person-of.ts';
import { sameRoutes } from './same-routes.ts';
import { matchProperties, sayMatch } from './say-match.ts';

type ToChange = FastifyRequest<{ Params: { id: string }; Body: ChangedPerson }>;
type ById = FastifyRequest<{ Params: { id: string } }>;
interface NewPerson {
  person: PersonRecord;
  case?: string;
  commandId: string;
}
interface ChangedPerson {
  person: PersonRecord & { id?: string; revision?: number; name?: string; addressesHidden?: boolean };
  revision: number;
  commandId: string;
}

const match = object(matchProperties, ['id', 'name', 'families']);

/** Looking somebody up: what is looked for is sent, so that it never stands in an address. */
function searchRoute(app: FastifyInstance, { store }: Services, cases?: PeopleOfCases): void {
  app.post('/api/people/search', {
    schema: {
      ...{
        summary: 'People who may be the one looked for',
        tags: ['people'],
        response: { 200: listOf(match) },
      },
      body: sent({ text: { type: 'string', maxLength: 200 }, born: { type: 'string', format: 'date' } }, [
        'text',
        'born',
      ]),
    },
    config: {
      may: { action: 'find-people', thing: () => nothing },
      audit: { action: 'find-people', looks: true },
    },
    handler: async (request: FastifyRequest<{ Body: { text?: string; born?: string } }>) => {
      const found = await findPeople(store, request.person, request.body, cases?.knownThrough);
      return found.map(sayMatch);
    },
  });
}

/** People: looked for before they are made, edited in one place, shared by cases. */
export function peopleRoutes(app: FastifyInstance, services: Services, cases?: PeopleOfCases): void {
  const { store } = services;
  const thing = personOf(services, cases);
  sameRoutes(app, services, cases);
  searchRoute(app, services, cases);

  app.post('/api/people', {
    schema: {
      ...{ summary: 'Put somebody on file', tags: ['people'], response: { 200: named } },
      body: sent({ person: personSent, case: id, commandId: line }, ['case']),
    },
    config: {
      may: { action: 'create-person', thing: () => nothing },
      audit: { action: 'create-person' },
    },
    handler: (request: FastifyRequest<{ Body: NewPerson }>) => create(services, request, cases),
  });

  app.get('/api/people/:id', {
    schema: {
      ...{ summary: 'What is known of a person', tags: ['people'], params: params('id') },
      response: { 200: personShown },
    },
    config: { may: { action: 'read-person', thing }, audit: { action: 'read-person' } },
    handler: async (request: ById) => {
      const document = await store.person(request.params.id);
      if (!document) refuseAbsent();
      return sayPerson(document, request.person, request.thing ?? nothing);
    },
  });

  app.put('/api/people/:id', {
    schema: {
      ...{ summary: 'Change what is known of a person', tags: ['people'], params: params('id') },
      ...{ response: { 200: personShown } },
      body: sent({ person: personSentBack, revision: whole, commandId: line }),
    },
    config: { may: { action: 'change-person', thing }, audit: { action: 'change-person' } },
    handler: (request: ToChange) => change(services, request, cases),
  });
}

async function change({ store, clock }: Services, request: ToChange, cases: PeopleOfCases | undefined) {
  const before = await store.person(request.params.id);
  if (!before) refuseAbsent();
  const person = asStored(request, before);
  refuseFaults(person, clock.now());
  const act = { by: request.person?.id ?? '', now: clock.now(), commandId: request.body.commandId };
  const put = await store.putPerson(writePerson(before.id, person, request.body.revision, act));
  // a repeat of what is already there is no conflict
  const repeated = !put.ok && put.reason === 'conflict' && isDeepStrictEqual(before.body, person);
  if (!put.ok && !repeated) refuseWrite(put);
  const families = await familiesOf(store, before.id);
  await cases?.changed(
    families.map((family) => family.id),
    before.id,
    act,
  );
  const others = families.filter((family) => !may(request.person, 'change-person', familyThing(family)).ok);
  if (put.ok) await cases?.told(others, { kind: 'person-changed', person: before.id, by: act.by });
  const after = await store.person(before.id);
  return sayPerson(after ?? before, request.person, request.thing ?? nothing);
}

async function create(
  { store, clock }: Services,
  request: FastifyRequest<{ Body: NewPerson }>,
  cases: PeopleOfCases | undefined,
) {
  const { person, case: caseId, commandId } = request.body;
  refuseFaults(person, clock.now());
  const act = { by: request.person?.id ?? '', now: clock.now(), commandId };
  const personId = idFromCommand('person', act.by, commandId);
  if (caseId !== undefined) await refuseUnlessWritten(store, request, caseId);
  const others = await othersOf(store, request, personId, caseId, cases?.knownThrough);
  const put = await store.putPerson(writePerson(personId, person, 0, act));
  // the same command again: the person it made is there already
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  if (caseId !== undefined) await cases?.joined(caseId, personId, act);
  await cases?.told(others, { kind: 'person-joined', person: personId, by: act.by });
  return { id: personId, name: nameOf(person) };
}

async function refuseUnlessWritten(
  store: Services['store'],
  request: FastifyRequest,
  caseId: string,
): Promise<void> {
  const family = (await store.family(caseId)) ?? refuseAbsent();
  if (await mayWriteIn(store, request.person, family)) return;
  // reading a family, or having opened it by a reason, adds nobody to it
  refuseUnlessMay(request, 'change-network', familyThing(family));
}

/** The same command again for another family: by now they may belong to one that is not the sender's. */
async function othersOf(
  store: Services['store'],
  request: FastifyRequest,
  person: string,
  caseId: string | undefined,
  knownThrough: KnownThrough | undefined,
): Promise<FamilyRow[]> {
  if (caseId === undefined || !(await store.person(person))) return [];
  const answer = await joining(store, request.person, person, { family: caseId, knownThrough });
  return answer.ok ? answer.others : refuse(422, answer.reason, answer.message);
}

function refuseFaults(person: PersonRecord, now: string): void {
  const faults = personFaults(person, now.slice(0, 10));
  if (faults.length === 0) return;
  const findings = faults.map(({ field, message }) => ({
    ...{ check: 'person', level: 'error' as const, question: field, message },
  }));
  refuse(422, 'not-valid', 'Some of what is on this page needs to be put right.', { findings });
}

/** What is written: what the page sent, and the addresses that the page could not show because they are sensitive. */
function asStored(request: FastifyRequest<{ Body: ChangedPerson }>, before: PersonDocument): PersonRecord {
  const {
    id: _id,
    revision: _revision,
    name: _name,
    addressesHidden: _hidden,
    ...person
  } = request.body.person;
  if (maySeeSensitive(request.person, request.thing ?? nothing)) return person;
  const kept = ((before.body as PersonRecord).addresses ?? []).filter((address) => address.sensitive);
  if (kept.length === 0) return person;
  return { ...person, addresses: [...(person.addresses ?? []), ...kept] };
}

function maySeeSensitive(reader: Person | undefined, thing: Thing): boolean {
  return may(reader, 'see-sensitive-address', thing).ok;
}

/** A sensitive address never reaches a page of somebody without the right to see it. */
function sayPerson(document: PersonDocument, reader: Person | undefined, thing: Thing) {
  const person = document.body as PersonRecord;
  const hide = !maySeeSensitive(reader, thing) && person.addresses?.some((address) => address.sensitive);
  return {
    ...person,
    ...(hide ? { addresses: person.addresses?.filter((one) => !one.sensitive), addressesHidden: true } : {}),
    ...{ id: document.id, revision: document.revision, name: nameOf(person) },
  };
}
