import { parse } from 'csv-parse/sync';

/** One line of a table of accounts, as it was written. */
export interface TableLine {
  /** its number in the file, the heading being 1 */
  line: number;
  username: string;
  name: string;
  roles: string;
  team: string;
  until: string;
}

export interface Fault {
  line: number;
  message: string;
}

export type TableRead = { ok: true; lines: TableLine[] } | { ok: false; faults: Fault[] };

/** what the library gives with `info` */
interface Row {
  record: string[];
  info: { lines: number };
}

const needed = ['username', 'name', 'roles'] as const;
const known: readonly string[] = [...needed, 'team', 'until'];
const mostLines = 2000;

/** Reads a table of accounts (comma or semicolon between cells, a heading first). What is not understood is a fault. */
export function readTable(text: string): TableRead {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ',';
  let rows: Row[];
  try {
    const read: unknown = parse(text, {
      bom: true,
      trim: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    rows = read as Row[];
  } catch (fault) {
    return {
      ok: false,
      faults: [
        { line: lineOf(fault), message: 'A quotation mark is not closed, or stands in the wrong place.' },
      ],
    };
  }
  const heading = (rows[0]?.record ?? []).map((cell) => cell.toLowerCase());
  const faults = headingFaults(heading);
  if (rows.length - 1 > mostLines) {
    faults.push({
      line: 1,
      message: `There are more than ${String(mostLines)} lines. Send the table in parts.`,
    });
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, lines: rows.slice(1).map(({ record, info }) => lineFrom(heading, record, info.lines)) };
}

function headingFaults(heading: string[]): Fault[] {
  const missing = needed.filter((name) => !heading.includes(name));
  const strange = heading.filter((name) => !known.includes(name));
  const twice = heading.filter((name, at) => heading.indexOf(name) !== at);
  return [
    ...missing.map((name) => `The heading has no column "${name}".`),
    ...strange.map(
      (name) => `The column "${name}" is not known here. Take it out; known are ${known.join(', ')}.`,
    ),
    ...twice.map((name) => `The column "${name}" is there twice.`),
  ].map((message) => ({ line: 1, message }));
}

function lineFrom(heading: string[], record: string[], line: number): TableLine {
  const cell = (name: string): string => record[heading.indexOf(name)] ?? '';
  return {
    ...{ line, username: cell('username'), name: cell('name'), roles: cell('roles') },
    ...{ team: cell('team'), until: cell('until') },
  };
}

function lineOf(fault: unknown): number {
  const { lines } = fault as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}
