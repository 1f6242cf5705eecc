import type { Files } from '../parts.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';
import { newFileId } from './new-id.ts';

/** A section gets another title or other words over it. */
export function changeSection(
  files: Files,
  formId: string,
  id: string,
  patch: { title?: string; intro?: string | undefined },
): FilesChange {
  const form = formIn(files, formId);
  const next = withLayout(form, (layout) => {
    const section = layout.find((one) => one.id === id);
    if (!section) return;
    Object.assign(section, patch);
    if (!section.intro) delete section.intro;
  });
  return writeForm(next, `Section ${quoted(next.layout.find((one) => one.id === id)?.title ?? id)} changed`);
}

/** A new section begins with this question and takes those behind it. */
export function beginSection(files: Files, formId: string, question: string, title: string): FilesChange {
  const form = formIn(files, formId);
  const { section, at } = placeOf(form, question);
  const id = newFileId(
    title,
    form.layout.map((one) => one.id),
  );
  const next = withLayout(form, (layout) => {
    const taken = layout[section]?.questions.splice(at) ?? [];
    layout.splice(section + 1, 0, { id, title, questions: taken });
  });
  return writeForm(next, `Section ${quoted(title)} added`);
}

/** A section's questions join the section before it. */
export function joinSection(files: Files, formId: string, id: string): FilesChange | undefined {
  const form = formIn(files, formId);
  const at = form.layout.findIndex((one) => one.id === id);
  const [before, own] = [form.layout[at - 1], form.layout[at]];
  if (!before || !own) return undefined;
  const next = withLayout(form, (layout) => {
    layout[at - 1]?.questions.push(...(layout.splice(at, 1)[0]?.questions ?? []));
  });
  return writeForm(next, `Section ${quoted(own.title)} joined with ${quoted(before.title)}`);
}

/** A section goes one place up or down. Undefined: there is no further. */
export function moveSection(
  files: Files,
  formId: string,
  id: string,
  way: 'up' | 'down',
): FilesChange | undefined {
  const form = formIn(files, formId);
  const at = form.layout.findIndex((one) => one.id === id);
  const to = at + (way === 'up' ? -1 : 1);
  const own = form.layout[at];
  if (!own || !form.layout[to]) return undefined;
  const next = withLayout(form, (layout) => {
    layout.splice(to, 0, ...layout.splice(at, 1));
  });
  return writeForm(next, `Section ${quoted(own.title)} moved ${way}`);
}
