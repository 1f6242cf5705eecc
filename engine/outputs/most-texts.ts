import type { Output, OutputBlock, OutputSource } from '../contracts/index.ts';
import { questionsOf, shownColumns } from '../forms/browser.ts';
import { rowsOf } from './making.ts';

/** A picture is as heavy as a few pages of text. */
const textsOfPicture = 100;

/**
 * How many texts the document of a layout holds at most, a picture as many of them: counted without making any, because
 * a layout that shows every row beside every other is a document that no machine can hold.
 */
export function mostTexts({ blocks }: Output, source: OutputSource): number {
  return blocks.reduce((sum, block) => sum + ofBlock(block, source), 0);
}

function ofBlock(block: OutputBlock, source: OutputSource): number {
  const each = Math.max(1, source.children.length);
  switch (block.kind) {
    case 'answers':
      return block.questions.length * each;
    case 'signature':
      return block.roles.length;
    case 'living': {
      const rows = rowsIn(source, block.block, block.latest);
      const beside = (block.beside ?? []).map(
        (one) => rowsIn(source, one.block) * columnsIn(source, one.block, one.columns),
      );
      return rows * beside.reduce((sum, texts) => sum + texts, columnsIn(source, block.block, block.columns));
    }
    case 'genogram': {
      const { network } = source;
      const rows = block.question ? ofQuestion(source, block.question) : rowsIn(source, network?.block) * 4;
      // who is drawn, each with a few short texts and lines
      return rows + (source.children.length + source.people.length) * 6;
    }
    case 'scale':
      return rowsAsked(source, block) * 3;
    case 'picture':
      return (block.column === undefined ? each : rowsAsked(source, block)) * textsOfPicture;
    case 'answer':
    case 'table':
    case 'attendance':
    case 'sharing':
      return Math.max(each, ofQuestion(source, block.question));
    default:
      return source.people.length;
  }
}

function ofQuestion(source: OutputSource, id: string): number {
  const question = questionsOf(source.form).find((one) => one.id === id);
  if (question?.type !== 'table') return 0;
  return rowsAsked(source, { question: id }) * shownColumns(question, source.blocks).length;
}

/** Rows of a question, answered or carried on, or of a block. */
function rowsAsked(
  source: OutputSource,
  { question: id, block, latest }: { question?: string; block?: string; latest?: number },
): number {
  const question = questionsOf(source.form).find((one) => one.id === id);
  if (!question) return rowsIn(source, block, latest);
  const { answers, perChild } = source.answers;
  const answered = [answers, ...Object.values(perChild)].flatMap((all) => rowsOf(all[question.id])).length;
  return Math.max(latestOf(source, answered, latest), rowsIn(source, question.block, latest));
}

const rowsIn = (source: OutputSource, block = '', latest?: number): number =>
  latestOf(source, source.living[block]?.length ?? 0, latest);

/** The latest of each child, and of what is about none by name. */
const latestOf = ({ children }: OutputSource, rows: number, latest?: number): number =>
  latest === undefined ? rows : Math.min(rows, latest * (children.length + 1));

const columnsIn = ({ blocks }: OutputSource, id: string, columns?: string[]): number =>
  columns?.length ?? blocks.find((block) => block.id === id)?.columns.length ?? 0;
