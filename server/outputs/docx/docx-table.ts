import { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { runs } from './runs.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
const across = 9026;

/** A table whose first row heads its columns, on every page it goes over. */
export function docxTable(head: string[], rows: string[][], bidirectional: boolean): Table {
  const width = Math.floor(across / head.length);
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({
      children: [new Paragraph({ children: runs(text, { bold }), bidirectional })],
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 60, right: 120 },
      borders: { top: none, left: none, right: none, bottom: rule },
    });
  return new Table({
    ...{ width: { size: across, type: WidthType.DXA }, columnWidths: head.map(() => width) },
    ...(bidirectional ? { visuallyRightToLeft: true } : {}),
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  });
}
