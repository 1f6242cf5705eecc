import type { FormQuestion, Output } from '#engine/browser';
import { fileText, outputPath, partsOf, type Files } from '../parts.ts';
import { formIn, quoted, withLayout, writeForm, placeOf, type FilesChange } from './change.ts';

/** The outputs printed from a form, as they change when a question is read in exactly these. */
export function readIn(
  files: Files,
  form: string,
  question: Pick<FormQuestion, 'id' | 'type'>,
  readers: readonly string[],
): Record<string, string> {
  const changed = partsOf(files)
    .outputs.filter((output) => output.form === form)
    .flatMap((output) => {
      const prints = output.blocks.some((block) => 'question' in block && block.question === question.id);
      const reads = readers.includes(output.id);
      if (prints === reads) return [];
      const blocks = reads
        ? withBlock(output, question)
        : output.blocks.filter((block) => !('question' in block) || block.question !== question.id);
      return [[outputPath(output.id), fileText({ ...output, blocks })] as const];
    });
  return Object.fromEntries(changed);
}

/** A new answer is printed before the signatures. */
function withBlock({ blocks }: Output, { id, type }: Pick<FormQuestion, 'id' | 'type'>): Output['blocks'] {
  const block = { kind: type === 'table' ? 'table' : 'answer', question: id } as const;
  const sign = blocks.findIndex(({ kind }) => kind === 'signature');
  return sign < 0 ? [...blocks, block] : [...blocks.slice(0, sign), block, ...blocks.slice(sign)];
}

/** Who reads the answer: the question says so and the outputs print it. */
export function setReaders(
  files: Files,
  formId: string,
  id: string,
  readers: readonly string[],
): FilesChange {
  const form = formIn(files, formId);
  const { section, at, question } = placeOf(form, id);
  const { readBy: _, ...rest } = question;
  const next: FormQuestion = readers.length > 0 ? { ...rest, readBy: [...readers] } : rest;
  const says = `Who reads ${quoted(question.label)} changed`;
  const own = writeForm(
    withLayout(form, (layout) => layout[section]?.questions.splice(at, 1, next)),
    says,
  );
  return { changes: { ...own.changes, ...readIn(files, formId, question, readers) }, says };
}
