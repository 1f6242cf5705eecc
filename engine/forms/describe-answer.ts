import { dayInWords, isMoment, momentInWords } from '../calendar/index.ts';
import type { Block, Column, Dictionary, FormQuestion } from '../contracts/index.ts';
import { isWayOut } from './conditions.ts';
import { optionsOf } from './options.ts';

export interface Describing {
  dictionary: Pick<Dictionary, 'codeLists'>;
  blocks: Block[];
  /** what to call a person, a child or an attachment by its id; absent: the id itself */
  nameOf?: (id: string) => string;
}

/**
 * An answer as people read it: codes become their labels, days are written out, ids become names. A table is one line
 * per row; '' where there is no answer.
 */
export function describeAnswer(question: FormQuestion, value: unknown, about: Describing): string {
  if (value === undefined || value === null) return '';
  if (isWayOut(value)) return `${question.wayOut ?? 'Not possible'}: ${value.notPossible}`;
  if (question.type === 'table') return describeRows(question, value, about).map(lineOf).join('\n');
  if (question.type === 'address') return addressOf(value);
  return describeCell(question, value, about);
}

export interface DescribedCell {
  label: string;
  text: string;
}

/** The rows of a table in words, one list of filled cells per row, in the order of the columns that are shown. */
export function describeRows(question: FormQuestion, value: unknown, about: Describing): DescribedCell[][] {
  if (!Array.isArray(value)) return [];
  const columns = shownColumns(question, about.blocks);
  return (value as Record<string, unknown>[]).map((row) =>
    columns
      .map((column) => ({ label: column.label, text: describeCell(column, row[column.id], about) }))
      .filter(({ text }) => text !== ''),
  );
}

/** The columns a table shows: its own, or those of its block that it names, in the order in which it names them. */
export function shownColumns(question: FormQuestion, blocks: Block[]): Column[] {
  const columns = question.columns ?? blocks.find(({ id }) => id === question.block)?.columns ?? [];
  if (!question.showColumns) return columns;
  return question.showColumns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
}

const lineOf = (cells: DescribedCell[]): string =>
  cells.map(({ label, text }) => `${label}: ${text}`).join('; ');

function describeCell(asked: FormQuestion | Column, value: unknown, about: Describing): string {
  if (Array.isArray(value)) return value.map((one) => describeCell(asked, one, about)).join(', ');
  if (typeof value === 'number') return asked.type === 'scale' ? `${value} out of 10` : String(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return '';
  switch (asked.type) {
    case 'yes-no':
    case 'radios':
    case 'checkboxes':
      return optionsOf(asked, about.dictionary).find((option) => option.value === value)?.label ?? value;
    case 'date':
      return isMoment(value) ? momentInWords(value) : dayInWords(value);
    case 'person':
    case 'children':
    case 'file':
      return about.nameOf?.(value) ?? value;
    default:
      return value;
  }
}

function addressOf(value: unknown): string {
  const { line1, line2, town, postcode } = value as Record<string, string | undefined>;
  return [line1, line2, town, postcode].filter(Boolean).join(', ');
}
