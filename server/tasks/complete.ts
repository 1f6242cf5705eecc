import { completeTask, elementAt } from '#engine';
import type { Answers, Case, CaseChange, Version } from '#engine';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { draftsOf } from './drafts.ts';

export interface Completion {
  task: string;
  case: string;
  answers: Answers;
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
  const stored = await host.store.load(completion.case);
  const form = stored?.case.tasks.find((one) => one.id === task)?.form ?? '';
  const open = stored?.case.tasks.map((one) => one.id) ?? [];
  const drafts = await draftsOf(host, { owner: task, case: completion.case, form }, open);
  return carryOut(host, {
    ...{ case: completion.case, by, commandId },
    decide: (version, kase, act) =>
      completeTask(version, kase, { ...act, task, answers, ...(only ? { only } : {}) }),
    reply: (change, version, before) => happened(change, version, before),
    drafts: [...drafts.values()].map((draft) => draft.id),
  });
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
