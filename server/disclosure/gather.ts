import { dayInWords, dayOf, describeAnswer, describeRows, questionsOf } from '#engine';
import type { CaseRecord, FormQuestion, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { sayDid } from '../audit/index.ts';
import { attachmentsShown, blockOfEnded, recordsOf, sayHistory } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredAuditEntry, StoredCase } from '../store/port.ts';
import type { Disclosure, HeldItem, HeldLine } from './disclosure.ts';
import { sayPerson } from './say-person.ts';

interface Gathering {
  host: Host;
  stored: StoredCase;
  asked: Pick<Disclosure, 'case' | 'person' | 'from' | 'to'>;
  /** the person is a child of the family: what is another child's alone is not theirs */
  isChild: boolean;
  nameOf: (id: string) => string;
}

/** Everything that is held of a person in a family's record, as items that can be read and left out one by one. */
export async function gather(host: Host, stored: StoredCase, asked: Gathering['asked']): Promise<HeldItem[]> {
  const people = await host.store.people(stored.family.people);
  const isChild = stored.case.children.some((child) => child.id === asked.person);
  const gathering: Gathering = {
    ...{ host, stored, asked, isChild },
    nameOf: (id) => {
      const person = people.find((one) => one.id === id);
      return person ? shownPerson(id, person.body).name : id;
    },
  };
  const own = people.find((one) => one.id === asked.person);
  const records = await recordItems(gathering);
  return [
    ...(own ? [sayPerson(own)] : []),
    familyItem(gathering),
    ...records.flatMap((one) => one.items),
    ...(await partItems(gathering)),
    ...records.flatMap((one) => one.files),
    ...(await historyItem(gathering)),
    ...(await auditItem(gathering)),
  ];
}

