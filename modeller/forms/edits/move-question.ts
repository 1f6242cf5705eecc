import type { Files } from '../parts.ts';
import { formIn, placeOf, quoted, withLayout, writeForm, type FilesChange } from './change.ts';

/** One place up or down; at the edge of its section a question goes into the next one. Undefined: there is no further. */
export function moveQuestion(
  files: Files,
  formId: string,
  id: string,
  way: 'up' | 'down',
): FilesChange | undefined {
  const form = formIn(files, formId);
  const { section, at, question } = placeOf(form, id);
  const step = way === 'up' ? -1 : 1;
  const length = form.layout[section]?.questions.length ?? 0;
  const inside = at + step >= 0 && at + step < length;
  const target = inside ? section : section + step;
  if (!form.layout[target]) return undefined;
  const next = withLayout(form, (layout) => {
    layout[section]?.questions.splice(at, 1);
    const into = layout[target]?.questions ?? [];
    const to = inside ? at + step : way === 'up' ? into.length : 0;
    into.splice(to, 0, question);
  });
  return writeForm(next, `${quoted(question.label)} moved ${way}`);
}

/** To the end of another section. */
export function moveToSection(files: Files, formId: string, id: string, target: string): FilesChange {
  const form = formIn(files, formId);
  const { section, at, question } = placeOf(form, id);
  const into = form.layout.find((one) => one.id === target);
  const next = withLayout(form, (layout) => {
    layout[section]?.questions.splice(at, 1);
    layout.find((one) => one.id === target)?.questions.push(question);
  });
  return writeForm(next, `${quoted(question.label)} moved to ${quoted(into?.title ?? target)}`);
}
