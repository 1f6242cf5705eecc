import { addRecord, questionsOf } from '#engine';
import type { Answers, Form, Version } from '#engine';
import type { Person } from '../access/index.ts';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredCase } from '../store/port.ts';
import { draftsOf, type DraftPlace } from '../tasks/index.ts';
import { invitationsTo } from './invited.ts';

/** A form that somebody of another agency was asked to write, and where what they write is kept until they send it. */
export interface InvitedForm {
  stored: StoredCase;
  version: Version;
  form: Form;
  children: string[];
  place: DraftPlace;
}

/** The form, if it is one they were asked to write; for any other the request ends. */
export async function formInvitedTo(
  host: Host,
  person: Person,
  caseId: string,
  formId: string,
): Promise<InvitedForm> {
  const own = await invitationsTo(host, person, caseId);
  if (!own.some((one) => one.forms.includes(formId))) {
    refuse(403, 'not-invited', 'You were not asked to write this. Ask whoever invited you.');
  }
  const stored = (await host.store.load(caseId)) ?? refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const form = version.forms[formId] ?? refuseAbsent();
  const children = stored.case.children.map(({ id }) => id);
  // their own until it is sent, as with any form that is added
  const place = { owner: `add:${caseId}:${formId}:${person.id}`, case: caseId, form: formId };
  return { stored, version, form, children, place };
}

/** The form to be written: its questions, the children it is about, and what this person wrote so far; nothing known. */
export async function invitedFormPage(host: Host, { stored, version, form, children, place }: InvitedForm) {
  const [people, drafts] = await Promise.all([host.store.people(children), draftsOf(host, place)]);
  const { case: kase, family } = stored;
  return {
    ...{ case: { id: kase.id, name: family.name, revision: kase.revision }, form },
    codeLists: version.dictionary.codeLists,
    blockShapes: version.blocks.filter((block) => questionsOf(form).some((one) => one.block === block.id)),
    children: people.map(({ id, body }) => {
      const { called, expected } = shownPerson(id, body);
      return { id, name: called, unborn: expected !== undefined };
    }),
    drafts: Object.fromEntries(
      [...drafts.values()].map(({ key, value, revision: saved, at }) => [
        key,
        { value, revision: saved, at },
      ]),
    ),
  };
}

/** What they write becomes a record, about all the children; what was kept of it meanwhile goes. */
export async function contribute(
  host: Host,
  asked: InvitedForm,
  sent: { answers: Answers; by: string; commandId: string },
): Promise<Carried<{ record: string }>> {
  const { stored, form, place } = asked;
  const { answers, by, commandId } = sent;
  const drafts = await draftsOf(host, place);
  return carryOut(host, {
    ...{ case: stored.case.id, by, commandId },
    decide: (version, kase, act) =>
      addRecord(version, kase, {
        ...{ ...act, form: form.id, answers },
        children: kase.children.map(({ id }) => id),
      }),
    reply: (change) => ({ record: change.record?.id ?? '' }),
    drafts: [...drafts.values()].map(({ id }) => id),
  });
}
