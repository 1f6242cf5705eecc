import { optionsOf, type FormQuestion } from '#engine/browser';
import { sendFile } from '../../api/attachments.ts';
import type { RecordPage } from '../../api/records.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { rowsOf, type Row } from '../../elements/answers/table/rows.ts';

/** What the words of a record need: the people and options of its own time. */
export function recordTools(page: RecordPage): FormTools {
  return {
    people: page.people ?? [],
    children: page.children,
    files: page.attachments ?? {},
    optionsOf: (asked) => optionsOf(asked, page),
    sendFile: async (file) => {
      const sent = await sendFile(file, page.case?.id);
      return sent.ok ? sent.value : { problem: sent.refusal.message };
    },
  };
}

/** The answer of a child, or of the family. */
export function answerOf(page: RecordPage, question: FormQuestion, child?: string): unknown {
  const { answers, perChild } = page.record.answers;
  return child === undefined ? answers[question.id] : perChild[child]?.[question.id];
}

/** Rows of a shared block as they stood when the form was completed: what a reader expects to see. */
export function rowsShown(page: RecordPage, question: FormQuestion): Row[] {
  const own = rowsOf(answerOf(page, question));
  const pinned = question.block ? rowsOf(page.blocks?.[question.block]) : [];
  return pinned.length > 0 && question.policy === 'carry-forward' ? pinned : own;
}
