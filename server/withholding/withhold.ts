import { randomUUID } from 'node:crypto';
import type { CaseRecord } from '#engine';
import { accountNames, accountOf, familyThing, may, type Person } from '../access/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { notify, whoManages } from '../glass/index.ts';
import type { Host } from '../host.ts';
import type { Services } from '../services.ts';
import type { FamilyRow, Store } from '../store/port.ts';
import { oversees } from './oversees.ts';
import { asStored, textsIn, withheldOf, type Withheld, type WithheldFrom } from './withheld.ts';

/** What is sent to withhold an answer, or a row of the family's map. */
export interface Asked {
  question?: string;
  child?: string;
  part?: string;
  block?: string;
  row?: string;
  from: WithheldFrom;
  reason: string;
}

/** Withholds an answer of a record. It stands in the record for everybody else, with the reason. */
export async function withholdAnswer(host: Host, record: CaseRecord, asked: Asked, by: Person) {
  const { question = '', child } = asked;
  const value = (child === undefined ? record.answers.answers : record.answers.perChild[child])?.[question];
  if (value === undefined)
    refuse(422, 'no-answer', 'There is no such answer in this record. Choose another.');
  if ('account' in asked.from) await refuseWrittenOn(host, record, question);
  const about = { record: record.id, question, ...(child === undefined ? {} : { child }) };
  return keep(host, record.case, about, value, asked, by);
}

/** An answer that is also written into a person's own record is read there by all who read the family. */
async function refuseWrittenOn({ versions }: Host, record: CaseRecord, question: string): Promise<void> {
  const { forms } = await versions.get(record.version);
  const asked = forms[record.form]?.layout.flatMap((one) => one.questions).find(({ id }) => id === question);
  if (asked?.person === undefined) return;
  const say =
    'This answer also stands in the child’s own record, which all who read the family see, so withholding it here would not keep it from anybody. Ask the head of service whether the family should be restricted.';
  refuse(422, 'in-person-record', say);
}

/** Withholds a row of one of the family's living documents. */
export async function withholdRow(services: Services, caseId: string, asked: Asked, by: Person) {
  const { part = '', block = '', row = '' } = asked;
  const found = await services.store.part(caseId, part);
  const value = found?.blocks[block]?.find((one) => one['id'] === row);
  if (value === undefined) refuse(422, 'no-row', 'This row is no longer there. Look again, then choose.');
  return keep(services, caseId, { part, block, row }, value, asked, by);
}

async function keep(
  services: Services,
  caseId: string,
  about: Partial<Withheld>,
  value: unknown,
  { from, reason }: Asked,
  by: Person,
): Promise<{ id: string }> {
  const { store, clock } = services;
  const family = await store.family(caseId);
  if (!family) refuseAbsent();
  await refuseStranger(services, family, from, by);
  await tell(services, family, from, by.id);
  const files = await store.attachmentFacts(textsIn(value));
  const body: Withheld = {
    ...{ case: caseId, ...about, from, reason, by: by.id, at: clock.now() },
    files: files.map(({ id }) => id),
  };
  const id = randomUUID();
  const put = await store.put({ ...asStored(id, body, 0), change: { kind: 'case', case: caseId } });
  if (!put.ok) refuseWrite(put);
  return { id };
}

/** Whoever manages the family is told before it is withheld; nobody is told that it is withheld from them. */
async function tell(services: Services, family: FamilyRow, from: WithheldFrom, by: string): Promise<void> {
  const account = 'account' in from ? from.account : undefined;
  for (const to of await whoManages(services.store, family.team, by)) {
    if (to === account) continue;
    const whom = account === undefined ? {} : { from: account };
    await notify(services, { to, kind: 'withheld', by, case: family.id, ...whom });
  }
}

async function refuseStranger(
  services: Services,
  family: FamilyRow,
  from: WithheldFrom,
  by: Person,
): Promise<void> {
  if ('person' in from) {
    if (!family.people.includes(from.person)) {
      refuse(422, 'unknown-person', 'Somebody you chose is not among this family’s people: choose again.');
    }
    return;
  }
  if (from.account === by.id)
    refuse(422, 'oneself', 'Nobody withholds from themselves. Choose somebody else.');
  const account = (await accountOf(services.store, from.account))?.body;
  if (!account)
    return refuse(422, 'unknown-account', 'Somebody you chose has no account here: choose again.');
  if (may(by, 'restrict-family', familyThing(family)).ok || !(await oversees(services, account, family)))
    return;
  const say = `${account.displayName} answers for the work with this family, for its record or for an inspection. Only the head of service withholds anything from them: ask there.`;
  refuse(422, 'oversees', say);
}

/** Lifts what was withheld, with a reason; that it was withheld stays known. */
export async function lift(
  { store, clock }: Services,
  id: string,
  by: string,
  reason: string,
): Promise<void> {
  const found = await store.document<Withheld>('withheld', id);
  if (!found || found.body.lifted) refuseAbsent();
  const body: Withheld = { ...found.body, lifted: { by, at: clock.now(), reason } };
  const put = await store.put({
    ...asStored(id, body, found.revision),
    change: { kind: 'case', case: body.case },
  });
  if (!put.ok) refuseWrite(put);
}

/** What is withheld of a record or of the family's map, in words, for those who may read it. */
export async function sayWithheld(store: Store, caseId: string, record?: string) {
  const found = (await withheldOf(store, caseId)).filter(({ body }) => body.record === record);
  const accounts = found.flatMap(({ body }) => [
    body.by,
    'account' in body.from ? body.from.account : undefined,
  ]);
  const names = await accountNames(store, accounts);
  return found.map(({ id, body }) => {
    const { question, child, part, block, row, from, reason, by, at } = body;
    return {
      ...{ id, reason, at, by: names.get(by) ?? 'Somebody who left' },
      ...(question === undefined ? {} : { question }),
      ...(child === undefined ? {} : { child }),
      ...(part === undefined ? {} : { part, block: block ?? '', row: row ?? '' }),
      from:
        'account' in from
          ? { account: from.account, name: names.get(from.account) ?? 'Somebody who left' }
          : { person: from.person },
    };
  });
}
