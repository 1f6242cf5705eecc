import { carryForward, dayOf, decidingQuestions, keyOf, lateFor, questionsOf } from '#engine';
import type { Answers, Case, Form, Task, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { attachmentsShown, besideBlocks, heardIn, recordsOf, sayAge, stillHere } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { carriedDrafts } from './carried-drafts.ts';
import type { PlaceDrafts } from './carried-drafts.ts';
import type { Draft, DraftPlace } from './drafts.ts';
import { earlierOf } from './earlier-of.ts';
import { fillKind } from './fill-kind.ts';
import { sayComputed, sayEarlier, sayLinked } from './known-answers.ts';

export interface AnswersAsked {
  version: Version;
  kase: Case;
  form: Form;
  children: string[];
  place: DraftPlace;
  /** whether the reader may open the records that questions link to */
  readsRecords: boolean;
  /** a record whose answers come back as drafts */
  resumes?: string;
  task?: Task;
}

/** Everything a page needs to ask a form: what is known, by each question's policy, and what was typed so far. */
export async function answersPage(host: Host, asked: AnswersAsked) {
  const { version, kase, form, children } = asked;
  const [records, { drafts, lookAgain, left }, people, blocks] = await Promise.all([
    recordsOf(host.store, kase.id),
    openDrafts(host, asked),
    peopleOf(host, kase),
    blocksOf(host, version, kase, form),
  ]);
  const filled = fillKind(asked, drafts, host.clock.now());
  const written = [...drafts.values()];
  const names = await accountNames(
    host.store,
    [...records, ...written].map((one) => one.by),
  );
  const by = (id: string) => ({ id, name: names.get(id) ?? 'Somebody who left' });
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? names.get(id) ?? id;
  const rows = Object.fromEntries(Object.entries(blocks).map(([id, block]) => [id, block.rows]));
  const heard = await heardOf(host, asked, rows);
  const offers = carryForward({
    ...{ form, children, earlier: await earlierOf(host, version, records), rows },
    ...{ records: asked.readsRecords ? records : [], saved: new Set(drafts.keys()) },
  });
  const asking = { version, kase, form, children, now: host.clock.now(), nameOf, by };
  const answers = answersOf(drafts);
  return {
    ...{ form: filled.form, codeLists: version.dictionary.codeLists, purpose: form.purpose },
    ...(filled.kind ? { kind: filled.kind } : {}),
    ...besideBlocks(version, form),
    case: { id: kase.id, name: kase.name, revision: kase.revision },
    children: await childrenOf(host, kase, children),
    drafts: Object.fromEntries(
      written.map(({ key, value, revision, by: who, at }) => [key, { value, revision, by: by(who), at }]),
    ),
    ...(Object.keys(lookAgain).length > 0 ? { lookAgain } : {}),
    ...(left.length > 0 ? { left } : {}),
    ...(heard.length > 0 ? { heard } : {}),
    ...{ earlier: sayEarlier(asking, offers), blocks, computed: sayComputed(asking) },
    linked: sayLinked(asking, offers, records),
    late: lateOf(asked, answers, host.clock.now()),
    deciding: asked.task ? decidingQuestions(version, asked.task).map((question) => question.id) : [],
    people: people.map(({ id, name }) => ({ id, name })),
    attachments: await attachmentsShown(host.store, {
      ...{ case: kase.id, version, form, answers, blocks: rows },
    }),
  };
}

/** Drafts, and for a step that came back the answers it was completed with. Of children who left it: none. */
async function openDrafts(host: Host, asked: AnswersAsked): Promise<PlaceDrafts> {
  const carried = await carriedDrafts(host, asked);
  const { drafts } = carried;
  for (const key of drafts.keys()) {
    const child = key.split('@')[1];
    if (child !== undefined && !asked.children.includes(child)) drafts.delete(key);
  }
  const record = asked.resumes ? await host.store.record(asked.resumes) : undefined;
  if (!record) return carried;
  const back = (key: string, value: unknown): void => {
    if (drafts.has(key)) return;
    drafts.set(key, { key, value, by: record.by, at: record.at, id: '', revision: 0 });
  };
  for (const [question, value] of Object.entries(record.answers.answers)) back(question, value);
  for (const child of asked.children) {
    for (const [question, value] of Object.entries(record.answers.perChild[child] ?? {})) {
      back(keyOf(question, child), value);
    }
  }
  return carried;
}

function answersOf(drafts: Map<string, Draft>): Answers {
  const answers: Answers = { answers: {}, perChild: {} };
  for (const [key, { value }] of drafts) {
    if (value === null) continue;
    const [question = '', child] = key.split('@');
    if (child) (answers.perChild[child] ??= {})[question] = value;
    else answers.answers[question] = value;
  }
  return answers;
}

function lateOf({ version, kase, form, children }: AnswersAsked, answers: Answers, now: string): string[] {
  return [...new Set(children.flatMap((child) => lateFor(version, kase, form, child, answers, now)))];
}

async function peopleOf(host: Host, kase: Case) {
  const family = await host.store.family(kase.id);
  const found = await host.store.people(family?.people ?? []);
  return found.map((one) => shownPerson(one.id, one.body));
}

async function childrenOf(host: Host, kase: Case, ids: string[]) {
  const found = await host.store.people(ids);
  return ids.map((id) => {
    const document = found.find((one) => one.id === id);
    const person = shownPerson(id, document?.body ?? {});
    const child = kase.children.find((one) => one.id === id);
    const age = sayAge(child ?? {}, dayOf(host.clock.now()));
    const unborn = !child?.born && child?.expected !== undefined;
    return { id, name: person.called, unborn, ...(age ? { age } : {}) };
  });
}

/** How long ago the children of a form were heard, where it asks what they say. */
async function heardOf(
  { store, clock }: Host,
  { version, kase, children }: AnswersAsked,
  rows: Record<string, Record<string, unknown>[]>,
) {
  const { voice } = version.practice ?? {};
  if (!voice || !rows[voice.block]) return [];
  const here = stillHere(kase, await store.people(children)).filter((id) => children.includes(id));
  return heardIn(version, (block) => rows[block] ?? [], here, dayOf(clock.now()));
}

/** Rows of the shared blocks a form shows, as they are now. */
async function blocksOf(host: Host, version: Version, kase: Case, form: Form) {
  const shown = version.blocks.filter(
    (block) => block.part !== 'record' && questionsOf(form).some((one) => one.block === block.id),
  );
  const parts = new Map(
    await Promise.all(
      [...new Set(shown.map((block) => block.part))].map(
        async (part) => [part, await host.store.part(kase.id, part)] as const,
      ),
    ),
  );
  return Object.fromEntries(
    shown.map(({ id, part }) => {
      const document = parts.get(part);
      return [id, { rows: document?.blocks[id] ?? [], revision: document?.revision ?? 0 }];
    }),
  );
}
