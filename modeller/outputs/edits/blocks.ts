import { isAnswered, questionsIn, type Output, type OutputBlock } from '#engine/browser';
import { formIn, quoted, withLayout, writeForm, type FilesChange } from '../../forms/edits/change.ts';
import { fileText, outputPath, partsOf, type Files } from '../../forms/parts.ts';
import { sayBlock } from '../say-block.ts';

/** An output of the draft; an edit of one that is not there is a defect of the page. */
export function outputIn(files: Files, id: string): Output {
  const output = partsOf(files).outputs.find((one) => one.id === id);
  if (!output) throw new Error(`no output ${id}`);
  return output;
}

/**
 * The output as it is after an edit. Whoever reads a question is said by the question too: what is newly printed names this
 * output among its readers, what is printed no more does not.
 */
export function writeOutput(files: Files, output: Output, says: string): FilesChange {
  const before = partsOf(files).outputs.find(({ id }) => id === output.id);
  const printed = new Set((before?.blocks ?? []).flatMap(questionsIn));
  const prints = new Set(output.blocks.flatMap(questionsIn));
  const own = { [outputPath(output.id)]: fileText(output) };
  const moved = [...printed, ...prints].filter((id) => printed.has(id) !== prints.has(id));
  if (moved.length === 0) return { changes: own, says };
  const form = withLayout(formIn(files, output.form), (layout) => {
    for (const question of layout.flatMap(({ questions }) => questions)) {
      if (!moved.includes(question.id) || !isAnswered(question)) continue;
      const others = (question.readBy ?? []).filter((id) => id !== output.id);
      const readers = prints.has(question.id) ? [...others, output.id] : others;
      if (readers.length > 0) question.readBy = readers;
      else delete question.readBy;
    }
  });
  return { changes: { ...writeForm(form, says).changes, ...own }, says };
}

/** A block one place up or down; at the end of the list it stays where it is. */
export function moveBlock(files: Files, id: string, at: number, way: 'up' | 'down'): FilesChange | undefined {
  const output = outputIn(files, id);
  const to = way === 'up' ? at - 1 : at + 1;
  const block = output.blocks[at];
  if (!block || to < 0 || to >= output.blocks.length) return undefined;
  const blocks = output.blocks.toSpliced(at, 1).toSpliced(to, 0, block);
  return writeOutput(files, { ...output, blocks }, `${said(files, output, block)} moved ${way}`);
}

/** A block taken out. */
export function removeBlock(files: Files, id: string, at: number): FilesChange | undefined {
  const output = outputIn(files, id);
  const block = output.blocks[at];
  if (!block) return undefined;
  const blocks = output.blocks.toSpliced(at, 1);
  return writeOutput(files, { ...output, blocks }, `${said(files, output, block)} taken out`);
}

/** A block put in at a place. */
export function addBlock(files: Files, id: string, at: number, block: OutputBlock): FilesChange {
  const output = outputIn(files, id);
  const blocks = output.blocks.toSpliced(at, 0, block);
  return writeOutput(files, { ...output, blocks }, `${said(files, output, block)} put in`);
}

/** A block as it is said otherwise. */
export function changeBlock(files: Files, id: string, at: number, block: OutputBlock): FilesChange {
  const output = outputIn(files, id);
  const blocks = output.blocks.with(at, block);
  return writeOutput(files, { ...output, blocks }, `${said(files, output, block)} changed`);
}

const said = (files: Files, output: Output, block: OutputBlock): string =>
  `${quoted(output.title)}: ${sayBlock(block, partsOf(files), output.form).what}`;
