import { questionsOf } from '#engine/browser';
import type { Files } from '../parts.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';
import { newId } from './new-id.ts';
import { readIn } from './readers.ts';

/** The same question once more, right behind itself: to be changed, since two that ask the same help nobody. */
export function copyQuestion(files: Files, formId: string, id: string): FilesChange & { question: string } {
  const form = formIn(files, formId);
  const { section, at, question } = placeOf(form, id);
  const { opens: _opens, person: _person, ...rest } = question;
  const copy = {
    ...rest,
    id: newId(
      question.label,
      questionsOf(form).map((one) => one.id),
    ),
    label: `${question.label} (copy)`,
  };
  const says = `${quoted(question.label)} copied`;
  const own = writeForm(
    withLayout(form, (layout) => layout[section]?.questions.splice(at + 1, 0, copy)),
    says,
  );
  return {
    changes: { ...own.changes, ...readIn(files, formId, copy, copy.readBy ?? []) },
    says,
    question: copy.id,
  };
}
