import type { Form, FormQuestion } from '#engine/browser';
import { fileText, formPath, partsOf, type Files } from '../parts.ts';

/** What an edit writes: texts by path (null: the file goes), and the sentence it is undone by. */
export interface FilesChange {
  changes: Record<string, string | null>;
  says: string;
}

/** A form of the draft; an edit of one that is not there is a defect of the page. */
export function formIn(files: Files, id: string): Form {
  const form = partsOf(files).forms[id];
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

/** A question with the section it stands in. */
export function placeOf(form: Form, id: string): { section: number; at: number; question: FormQuestion } {
  for (const [section, { questions }] of form.layout.entries()) {
    const at = questions.findIndex((question) => question.id === id);
    const question = questions[at];
    if (question) return { section, at, question };
  }
  throw new Error(`no question ${id} in ${form.id}`);
}

/** The form as it is after an edit of its own file only. */
export function writeForm(form: Form, says: string): FilesChange {
  return { changes: { [formPath(form.id)]: fileText(form) }, says };
}

/** The form with its sections edited in place on a copy. */
export function withLayout(form: Form, edit: (layout: Form['layout']) => void): Form {
  const layout = structuredClone(form.layout);
  edit(layout);
  return { ...form, layout: layout.filter(({ questions }) => questions.length > 0) };
}

/** A name as it is quoted in a sentence. */
export const quoted = (text: string): string => `“${text.trim()}”`;
