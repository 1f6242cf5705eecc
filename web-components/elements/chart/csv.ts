import type { Cell, ChartColumn, ChartRow } from './chart.ts';

/**
 * The rows as a table for a spreadsheet (RFC 4180, with the mark of UTF-8). Numbers stay numbers and days ISO days, so
 * that they can be counted with; a text that a spreadsheet would take for a formula is told as text.
 */
export function csvText(columns: readonly ChartColumn[], rows: readonly ChartRow[]): string {
  const lines = [
    columns.map(({ name }) => cell(name)),
    ...rows.map((row) => columns.map(({ id }) => cell(row[id]))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** 'reviews-in-time.csv' of a title. */
export function fileNameOf(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${name === '' ? 'figures' : name.slice(0, 80)}.csv`;
}

/** Gives a text to the browser as a file; nothing of it leaves the machine. */
export function giveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken it once the click was dealt with
  setTimeout(() => URL.revokeObjectURL(address));
}
