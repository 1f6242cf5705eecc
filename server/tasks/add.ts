import { addRecord } from '#engine';
import type { Answers, Form, Version } from '#engine';
import { familyThing, may, performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { StoredCase } from '../store/port.ts';
import { caseAs, readAs } from '../withholding/index.ts';
import { answersPage } from './answers-page.ts';
import { happened } from './complete.ts';
import type { Happened } from './complete.ts';
import { draftsOf } from './drafts.ts';
import type { DraftPlace } from './drafts.ts';

/** A form that somebody is about to add to a family. */
export interface Addition {
  stored: StoredCase;
  version: Version;
  form: Form;
  children: string[];
  place: DraftPlace;
  person: Person;
}

/** The form, if it may be added at any time and by this person; for any other the request ends. */
export async function formToAdd(
  host: Host,
  person: Person,
  caseId: string,
  formId: string,
): Promise<Addition> {
  const stored = await host.store.load(caseId);
  const version = stored && (await host.versions.get(stored.case.version));
  const form = version?.forms[formId];
  if (!stored || !version || !form?.anytime) return refuseAbsent();
  const roles = performsOf(person.roles);
  if (!form.anytime.roles.some((role) => roles.includes(role))) {
    return refuse(403, 'not-your-role', `“${form.title}” is for another role. Ask a colleague to add it.`);
  }
  const children = stored.case.children.map((child) => child.id);
  // what somebody is adding is their own until it is added
  const place = { owner: `add:${caseId}:${formId}:${person.id}`, case: caseId, form: formId };
  return { stored, version, form, children, place, person };
}

/** The same page as that of a step, about all children of the family. */
export async function additionPage(host: Host, addition: Addition) {
  const { stored, version, form, children, place, person } = addition;
  const { family } = stored;
  const readsRecords = may(person, 'read-record', familyThing(family)).ok;
  const reading = await readAs(host, stored.case.id, person.id);
  const kase = await caseAs(reading, host, stored.case);
  const page = await answersPage(reading, { version, kase, form, children, place, readsRecords });
  const task = {
    ...{ id: '', case: kase.id, caseName: family.name, what: form.title },
    ...{ children: page.children, revision: kase.revision },
  };
  return { ...page, task, canComplete: { ok: true } };
}

/** Adds the completed form: facts and clocks follow, and its answers may start work of its own. */
export async function add(
  host: Host,
  { stored, form, place }: Addition,
  sent: { answers: Answers; children: string[]; by: string; commandId: string },
): Promise<Carried<Happened>> {
  const { answers, by, commandId } = sent;
  const children = [...new Set(sent.children)];
  const drafts = await draftsOf(host, place);
  return carryOut(host, {
    ...{ case: stored.case.id, by, commandId },
    decide: (version, kase, act) => addRecord(version, kase, { ...act, form: form.id, children, answers }),
    reply: (change, version, before) => happened(change, version, before),
    drafts: [...drafts.values()].map((draft) => draft.id),
  });
}
