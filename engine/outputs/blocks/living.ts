import type { Block, Column, DocumentRow, OutputPart } from '../../contracts/index.ts';
import { headed, labelOf, type Making, type Parts, type Row } from '../making.ts';
import { rowsFor } from '../rows-for.ts';
import { rowsShownOf } from '../rows-shown.ts';
import { sayValue } from '../say-value.ts';
import { chosen, rowsShown } from './rows.ts';

type Living = OutputPart & { kind: 'living' };

/** Rows of a shared block as they stood with the record; with `beside`, each with the rows that carry its number. */
export function living(making: Making, part: Living): Parts {
  const block = blockOf(making, part.block);
  if (!block) return [];
  const label = part.label ?? block.title;
  const all = rowsFor(making, making.source.living[part.block] ?? [], block);
  const rows = rowsShownOf(making, all, part, label);
  const columns = chosen(block.columns, part.columns);
  if (!part.number || !part.beside) return rowsShown(making, rows, columns, label);
  const number = part.number;
  const own = columns.filter(({ id }) => id !== number);
  const listed = rows.map((row) => {
    const { title, lines } = inWords(making, own, row);
    const beside = (part.beside ?? []).flatMap((other) => besideRow(making, other, row[number]));
    return {
      title: `${String(row[number] ?? '')}. ${title}`.replace(/^\. /, ''),
      lines: [...lines, ...beside],
    };
  });
  if (listed.length === 0) return [];
  const caption = labelOf(making, label);
  return [...headed(making, caption), { kind: 'rows', caption, rows: listed }];
}

const blockOf = ({ source }: Making, id: string): Block | undefined =>
  source.blocks.find((block) => block.id === id);

/** Rows of another block that carry the number, each under that block's title. */
function besideRow(
  making: Making,
  { block: id, by, columns }: NonNullable<Living['beside']>[number],
  number: unknown,
): DocumentRow['lines'] {
  const block = blockOf(making, id);
  // a row that has no number has nothing beside it, least of all every other row that has none
  if (!block || number === undefined || number === null || number === '') return [];
  const label = making.words.fill(block.title);
  const shown = chosen(block.columns, columns).filter((column) => column.id !== by);
  return rowsFor(making, making.source.living[id] ?? [], block)
    .filter((row) => row[by] === number)
    .map((row) => inWords(making, shown, row))
    .map(({ title, lines }) => ({
      label,
      text: [title, ...lines.map((line) => `${line.label}: ${line.text}`)].join('\n'),
    }));
}

/** The first that a row says, and the rest with its labels. */
function inWords({ source, words }: Making, columns: Column[], row: Row): DocumentRow {
  const said = columns
    .filter(({ type }) => type !== 'file')
    .map((column) => ({
      label: words.fill(column.label),
      text: sayValue(column, row[column.id], source, words),
    }))
    .filter(({ text }) => text !== '');
  const [first, ...lines] = said;
  return { title: first?.text ?? '', lines };
}
