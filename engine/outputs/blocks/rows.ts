import type { Column, DocumentRow, FormQuestion, RowsShown } from '../../contracts/index.ts';
import { shownColumns } from '../../forms/browser.ts';
import { headed, labelOf, rowsOf, type Making, type Parts, type Row } from '../making.ts';
import { rowsFor } from '../rows-for.ts';
import { rowsShownOf } from '../rows-shown.ts';
import { sayValue } from '../say-value.ts';

/** A table wider or wordier than this can't be read on paper: its rows stand below one another instead. */
const most = { columns: 4, letters: 90 };

/** The rows of a question as a table, or below one another where they say too much for one. */
export function table(
  making: Making,
  question: FormQuestion,
  part: { label?: string; columns?: string[] } & RowsShown,
): Parts {
  const label = part.label ?? question.label;
  const columns = chosen(shownColumns(question, making.source.blocks), part.columns);
  const rows = rowsShownOf(making, rowsAnswered(making, question), part, label);
  return rowsShown(making, rows, columns, label);
}

/** Rows as they stood with the record: a block that is carried on shows its own. */
export function rowsAnswered(making: Making, question: FormQuestion): Row[] {
  const { answers, living } = making.source;
  const own = [answers.answers, ...making.children.map(({ id }) => answers.perChild[id] ?? {})];
  const answered = own.flatMap((all) => rowsOf(all[question.id]));
  const stood = question.block === undefined ? [] : (living[question.block] ?? []);
  return rowsFor(
    making,
    stood.length > 0 && question.policy === 'carry-forward' ? stood : answered,
    question,
  );
}

/** Columns by id in the order they are named; all of them where none are. */
export function chosen(columns: Column[], only?: string[]): Column[] {
  return only ? only.flatMap((id) => columns.find((column) => column.id === id) ?? []) : columns;
}

/** Rows in words under a heading; columns in which nothing stands are left away. */
export function rowsShown(making: Making, rows: Row[], columns: Column[], label: string): Parts {
  const cells = rows.map((row) => columns.map((column) => sayCell(making, column, row)));
  const filled = columns.filter(
    (column, at) => isTold(making, column) && cells.some((row) => row[at] !== ''),
  );
  const shown = cells
    .map((row) => filled.map((column) => row[columns.indexOf(column)] ?? ''))
    .filter((row) => row.some((cell) => cell !== ''));
  if (shown.length === 0) return [];
  const caption = labelOf(making, label);
  const head = filled.map((column) => making.words.fill(column.label));
  const isWide =
    head.length > most.columns ||
    (head.length > 2 && shown.some((row) => row.some((cell) => cell.length > most.letters)));
  const part: Parts = isWide
    ? [{ kind: 'rows', caption, rows: shown.map((row) => listed(head, row)) }]
    : [{ kind: 'table', caption, head, rows: shown }];
  return [...headed(making, caption), ...part];
}

/** Pictures have blocks of their own. Which child a row is about goes without saying where there is one. */
function isTold(making: Making, { type }: Column): boolean {
  return type !== 'file' && !(type === 'children' && making.source.children.length === 1);
}

function sayCell({ source, words }: Making, column: Column, row: Row): string {
  return sayValue(column, row[column.id], source, words);
}

/** A row's first words head it, what else it says stands below with its label. */
function listed(head: string[], row: string[]): DocumentRow {
  const first = row.findIndex((cell) => cell !== '');
  const lines = row.flatMap((text, at) =>
    text === '' || at === first ? [] : [{ label: head[at] ?? '', text }],
  );
  return { title: row[first] ?? '', lines };
}
