import { randomUUID } from 'node:crypto';
import type { CaseRecord } from '#engine';
import { accountNames, accountOf } from '../access/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type { FamilyRow, Store } from '../store/port.ts';
import { textsIn, withheldOf, type Withheld, type WithheldFrom } from './withheld.ts';

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
export async function withholdAnswer(services: Services, record: CaseRecord, asked: Asked, by: string) {
  const { question = '', child } = asked;
  const value = (child === undefined ? record.answers.answers : record.answers.perChild[child])?.[question];
  if (value === undefined)
    refuse(422, 'no-answer', 'There is no such answer in this record. Choose another.');
  const about = { record: record.id, question, ...(child === undefined ? {} : { child }) };
  return keep(services, record.case, about, value, asked, by);
}

/** Withholds a row of one of the family's living documents. */
export async function withholdRow(services: Services, caseId: string, asked: Asked, by: string) {
  const { part = '', block = '', row = '' } = asked;
  const found = await services.store.part(caseId, part);
  const value = found?.blocks[block]?.find((one) => one['id'] === row);
  if (value === undefined) refuse(422, 'no-row', 'This row is no longer there. Look again, then choose.');
  return keep(services, caseId, { part, block, row }, value, asked, by);
}

async function keep(
  { store, clock }: Services,
  caseId: string,
  about: Partial<Withheld>,
  value: unknown,
  { from, reason }: Asked,
  by: string,
): Promise<{ id: string }> {
  const family = await store.family(caseId);
  if (!family) refuseAbsent();
  await refuseStranger(store, family, from, by);
  const files = await store.attachmentFacts(textsIn(value));
  const body: Withheld = {
    ...{ case: caseId, ...about, from, reason, by, at: clock.now() },
    files: files.map(({ id }) => id),
  };
  const id = randomUUID();
  const put = await store.put({
    ...{ kind: 'withheld', id, about: caseId, case: caseId, body, expecting: 0 },
    change: { kind: 'case', case: caseId },
  });
  if (!put.ok) refuseWrite(put);
  return { id };
}

async function refuseStranger(
  store: Store,
  family: FamilyRow,
  from: WithheldFrom,
  by: string,
): Promise<void> {
  if ('person' in from) {
    if (!family.people.includes(from.person)) {
      refuse(422, 'unknown-person', 'Somebody you chose is not among this family’s people: choose again.');
    }
    return;
  }
  if (from.account === by) refuse(422, 'oneself', 'Nobody withholds from themselves. Choose somebody else.');
  if (!(await accountOf(store, from.account))) {
    refuse(422, 'unknown-account', 'Somebody you chose has no account here: choose again.');
  }
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
  const { case: caseId } = body;
  const put = await store.put({
    ...{ kind: 'withheld', id, about: caseId, case: caseId, body, expecting: found.revision },
    change: { kind: 'case', case: caseId },
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
