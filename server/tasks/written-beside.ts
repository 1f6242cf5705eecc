import { isDeepStrictEqual } from 'node:util';
import { isShown, lateFor, questionsOf } from '#engine';
import type { Answers, Case, Form, FormQuestion, Moment, Version } from '#engine';
import type { Draft } from './drafts.ts';

export interface WrittenBeside {
  question: FormQuestion;
  draft: Draft;
}

interface Completing {
  version: Version;
  kase: Case;
  form: Form;
  children: string[];
  answers: Answers;
  by: string;
  now: Moment;
}

/**
 * A draft of somebody else that is not the answer being sent: whoever completes the form has not seen it yet, and it
 * must not go with the drafts. Answers that are not asked with what is sent are no loss.
 */
export function writtenBeside(completing: Completing, drafts: Iterable<Draft>): WrittenBeside | undefined {
  const { form, answers, by } = completing;
  for (const draft of drafts) {
    if (draft.by === by || draft.revision === 0 || draft.value === null) continue;
    const [id = '', child] = draft.key.split('@');
    const question = questionsOf(form).find((one) => one.id === id);
    const sent = child === undefined ? answers.answers[id] : answers.perChild[child]?.[id];
    if (!question || isDeepStrictEqual(sent, draft.value)) continue;
    if (isAsked(completing, question, child)) return { question, draft };
  }
  return undefined;
}

function isAsked(
  { version, kase, form, children, answers, now }: Completing,
  question: FormQuestion,
  child: string | undefined,
): boolean {
  return children
    .filter((id) => child === undefined || id === child)
    .some((id) => {
      const { born, expected } = kase.children.find((one) => one.id === id) ?? {};
      const late = lateFor(version, kase, form, id, answers, now);
      return isShown(question, answers, { id, unborn: !born && expected !== undefined, late }, form);
    });
}