/** Whether a moment lies in the days asked for. */
function isAsked({ from, to }: Gathering['asked'], at: string): boolean {
  const day = at.slice(0, 10);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

function familyItem({ stored, nameOf, asked }: Gathering): HeldItem {
  const others = stored.family.people.filter((id) => id !== asked.person);
  const lines = others.map((id) => ({ id, label: 'Person', text: nameOf(id), free: true }));
  return { id: 'family', kind: 'family', title: 'People of the family', lines };
}

async function recordItems(gathering: Gathering): Promise<{ items: HeldItem[]; files: HeldItem[] }[]> {
  const { host, asked, isChild } = gathering;
  const all = await recordsOf(host.store, asked.case);
  const wanted = all.filter(
    (one) => isAsked(asked, one.at) && (!isChild || one.children.includes(asked.person)),
  );
  const names = await accountNames(
    host.store,
    wanted.map((one) => one.by),
  );
  return Promise.all(
    wanted.map(async (record) => {
      const version = await host.versions.get(record.version);
      const files = await filesOf(gathering, version, record);
      const item = recordItem(gathering, version, record, new Map(files.map((one) => [one.id, one.title])));
      return { items: [{ ...item, by: names.get(record.by) ?? 'Somebody who left' }], files };
    }),
  );
}

function recordItem(
  { asked, isChild, nameOf }: Gathering,
  version: Version,
  record: CaseRecord,
  files: Map<string, string>,
): HeldItem {
  const form = version.forms[record.form];
  const about = {
    dictionary: version.dictionary,
    blocks: version.blocks,
    nameOf: (id: string) => files.get(`file-${id}`) ?? nameOf(id),
  };
  const whose = isChild ? [asked.person] : record.children;
  const lines = (form ? questionsOf(form) : []).flatMap((question) => [
    ...linesOf(question, record.answers.answers[question.id], about),
    ...whose.flatMap((child) =>
      linesOf(question, record.answers.perChild[child]?.[question.id], about, child),
    ),
  ]);
  const why = record.reason
    ? [{ id: 'reason', label: 'Corrected because', text: record.reason, free: true }]
    : [];
  return {
    ...{ id: `record-${record.id}`, kind: 'record', title: form?.title ?? record.form, at: record.at },
    lines: [...lines, ...why],
  };
}

type About = Parameters<typeof describeAnswer>[2];

/** A table is a line for each of its rows, so that one row can be left out. */
function linesOf(question: FormQuestion, value: unknown, about: About, child?: string): HeldLine[] {
  const id = child === undefined ? question.id : `${question.id}@${child}`;
  const whose = child === undefined ? '' : ` (${about.nameOf?.(child) ?? child})`;
  const label = `${question.label.replaceAll('[child]', 'the child')}${whose}`;
  if (question.type === 'table' && Array.isArray(value)) {
    return describeRows(question, value, about).map((cells, at) => ({
      ...{ id: `${id}.${String(at)}`, label, free: true },
      text: cells.map((cell) => `${cell.label}: ${cell.text}`).join('; '),
    }));
  }
  const text = describeAnswer(question, value, about);
  const free = ['short-text', 'long-text', 'address', 'person', 'file'].includes(question.type);
  return text === '' ? [] : [{ id, label, text, free: free || typeof value === 'object' }];
}

async function filesOf(
  { host, asked }: Gathering,
  version: Version,
  record: CaseRecord,
): Promise<HeldItem[]> {
  const form = version.forms[record.form];
  if (!form) return [];
  const shown = await attachmentsShown(host.store, {
    ...{ case: asked.case, version, form, answers: record.answers, blocks: {} },
  });
  const facts = await host.store.attachmentFacts(Object.keys(shown));
  return facts.map(({ id, name, type, bytes, at }) => ({
    ...{ id: `file-${id}`, kind: 'file' as const, title: name, at, lines: [] },
    file: { id, name, type, bytes },
  }));
}

/** The family's living documents as they stand now: each row a line. */
async function partItems({ host, stored, nameOf }: Gathering): Promise<HeldItem[]> {
  const version = await host.versions.get(stored.case.version);
  const parts = await Promise.all(
    Object.keys(stored.case.blocks).map((part) => host.store.part(stored.case.id, part)),
  );
  const about = { dictionary: version.dictionary, blocks: version.blocks, nameOf };
  return parts.flatMap((part) =>
    Object.entries(part?.blocks ?? {}).flatMap(([id, rows]) => {
      const ended = blockOfEnded(id);
      const block = version.blocks.find((one) => one.id === (ended ?? id));
      if (!block || rows.length === 0) return [];
      const title = ended === undefined ? block.title : `${block.title} (no longer so)`;
      const asked = { type: 'table', block: block.id, label: title } as FormQuestion;
      const lines = describeRows(asked, rows, about).map((cells, at) => ({
        ...{ id: String(at), label: title, free: true },
        text: [...cells.map((cell) => `${cell.label}: ${cell.text}`), ...whyEnded(rows[at])].join('; '),
      }));
      return [{ id: `part-${id}`, kind: 'part' as const, title, at: part?.at ?? '', lines }];
    }),
  );
}

const whyEnded = (row: Record<string, unknown> | undefined): string[] =>
  typeof row?.['endedWhy'] === 'string' ? [`Why it is no longer so: ${row['endedWhy']}`] : [];

async function historyItem({ host, asked, stored, isChild }: Gathering): Promise<HeldItem[]> {
  const person = await host.store.person(asked.person);
  const called = person ? shownPerson(asked.person, person.body).called : '';
  const lines: HeldLine[] = [];
  let after: string | undefined;
  do {
    const next = after ? { after } : {};
    const page = await sayHistory(host, stored.case.id, { limit: 500, eachChild: true, ...next });
    for (const one of page?.entries ?? []) {
      const isTheirs = !isChild || one.children.length === 0 || one.children.includes(called);
      if (!isTheirs || !isAsked(asked, one.at)) continue;
      lines.push({
        id: one.id,
        label: `${dayInWords(dayOf(one.at))}, ${one.by}`,
        text: one.says,
        free: true,
      });
    }
    after = page?.next;
  } while (after);
  return lines.length === 0 ? [] : [{ id: 'history', kind: 'history', title: 'What happened', lines }];
}

/** How often and by how many people the family's record was looked at, printed and changed: numbers, no names. */
async function auditItem({ host, asked }: Gathering): Promise<HeldItem[]> {
  const counts = new Map<string, { times: number; people: Set<string> }>();
  let after: string | undefined;
  do {
    const page = await host.store.list(
      'audit',
      { case: asked.case },
      { limit: 500, ...(after ? { after } : {}) },
    );
    for (const one of page.rows.filter((row) => isCounted(row, asked))) {
      const count = counts.get(one.action) ?? { times: 0, people: new Set() };
      count.times += 1;
      count.people.add(one.actor ?? '');
      counts.set(one.action, count);
    }
    after = page.next;
  } while (after);
  const lines = [...counts].map(([action, { times, people }]) => ({
    ...{ id: action, label: sayDid(action), free: false },
    text: `${String(times)} ${times === 1 ? 'time' : 'times'}, by ${String(people.size)} ${people.size === 1 ? 'person' : 'people'}`,
  }));
  return lines.length === 0 ? [] : [{ id: 'audit', kind: 'audit', title: 'Who looked at the record', lines }];
}

function isCounted({ outcome, at, thing }: StoredAuditEntry, asked: Gathering['asked']): boolean {
  const isOther = thing?.kind === 'person' && thing.id !== asked.person;
  return outcome === 'ok' && isAsked(asked, at) && !isOther;
}
