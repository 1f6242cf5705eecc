import type { Form } from '#engine/browser';

/** The text of a form without questions yet: what a step can be given before it is written. */
export function blankForm(id: string, title: string): string {
  const form: Form = {
    ...{ id, title, purpose: '', source: 'local', schema: {} },
    ...{ layout: [{ id: 'questions', title, questions: [] }], facts: [], rules: [] },
  };
  return text(form);
}

/** A part as its file holds it. */
export const text = (file: unknown): string => `${JSON.stringify(file, null, 2)}\n`;

/** An id for a new form, made of its title, that no form of the version has. */
export function freeFormId(files: Readonly<Record<string, string>>, title: string): string {
  const plain =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'new-form';
  let id = plain;
  for (let n = 2; files[`forms/${id}.json`] !== undefined; n += 1) id = `${plain}-${String(n)}`;
  return id;
}
