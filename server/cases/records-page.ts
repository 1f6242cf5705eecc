import { computeAnswer, dayOf, questionsOf } from '#engine';
import type { Case, CaseRecord, HistoryEntry, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredEntry } from '../store/port.ts';

/** A completed form with everything its page shows: the form and the shared blocks as they were then. */
export async function recordPage(host: Host, record: CaseRecord) {
  const version = await host.versions.get(record.version);
  const form = version.forms[record.form];
  const stored = await host.store.load(record.case);
  if (!form || !stored) return undefined;
  const [people, siblings] = await Promise.all([
    host.store.people(stored.family.people),
    host.store.list('records', { case: record.case, form: record.form }, { limit: 500 }),
  ]);
  const corrections = chain(siblings.rows, record);
  const names = await accountNames(host.store, [record.by, ...corrections.map((one) => one.by)]);
  const shown = people.map((one) => shownPerson(one.id, one.body));
  return {
    ...{ record, form, codeLists: version.dictionary.codeLists, at: record.at },
    blockShapes: version.blocks.filter((block) => questionsOf(form).some((one) => one.block === block.id)),
    case: { id: record.case, name: stored.family.name },
    children: record.children.map((id) => ({
      id,
      name: shown.find((one) => one.id === id)?.called ?? 'Name not recorded',
    })),
    people: shown.map(({ id, name }) => ({ id, name })),
    by: { id: record.by, name: names.get(record.by) ?? 'Somebody who left' },
    blocks: await pinnedBlocks(host, version, record),
    computed: computed(version, stored.case, record),
    output: version.outputs.find((one) => one.form === record.form),
    corrections: corrections.map((one) => ({
      ...{ id: one.id, question: '', reason: one.reason ?? '', at: one.at },
      by: { id: one.by, name: names.get(one.by) ?? '' },
      ...changed(one, siblings.rows),
    })),
    ...(record.task ? { task: record.task } : {}),
  };
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
  for (let next = records.find((one) => one.corrects === record.id); next;) {
    after.push(next);
    const id: string = next.id;
    next = records.find((one) => one.corrects === id);
  }
  return [...before, ...after];
}

function changed(now: CaseRecord, records: CaseRecord[]) {
  const was = records.find((one) => one.id === now.corrects);
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  for (const [question, value] of Object.entries(now.answers.answers)) {
    const old = was?.answers.answers[question];
    if (differs(value, old)) return { question, value, was: old };
  }
  for (const [child, own] of Object.entries(now.answers.perChild)) {
    for (const [question, value] of Object.entries(own)) {
      const old = was?.answers.perChild[child]?.[question];
      if (differs(value, old)) return { question, child, value, was: old };
    }
  }
  return {};
}

/** Shared blocks at the revision this form was completed with. */
async function pinnedBlocks(host: Host, version: Version, record: CaseRecord) {
  const found = await Promise.all(
    Object.entries(record.pins).map(async ([part, revision]) => {
      const document = revision > 0 ? await host.store.part(record.case, part, revision) : undefined;
      return Object.entries(document?.blocks ?? {});
    }),
  );
  const known = new Set(version.blocks.map((block) => block.id));
  return Object.fromEntries(found.flat().filter(([id]) => known.has(id)));
}

function computed(version: Version, kase: Case, record: CaseRecord) {
  const form = version.forms[record.form];
  const answers: Record<string, string> = {};
  for (const question of form ? questionsOf(form).filter((one) => one.compute) : []) {
    for (const child of record.children) {
      const { born, expected } = kase.children.find((one) => one.id === child) ?? {};
      const key = question.per === 'child' ? `${question.id}@${child}` : question.id;
      answers[key] ??= computeAnswer(question, {
        ...{ child, ...(born ? { born } : {}), ...(expected ? { expected } : {}) },
        ...{ happenings: happeningsUpTo(kase, record), clocks: kase.clocks, known: kase.known },
        ...{ timescales: version.timescales, calendar: version.calendar, now: record.at },
      });
    }
  }
  return answers;
}

/** What had happened when the form was completed: a printed record does not change with what came later. */
function happeningsUpTo(kase: Case, record: CaseRecord) {
  return kase.happenings.filter((one) => dayOf(one.on) <= dayOf(record.at));
}

/** The completion a record came from, and what happened after it: what a reopening needs. */
export async function completionOf(
  host: Host,
  record: CaseRecord,
): Promise<{ entry: HistoryEntry; later: HistoryEntry[] } | undefined> {
  const entries: StoredEntry[] = [];
  let after: string | undefined;
  do {
    const page = await host.store.history(record.case, { limit: 500, ...(after ? { after } : {}) });
    entries.push(...page.rows);
    after = page.next;
  } while (after);
  const at = entries.findIndex((one) => one.kind === 'task-completed' && one.about['record'] === record.id);
  const entry = entries[at];
  return entry ? { entry, later: entries.slice(at + 1) } : undefined;
}
