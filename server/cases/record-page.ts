import { decidingTerms, questionsOf } from '#engine';
import type { CaseRecord, Form, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { attachmentsShown } from './attachments-shown.ts';
import { besideBlocks } from './beside-blocks.ts';
import { computedIn } from './computed-in.ts';
import { completionOf, correctionOf, firstOf, recordsOf } from './records-of.ts';

/** What its reader may do with a record. */
export interface RecordCan {
  correct: boolean;
  reopen: boolean;
  withhold: boolean;
}

/**
 * A completed form with everything its page shows: the form and the shared blocks it asks, as they were then; to whom
 * this one record was given, only the rows that were written with it.
 */
export async function recordPage(
  host: Host,
  record: CaseRecord,
  can: RecordCan,
  rows: 'all' | 'written' = 'all',
) {
  const version = await host.versions.get(record.version);
  const form = version.forms[record.form];
  const stored = await host.store.load(record.case);
  if (!form || !stored) return undefined;
  const [people, siblings, pinned] = await Promise.all([
    host.store.people(stored.family.people),
    recordsOf(host.store, record.case, record.form),
    pinnedBlocks(host, form, record),
  ]);
  const blocks = rows === 'all' ? pinned : writtenIn(pinned, record, siblings);
  const completion = await completionOf(host.store, record, siblings);
  const corrections = chain(siblings, record);
  const names = await accountNames(host.store, [record.by, ...corrections.map((one) => one.by)]);
  const shown = people.map((one) => shownPerson(one.id, one.body));
  const by = (id: string) => ({ id, name: names.get(id) ?? 'Somebody who left' });
  const stands = !correctionOf(record, siblings) && !completion?.reopened;
  return {
    ...{ record, form, codeLists: version.dictionary.codeLists, at: record.at, by: by(record.by) },
    ...besideBlocks(version, form),
    case: { id: record.case, name: stored.family.name },
    children: record.children.map((id) => ({
      ...{ id, name: shown.find((one) => one.id === id)?.called ?? 'Name not recorded' },
    })),
    people: shown.map(({ id, name }) => ({ id, name })),
    blocks,
    attachments: await attachmentsShown(host.store, {
      ...{ case: record.case, form, version, blocks, answers: record.answers },
    }),
    computed: computedIn(
      version,
      stored.case,
      record,
      (id) => shown.find((one) => one.id === id)?.name ?? id,
    ),
    ...outputOf(version, record.form),
    corrections: corrections.map((one) => ({
      ...{ id: one.id, question: '', reason: one.reason ?? '', at: one.at, by: by(one.by) },
      ...changed(one, siblings),
    })),
    ...(record.task ? { task: record.task } : {}),
    deciding: decidingIn(version, record.form),
    canCorrect: stands && can.correct,
    canReopen: stands && completion !== undefined && can.reopen,
    canWithhold: can.withhold,
  };
}

function outputOf(version: Version, form: string) {
  const output = version.outputs.find((one) => one.form === form);
  return output ? { output } : {};
}

/** Questions whose answers decided the way: they are not corrected in place. */
function decidingIn(version: Version, form: string): string[] {
  const terms = decidingTerms(version.pathway);
  const questions = version.forms[form] ? questionsOf(version.forms[form]) : [];
  return questions.filter((one) => one.term && terms.has(one.term)).map((one) => one.id);
}

/** The corrections that led from the first record to this one, and those made of it since; the oldest first. */
function chain(records: CaseRecord[], record: CaseRecord): CaseRecord[] {
  const before: CaseRecord[] = [];
  for (let one: CaseRecord | undefined = record; one?.corrects;) {
    before.unshift(one);
    const was: string = one.corrects;
    one = records.find((other) => other.id === was);
  }
  const after: CaseRecord[] = [];
  for (let next = correctionOf(record, records); next; next = correctionOf(next, records)) after.push(next);
  return [...before, ...after];
}

function changed(now: CaseRecord, records: CaseRecord[]) {
  const was = records.find((one) => one.id === now.corrects);
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const keys = (...of: (object | undefined)[]): string[] => [
    ...new Set(of.flatMap((one) => Object.keys(one ?? {}))),
  ];
  for (const question of keys(now.answers.answers, was?.answers.answers)) {
    const [value, old] = [now.answers.answers[question], was?.answers.answers[question]];
    if (differs(value, old)) return { question, value, was: old };
  }
  for (const child of keys(now.answers.perChild, was?.answers.perChild)) {
    const [own, before] = [now.answers.perChild[child], was?.answers.perChild[child]];
    for (const question of keys(own, before)) {
      const [value, old] = [own?.[question], before?.[question]];
      if (differs(value, old)) return { question, child, value, was: old };
    }
  }
  return {};
}

type Blocks = Record<string, Record<string, unknown>[]>;

/** Shared blocks that the form asks, at the revision it was completed with; its part may have others beside them. */
async function pinnedBlocks(host: Host, form: Form, record: CaseRecord): Promise<Blocks> {
  const found = await Promise.all(
    Object.entries(record.pins).map(async ([part, revision]) => {
      const document = revision > 0 ? await host.store.part(record.case, part, revision) : undefined;
      return Object.entries(document?.blocks ?? {});
    }),
  );
  const asked = new Set(questionsOf(form).map((question) => question.block));
  return Object.fromEntries(found.flat().filter(([id]) => asked.has(id)));
}

/** Rows that came with the record, or with one that it puts right. */
function writtenIn(blocks: Blocks, record: CaseRecord, records: CaseRecord[]): Blocks {
  const first = firstOf(record, records).id;
  const same = new Set<unknown>(
    records.filter((one) => firstOf(one, records).id === first).map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(blocks).map(([id, rows]) => [id, rows.filter((row) => same.has(row['record']))]),
  );
}
