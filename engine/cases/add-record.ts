import type { Answers, Case, Outcome, Version } from '../contracts/index.ts';
import { findAnswers, refuse, refuseEnded } from './check-task.ts';
import { settleClocks } from './clocks.ts';
import { answersFor, keepBlocks, keepPeople, makeRecord } from './completing.ts';
import { formOf } from './elements.ts';
import { messagesOf, recordFacts, rememberAnswers } from './facts.ts';
import { giveMessages } from './messages.ts';
import { settleTasks } from './tasks.ts';
import { episodeOf, note, startWorking } from './working.ts';
import type { Act } from './working.ts';

export interface AddRecord extends Act {
  form: string;
  children: string[];
  answers: Answers;
}

/** Adds a record that no step asked for: a case note, a visit, a child's words. Facts and clocks follow as usual. */
export function addRecord(version: Version, kase: Case, command: AddRecord): Outcome {
  const form = version.forms[command.form];
  if (!form?.anytime) return refuse('not-anytime', 'This form belongs to a step of the pathway.');
  if (command.children.length === 0) return refuse('no-children', 'Say which children this is about.');
  if (command.children.some((id) => !kase.children.some((child) => child.id === id))) {
    return refuse('not-in-case', 'Choose children of this family.');
  }
  const { children, answers } = command;
  const findings = findAnswers(version, kase, form, children, answers, command.now);
  if (findings.some((finding) => finding.level === 'error')) {
    return refuse('answers', 'Some answers need another look before this can be saved.', findings);
  }
  const speaking = children.filter((child) => messagesOf(form, answers, child).length > 0);
  const ended = refuseEnded(kase, speaking);
  if (ended) return ended;
  const working = startWorking(version, kase, command);
  const given = { form: form.id, children, answers: answersFor(answers, children) };
  const record = makeRecord(version, working, given);
  const blocks = keepBlocks(working, form, record);
  const people = keepPeople(working, formOf(version, form.id), record);
  recordFacts(working, form, record, {});
  rememberAnswers(working, form, record);
  note(working, 'record-added', children, { form: form.id, record: record.id });
  for (const child of children) {
    const episode = episodeOf(working.case, child)?.id ?? '';
    for (const message of messagesOf(form, answers, child)) {
      working.messages.push({ message, child, episode });
    }
  }
  giveMessages(working);
  settleClocks(working);
  settleTasks(working);
  return {
    ...{ kind: 'done', case: working.case, record, blocks, people },
    ...{ history: working.history, warnings: findings },
  };
}
