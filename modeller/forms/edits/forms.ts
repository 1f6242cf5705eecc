import type { Form } from '#engine/browser';
import { formPath, outputPath, partsOf, type Files } from '../parts.ts';
import { formIn, quoted, writeForm, type FilesChange } from './change.ts';
import { newFileId, newId } from './new-id.ts';

/** A new form with one question, to be drawn into a step later. */
export function addForm(
  files: Files,
  form: { title: string; purpose: string; source: string; section: string; label: string },
): FilesChange & { form: string } {
  const id = newFileId(form.title, Object.keys(partsOf(files).forms));
  const { title, purpose, source, section, label } = form;
  const made: Form = {
    ...{ id, title, purpose, source, schema: {} },
    layout: [
      {
        ...{ id: newFileId(section, []), title: section },
        questions: [
          { id: newId(label, []), type: 'long-text', label, per: 'family', purpose, source, policy: 'ask' },
        ],
      },
    ],
    facts: [],
    rules: [],
  };
  return { ...writeForm(made, `Form added: ${quoted(title)}`), form: id };
}

/** What stands over a form's questions is changed. */
export function changeForm(
  files: Files,
  id: string,
  patch: Partial<Pick<Form, 'title' | 'purpose' | 'source' | 'guidance'>>,
): FilesChange {
  const next = { ...formIn(files, id), ...patch };
  if (!next.guidance) delete next.guidance;
  return writeForm(next, `Form changed: ${quoted(next.title)}`);
}

/** Why a form cannot be removed: steps that open it, questions that show it, or that it may be added at any time. */
export function whyFormStays(files: Files, id: string): string[] {
  const { forms } = partsOf(files);
  const opened = new RegExp(`:form="${id}"`).test(files['pathway.bpmn'] ?? '');
  return [
    ...(opened ? ['A step of the drawing opens this form: give that step another form first.'] : []),
    ...(forms[id]?.anytime ? ['This form may be added to a family at any time.'] : []),
    ...Object.values(forms)
      .filter((form) => form.id !== id)
      .flatMap((form) =>
        form.layout
          .flatMap(({ questions }) => questions)
          .filter(({ links }) => links?.includes(id))
          .map(({ label }) => `${quoted(label)} in ${quoted(form.title)} shows its records.`),
      ),
  ];
}

/** A form that nothing uses goes, with what was printed from it. */
export function removeForm(files: Files, id: string): FilesChange {
  const form = formIn(files, id);
  const outputs = partsOf(files).outputs.filter((output) => output.form === id);
  return {
    changes: {
      [formPath(id)]: null,
      ...Object.fromEntries(outputs.map((output) => [outputPath(output.id), null])),
    },
    says: `Form removed: ${quoted(form.title)}`,
  };
}
