import type { FormQuestion, Term } from '#engine/browser';
import { questionsOf } from '#engine/browser';
import { fileText, partsOf, type Files } from '../parts.ts';
import { readIn } from './readers.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';
import { newId } from './new-id.ts';

/** Where a new question goes: behind another, or at the end of a section. */
export type Place = { after: string } | { section: string };

/** A question is added, with the term it records where that is a new one, and to the outputs that read it. */
export function addQuestion(
  files: Files,
  formId: string,
  place: Place,
  asked: Omit<FormQuestion, 'id'>,
  term?: Term,
): FilesChange & { question: string } {
  const form = formIn(files, formId);
  const id = newId(
    asked.label,
    questionsOf(form).map((one) => one.id),
  );
  const question: FormQuestion = { id, ...asked };
  const next = withLayout(form, (layout) => {
    if ('after' in place) {
      const { section, at } = placeOf(form, place.after);
      layout[section]?.questions.splice(at + 1, 0, question);
    } else layout.find((section) => section.id === place.section)?.questions.push(question);
  });
  const says = `Question added to ${quoted(form.title)}: ${quoted(asked.label)}`;
  const { dictionary } = partsOf(files);
  const terms = term
    ? { 'dictionary.json': fileText({ ...dictionary, terms: [...dictionary.terms, term] }) }
    : {};
  const outputs = readIn(files, form.id, question, asked.readBy ?? []);
  return { changes: { ...writeForm(next, says).changes, ...terms, ...outputs }, says, question: id };
}
