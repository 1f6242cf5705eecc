import { isAnswered, type Output } from '#engine/browser';
import { fileText, outputPath, partsOf, type Files } from '../parts.ts';
import { formIn, quoted, withLayout, writeForm, type FilesChange } from './change.ts';
import { newFileId } from './new-id.ts';

/** A print of a form that has none: everybody it is about, and every answer in the order in which it is asked. */
export function addOutput(files: Files, formId: string, audience: Output['audience']): FilesChange {
  const form = formIn(files, formId);
  const id = newFileId(
    form.title,
    partsOf(files).outputs.map((output) => output.id),
  );
  const blocks: Output['blocks'] = form.layout.flatMap(({ title, questions }): Output['blocks'] => {
    const asked = questions.filter(isAnswered);
    if (asked.length === 0) return [];
    const answers = asked.map((question) => ({
      kind: question.type === 'table' ? ('table' as const) : ('answer' as const),
      question: question.id,
    }));
    return [{ kind: 'heading', text: title }, ...answers];
  });
  const output: Output = {
    id,
    form: formId,
    title: form.title,
    audience,
    blocks: [{ kind: 'people' }, ...blocks],
  };
  const read = withLayout(form, (layout) => {
    for (const question of layout.flatMap(({ questions }) => questions).filter(isAnswered)) {
      question.readBy = [...(question.readBy ?? []), id];
    }
  });
  const says = `${quoted(form.title)} is printed for: ${audience}`;
  return { changes: { ...writeForm(read, says).changes, [outputPath(id)]: fileText(output) }, says };
}
