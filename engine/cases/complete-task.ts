import type { Answers, Case, CaseChange, Form, Outcome, Task, Version } from '../contracts/index.ts';
import { advance } from './advance.ts';
import { findAnswers, refuse, refuseAuthor } from './check-task.ts';
import { settleClocks } from './clocks.ts';
import { answersFor, keepBlocks, keepPeople, makeRecord } from './completing.ts';
import { conditionContext } from './context.ts';
import { elementAt, formOf } from './elements.ts';
import { messagesOf, recordFacts, rememberAnswers } from './facts.ts';
import { giveMessages } from './messages.ts';
import { snapshot } from './reopen-task.ts';
import { settleTasks } from './tasks.ts';
import { note, startWorking } from './working.ts';
import type { Act, Working } from './working.ts';

export interface CompleteTask extends Act {
  task: string;
  answers: Answers;
  /** complete for these children only; the others stay on the open task */
  only?: string[];
}

/**
 * Completes a step for the children of its task: checks the answers, records what happened, moves every child's
 * track, and says what opened and closed. Pure: the case that comes out is a copy.
 */
export function completeTask(version: Version, kase: Case, command: CompleteTask): Outcome {
  const task = kase.tasks.find((one) => one.id === command.task);
  if (!task) {
    return refuse('not-open', 'This task is no longer open. Somebody completed it, or the pathway moved on.');
  }
  const form = formOf(version, task.form);
  const children = command.only ?? task.children;
  if (children.length === 0 || children.some((child) => !task.children.includes(child))) {
    return refuse('not-in-task', 'Choose children for whom this task is open.');
  }
  const authored = refuseAuthor(version, kase, task, command.by);
  if (authored) return authored;
  const findings = findAnswers(version, kase, form, children, command.answers, command.now);
  if (findings.some((finding) => finding.level === 'error')) {
    return refuse('answers', 'Some answers need another look before this can be completed.', findings);
  }
  const change = carryOut(version, kase, { ...command, children }, task, form);
  return { ...change, warnings: findings };
}

/** The part of completing that cannot be refused; also what a preview runs on answers that are not finished. */
export function carryOut(
  version: Version,
  kase: Case,
  command: Act & { answers: Answers; children: string[] },
  task: Task,
  form: Form,
): CaseChange {
  const working = startWorking(version, kase, command);
  const before = snapshot(kase, command.children, form);
  const answers = answersFor(command.answers, command.children);
  const given = { form: form.id, children: command.children, answers, task: task.id, step: task.step };
  const record = makeRecord(version, working, given);
  const blocks = keepBlocks(working, form, record);
  const people = keepPeople(working, form, record);
  const contexts = command.children.map((child) =>
    conditionContext(version, working.case, child, { form, answers }),
  );
  recordFacts(working, form, record, episodesOf(working, task));
  rememberAnswers(working, form, record);
  note(working, 'task-completed', command.children, {
    ...{ task: task.id, step: task.step, form: form.id, record: record.id, stage: task.stage, before },
  });
  command.children.forEach((child, at) => moveChild(working, task, child, contexts[at] ?? {}));
  for (const child of command.children) sendMessages(working, task, form, answers, child);
  giveMessages(working);
  for (const child of command.children) {
    (working.case.last[child] ??= {})[task.step] = { record: record.id, by: command.by, at: command.now };
  }
  settleClocks(working);
  settleTasks(working, { task, children: command.children });
  return { kind: 'done', case: working.case, record, blocks, people, history: working.history, warnings: [] };
}

function moveChild(working: Working, task: Task, child: string, context: Record<string, unknown>): void {
  const id = task.tracks[task.children.indexOf(child)];
  const track = working.case.tracks.find((one) => one.id === id);
  const fresh = { ...conditionContext(working.version, working.case, child), ...context };
  const open = track && advance(working, track, { kind: 'complete', path: task.path }, fresh);
  if (!open) throw new Error(`task ${task.id} is open but its track does not wait for ${task.path}`);
}

function sendMessages(working: Working, task: Task, form: Form, answers: Answers, child: string): void {
  const episode = episodesOf(working, task)[child] ?? '';
  const own = elementAt(working.version.pathway, task.step)?.sends;
  for (const message of [...(own ? [own] : []), ...messagesOf(form, answers, child)]) {
    working.messages.push({ message, child, episode });
  }
}

/** The episode of each child's track in the task: what the form records belongs to it. */
function episodesOf(working: Working, task: Task): Record<string, string> {
  return Object.fromEntries(
    task.children.map((child, at) => {
      const track = working.case.tracks.find((one) => one.id === task.tracks[at]);
      return [child, track?.episode ?? ''];
    }),
  );
}
