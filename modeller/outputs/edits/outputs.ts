import type { Output } from '#engine/browser';
import { formIn, quoted, withLayout, writeForm, type FilesChange } from '../../forms/edits/change.ts';
import { newFileId } from '../../forms/edits/new-id.ts';
import { outputPath, partsOf, type Files } from '../../forms/parts.ts';
import { outputIn, writeOutput } from './blocks.ts';

/** What is said of an output besides its blocks. */
export function changeOutput(
  files: Files,
  id: string,
  more: Partial<Pick<Output, 'title' | 'audience' | 'audiences' | 'large'>>,
): FilesChange {
  const { audiences, large, ...output } = { ...outputIn(files, id), ...more };
  const others = audiences?.filter((one) => one !== output.audience) ?? [];
  const next: Output = {
    ...output,
    ...(others.length > 0 ? { audiences: others } : {}),
    ...(large ? { large } : {}),
  };
  return writeOutput(files, inOrder(next), `${quoted(next.title)} changed`);
}

/** Keys in the order in which files are written. */
function inOrder({ id, form, title, audience, audiences, large, budget, blocks }: Output): Output {
  return {
    ...{ id, form, title, audience },
    ...(audiences ? { audiences } : {}),
    ...(large ? { large } : {}),
    ...(budget ? { budget } : {}),
    blocks,
  };
}

/** A copy to begin from, for other readers. */
export function copyOutput(
  files: Files,
  id: string,
  made: { title: string; audience: Output['audience'] },
): FilesChange & { output: string } {
  const { audiences: _, ...from } = outputIn(files, id);
  const known = partsOf(files).outputs.map((output) => output.id);
  const output = newFileId(made.title, known);
  const copy: Output = inOrder({ ...from, ...made, id: output });
  return { ...writeOutput(files, copy, `${quoted(made.title)} begun from ${quoted(from.title)}`), output };
}

/** An output that is printed no more: questions name it no longer among their readers. */
export function removeOutput(files: Files, id: string): FilesChange {
  const output = outputIn(files, id);
  const says = `${quoted(output.title)} is printed no more`;
  const form = withLayout(formIn(files, output.form), (layout) => {
    for (const question of layout.flatMap(({ questions }) => questions)) {
      const readers = question.readBy?.filter((one) => one !== id);
      if (readers && readers.length > 0) question.readBy = readers;
      else delete question.readBy;
    }
  });
  return { changes: { ...writeForm(form, says).changes, [outputPath(id)]: null }, says };
}
