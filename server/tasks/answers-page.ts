import {
  carryForward,
  computeAnswer,
  dayOf,
  decidingQuestions,
  describeAnswer,
  earlierAnswers,
  keyOf,
  lateFor,
  questionsOf,
} from '#engine';
import type { Answers, Case, CaseRecord, Form, Offer, Task, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { sayAge } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { draftsOf } from './drafts.ts';
import type { Draft, DraftPlace } from './drafts.ts';

export interface AnswersAsked {
  version: Version;
  kase: Case;
  form: Form;
  children: string[];
  place: DraftPlace;
  /** a record whose answers come back as drafts */
  resumes?: string;
  task?: Task;
}

/** Everything a page needs to ask a form: what is known, by each question's policy, and what was typed so far. */
export async function answersPage(host: Host, asked: AnswersAsked) {
  const { version, kase, form, children } = asked;
  const [records, drafts, people, blocks] = await Promise.all([
    recordsOf(host, kase.id),
    openDrafts(host, asked),
    peopleOf(host, kase),
    blocksOf(host, version, kase, form),
  ]);
  const names = await accountNames(host.store, [
    ...records.map((one) => one.by),
    ...[...drafts.values()].map((one) => one.by),
  ]);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? names.get(id) ?? id;
  const by = (id: string) => ({ id, name: names.get(id) ?? 'Somebody who left' });
  const offers = carryForward({
    ...{ form, children, earlier: earlierAnswers(records, version.forms), records },
    rows: Object.fromEntries(Object.entries(blocks).map(([id, block]) => [id, block.rows])),
    saved: new Set(drafts.keys()),
  });
  return {
    form,
    codeLists: version.dictionary.codeLists,
    blockShapes: version.blocks.filter((block) => questionsOf(form).some((one) => one.block === block.id)),
    purpose: form.purpose,
    case: { id: kase.id, name: kase.name, revision: kase.revision },
    children: await childrenOf(host, kase, children),
    drafts: Object.fromEntries(
      [...drafts].map(([key, { value, revision, by: who, at }]) => [
        key,
        { value, revision, by: by(who), at },
      ]),
    ),
    earlier: sayEarlier(version, form, offers, nameOf, by),
    blocks,
    computed: computedOf(host, asked, nameOf),
    linked: linkedOf(version, offers, records, by),
    late: lateOf(host, asked, drafts),
    deciding: asked.task ? decidingQuestions(version, asked.task).map((question) => question.id) : [],
    people: people.map(({ id, name }) => ({ id, name })),
  };
}

async function recordsOf(host: Host, caseId: string): Promise<CaseRecord[]> {
  const found = await host.store.list('records', { case: caseId }, { limit: 500 });
  return found.rows;
}

/** Drafts, and for a step that came back the answers it was completed with. */
async function openDrafts(host: Host, asked: AnswersAsked): Promise<Map<string, Draft>> {
  const open = asked.kase.tasks.map((task) => task.id);
  const drafts = await draftsOf(host, asked.place, open);
  const record = asked.resumes ? await host.store.record(asked.resumes) : undefined;
  if (!record) return drafts;
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
  return drafts;
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

function sayEarlier(
  version: Version,
  form: Form,
  offers: Record<string, Offer>,
  nameOf: (id: string) => string,
  by: (id: string) => { id: string; name: string },
) {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  const about = { dictionary: version.dictionary, blocks: version.blocks, nameOf };
  const said = Object.entries(offers).flatMap(([key, offer]) => {
    const question = questions.get(key.split('@')[0] ?? '');
    const answers = [...(offer.filled ? [offer.filled.from] : []), ...offer.beside];
    if (!question || answers.length === 0) return [];
    const earlier = answers.map((answer) => ({
      ...{ value: answer.value, shown: describeAnswer(question, answer.value, about) },
      ...{ by: by(answer.by), at: answer.at, form: answer.form, formTitle: answer.formTitle },
    }));
    return [[key, earlier] as const];
  });
  return Object.fromEntries(said);
}

function computedOf(host: Host, asked: AnswersAsked, nameOf: (id: string) => string) {
  const { version, kase, form, children } = asked;
  const computed: Record<string, string> = {};
  for (const question of questionsOf(form).filter((one) => one.compute)) {
    const say = (child: string): string => {
      const { born, expected } = kase.children.find((one) => one.id === child) ?? {};
      const about = { dictionary: version.dictionary, blocks: version.blocks, nameOf };
      return computeAnswer(question, {
        ...{ child, ...(born ? { born } : {}), ...(expected ? { expected } : {}) },
        ...{ happenings: kase.happenings, clocks: kase.clocks, known: kase.known },
        ...{ timescales: version.timescales, calendar: version.calendar, now: host.clock.now() },
        inWords: (term, value) => {
          const like = Object.values(version.forms)
            .flatMap(questionsOf)
            .find((one) => one.term === term);
          return like ? describeAnswer(like, value, about) : String(value);
        },
      });
    };
    if (question.per !== 'child') computed[question.id] = say(children[0] ?? '');
    else for (const child of children) computed[keyOf(question.id, child)] = say(child);
  }
  return computed;
}

function linkedOf(
  version: Version,
  offers: Record<string, Offer>,
  records: CaseRecord[],
  by: (id: string) => { id: string; name: string },
) {
  const linked = Object.entries(offers).flatMap(([key, { linked: shown }]) => {
    if (!shown) return [];
    const items = shown.records.flatMap((id) => {
      const record = records.find((one) => one.id === id);
      if (!record) return [];
      const title = version.forms[record.form]?.title ?? record.form;
      return { id, title, at: record.at, by: by(record.by) };
    });
    return [[key, items] as const];
  });
  return Object.fromEntries(linked);
}

function lateOf(
  host: Host,
  { version, kase, form, children }: AnswersAsked,
  drafts: Map<string, Draft>,
): string[] {
  const answers: Answers = { answers: {}, perChild: {} };
  for (const [key, { value }] of drafts) {
    const [question = '', child] = key.split('@');
    if (child) (answers.perChild[child] ??= {})[question] = value;
    else answers.answers[question] = value;
  }
  const now = host.clock.now();
  return [...new Set(children.flatMap((child) => lateFor(version, kase, form, child, answers, now)))];
}
