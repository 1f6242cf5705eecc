import { completeTask, elementAt, formOf, momentInWords } from '#engine';
import type { Answers, Case, CaseChange, Refusal, Version } from '#engine';
import { accountNames } from '../access/index.ts';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { carriedDrafts } from './carried-drafts.ts';
import type { Draft } from './drafts.ts';
import { versionForId, versionOfTask } from './task-version.ts';
import { writtenBeside } from './written-beside.ts';

export interface Completion {
  task: string;
  case: string;
  answers: Answers;
  /** complete for these children only; the others stay on the open task */
  only?: string[];
  by: string;
  commandId: string;
}

/** What a completed task led to, for the page that says so. */
export interface Happened {
  says: string[];
  /** ids of the tasks that opened */
  opened: string[];
  children: { id: string; stage?: string }[];
  record: string;
}

/** Completes a task: load the case, let the engine decide, store everything that follows in one write. */
export async function complete(host: Host, completion: Completion): Promise<Carried<Happened>> {
  const { task, answers, only, by, commandId } = completion;
  const drafts = await draftsFor(host, completion);
  return carryOut(host, {
    ...{ case: completion.case, by, commandId, on: versionForId(host, task) },
    decide: async (version, kase, act) =>
      (await refuseUnread(host, version, kase, completion, drafts.values())) ??
      completeTask(version, kase, { ...act, task, answers, ...(only ? { only } : {}) }),
    reply: (change, version, before) => happened(change, version, before),
    drafts: [...drafts.values()].filter((draft) => isUsedUp(draft, only)).map((draft) => draft.id),
  });
}

/** What was written for the task by now, as its form takes it. */
async function draftsFor(host: Host, { task: id, case: caseId }: Completion): Promise<Map<string, Draft>> {
  const stored = await host.store.load(caseId);
  const task = stored?.case.tasks.find((one) => one.id === id);
  if (!stored || !task) return new Map();
  const version = await versionOfTask(host, await host.versions.get(stored.case.version), task);
  const open = stored.case.tasks.map((one) => one.id);
  const place = { owner: id, case: caseId, form: task.form, open };
  return (await carriedDrafts(host, { version, children: task.children, place, task })).drafts;
}

/** Children who stay on the open task keep what was written for them and for all. */
function isUsedUp({ key }: Draft, only: string[] | undefined): boolean {
  const child = key.split('@')[1];
  return !only || (child !== undefined && only.includes(child));
}

/** Two people may write one form: nobody's words go unread because the other was quicker to complete it. */
async function refuseUnread(
  host: Host,
  version: Version,
  kase: Case,
  { task: id, answers, by, only }: Completion,
  drafts: Iterable<Draft>,
): Promise<Refusal | undefined> {
  const task = kase.tasks.find((one) => one.id === id);
  if (!task) return undefined;
  const form = formOf(version, task.form);
  const children = only ?? task.children;
  const completing = { version, kase, form, children, answers, by, now: host.clock.now() };
  const beside = writtenBeside(completing, drafts);
  if (!beside) return undefined;
  const { question, draft } = beside;
  const who = (await accountNames(host.store, [draft.by])).get(draft.by) ?? 'Somebody';
  const message = `${who} wrote another answer to “${question.label}” on ${momentInWords(draft.at)}. Look at both, keep one, then complete this.`;
  const finding = { check: 'written-meanwhile', level: 'error' as const, question: question.id, message };
  return { kind: 'refused', reason: 'written-meanwhile', message, findings: [finding] };
}

/** Says what a change of a case opened and ended, child by child. */
export function happened(change: CaseChange, version: Version, before: Case): Happened {
  const known = new Set(before.tasks.map((task) => task.id));
  const opened = change.case.tasks.filter((task) => !known.has(task.id));
  const says = opened.map((task) => {
    const name = elementAt(version.pathway, task.step)?.name ?? task.step;
    return `Opened: ${name}`;
  });
  const ended = change.history.filter((entry) => entry.kind === 'episode-closed');
  const ends = ended.map((entry) => {
    const end = elementAt(version.pathway, String(entry.about['end']));
    return `The pathway has ended: ${end?.name ?? 'closed'}`;
  });
  return {
    says: [...new Set([...says, ...ends])],
    opened: opened.map((task) => task.id),
    children: change.case.children.map(({ id }) => {
      const stage = change.case.entered?.[id]?.stage;
      return { id, ...(stage ? { stage } : {}) };
    }),
    record: change.record?.id ?? '',
  };
}
