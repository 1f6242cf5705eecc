import type { CaseRecord } from '#engine';
import { documentsOf, familyThing, lastDayOf, may, type Invitation, type Person } from '../access/index.ts';
import { recordPage, recordsOf } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { readAs } from '../withholding/index.ts';

/** What somebody is invited to at present, as one list. */
export async function invitedTo(host: Host, person: Person) {
  const own = await current(host, person);
  const said = await Promise.all(
    own.map(async (one) => {
      const family = await host.store.family(one.case);
      // a family that was restricted since is closed to whoever was invited, too
      return family && may(person, 'read-shared', familyThing(family)).ok
        ? [{ case: one.case, name: family.name, purpose: one.purpose, until: lastDayOf(one.until) }]
        : [];
    }),
  );
  return said.flat();
}

/** One family as far as it is shared: what may be read, what may be written, and the children it is about. */
export async function invitedPage(host: Host, person: Person, caseId: string) {
  const own = await invitationsTo(host, person, caseId);
  const stored = (await host.store.load(caseId)) ?? refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const [records, people] = await Promise.all([
    readableRecords(host, person, caseId),
    host.store.people(stored.case.children.map(({ id }) => id)),
  ]);
  const forms = [...new Set(own.flatMap((one) => one.forms))];
  return {
    ...{ case: caseId, name: stored.family.name },
    purposes: own.map(({ purpose, until }) => ({ purpose, until: lastDayOf(until) })),
    children: people.map(({ id, body }) => ({ id, name: shownPerson(id, body).called })),
    records: records.map((one) => ({
      ...{ id: one.id, title: version.forms[one.form]?.title ?? one.form, at: one.at },
      own: one.by === person.id,
    })),
    forms: forms.flatMap((id) => {
      const form = version.forms[id];
      return form ? [{ id, title: form.title, purpose: form.purpose }] : [];
    }),
  };
}

/** A record that is shared with somebody, or that they wrote. */
export async function invitedRecord(host: Host, person: Person, caseId: string, id: string) {
  const readable = await readableRecords(host, person, caseId);
  if (!readable.some((one) => one.id === id)) refuseAbsent();
  const reading = await readAs(host, caseId, person.id);
  const record = (await reading.store.record(id)) ?? refuseAbsent();
  const page = await recordPage(
    reading,
    record,
    { correct: false, reopen: false, withhold: false },
    'written',
  );
  // who else belongs to the family, and what hangs on the case, is not part of what was shared
  return page && { ...page, people: [], corrections: [] };
}

async function current(host: Host, person: Person): Promise<Invitation[]> {
  const now = host.clock.now();
  const found = await documentsOf<Invitation>(host.store, 'invitation', person.id);
  const closed = person.conflicts ?? [];
  return found.map(({ body }) => body).filter((one) => now < one.until && !closed.includes(one.case));
}

/** Their invitations to one family that hold now; without any the request ends. */
export async function invitationsTo(host: Host, person: Person, caseId: string): Promise<Invitation[]> {
  const own = (await current(host, person)).filter((one) => one.case === caseId);
  return own.length > 0 ? own : refuseAbsent();
}

async function readableRecords(host: Host, person: Person, caseId: string): Promise<CaseRecord[]> {
  const own = await invitationsTo(host, person, caseId);
  const shared = new Set(own.flatMap((one) => one.records));
  const records = await recordsOf(host.store, caseId);
  return records.filter((one) => shared.has(one.id) || one.by === person.id);
}
