import type { FormQuestion } from '#engine/browser';
import type { Files } from '../parts.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';

/** What a question becomes: a key that is undefined goes. */
export type QuestionPatch = { [Key in keyof FormQuestion]?: FormQuestion[Key] | undefined };

/** Some of what a question says is changed. `what`: in words, for the list of what can be undone. */
export function changeQuestion(
  files: Files,
  formId: string,
  id: string,
  patch: QuestionPatch,
  what: string,
): FilesChange {
  const form = formIn(files, formId);
  const { section, at, question } = placeOf(form, id);
  const next = fitting(patched(question, patch));
  return writeForm(
    withLayout(form, (layout) => layout[section]?.questions.splice(at, 1, next)),
    `${what}: ${quoted(next.label)}`,
  );
}

function patched(question: FormQuestion, patch: QuestionPatch): FormQuestion {
  const merged = { ...question, ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as FormQuestion;
}

const onlyFor: Partial<Record<keyof FormQuestion, FormQuestion['type'][]>> = {
  codes: ['radios', 'checkboxes'],
  options: ['radios', 'checkboxes'],
  only: ['radios', 'checkboxes'],
  opens: ['radios', 'checkboxes', 'yes-no'],
  columns: ['table'],
  block: ['table'],
  showColumns: ['table'],
  sameForAll: ['date', 'radios', 'checkboxes', 'yes-no', 'number'],
  day: ['table'],
  time: ['date'],
  least: ['number'],
  most: ['number'],
  whole: ['number'],
  zero: ['scale'],
  ten: ['scale'],
  advised: ['long-text'],
};

/** A question of another type does not keep what only the former type had. */
function fitting(question: FormQuestion): FormQuestion {
  const fits = ([key]: [string, unknown]): boolean =>
    onlyFor[key as keyof FormQuestion]?.includes(question.type) ?? true;
  return Object.fromEntries(Object.entries(question).filter(fits)) as unknown as FormQuestion;
}
