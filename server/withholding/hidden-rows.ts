import { isDeepStrictEqual } from 'node:util';
import type { CaseRecord } from '#engine';
import type { LivingPart } from '../store/port.ts';
import type { Withheld } from './withheld.ts';

export type Row = Record<string, unknown>;

/** Rows that are left out, of the family's living documents and of the answers that wrote them. */
export interface HiddenRows {
  ids: Set<string>;
  /** what stands in them: a correction carries its rows on without their ids */
  contents: Row[];
}

/** The rows of a table; of any other answer none. */
export function rowsIn(value: unknown): Row[] {
  const isRow = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  return Array.isArray(value) && value.every(isRow) ? (value as Row[]) : [];
}

/** What somebody wrote in a row, without what tells where it stands. */
export function contentOf({ id: _id, record: _record, childIds: _childIds, ...content }: Row): Row {
  return content;
}

/** Every table of a record: its rows with the ids they have in the living documents, and its question. */
export function tablesOf({ id, answers }: CaseRecord) {
  const all = [['', answers.answers] as const, ...Object.entries(answers.perChild)];
  return all.flatMap(([child, own]) =>
    Object.entries(own).map(([question, value]) => ({
      ...{ child, question },
      rows: rowsIn(value).map((row, at) => ({ row, id: rowId(row, [id], question, child, at)[0] ?? '' })),
    })),
  );
}

/** The id that a row has, or was given when its record was completed, by any of the records it may stem from. */
function rowId(row: Row, records: Iterable<string>, question: string, child: string, at: number): string[] {
  if (typeof row['id'] === 'string') return [row['id']];
  return [...records].map((record) => `${record}-${question}-${child}${String(at)}`);
}

/** Gathers the rows that were withheld by themselves, and those of withheld answers. */
export function hiddenRows(
  records: CaseRecord[],
  same: Map<string, Set<string>>,
  parts: Withheld[],
  living: LivingPart[],
): HiddenRows {
  const ids = new Set(parts.flatMap(({ row }) => row ?? []));
  const named = (record: string, question: string, child: string): boolean =>
    parts.some(
      (one) =>
        one.question === question &&
        (one.child ?? '') === child &&
        one.record !== undefined &&
        same.get(one.record)?.has(record) === true,
    );
  const tables = records.flatMap((record) => tablesOf(record).map((table) => ({ ...table, record })));
  for (const { record, question, child, rows } of tables) {
    if (named(record.id, question, child)) for (const { id } of rows) ids.add(id);
  }
  const written = tables.flatMap(({ rows }) => rows.flatMap(({ id, row }) => (ids.has(id) ? [row] : [])));
  const stored = rowsOf(living).filter((row) => ids.has(String(row['id'])));
  return { ids, contents: [...written, ...stored].map(contentOf).filter((one) => !isEmpty(one)) };
}

const rowsOf = (living: LivingPart[]): Row[] => living.flatMap(({ blocks }) => Object.values(blocks).flat());
const isEmpty = (row: Row): boolean => Object.keys(row).length === 0;

/** Whether a row of a record is left out; a correction's rows stand where those of the record it put right stood. */
export function hidesRow(
  hidden: HiddenRows,
  row: Row,
  at: { records: Iterable<string>; question: string; child?: string; index: number },
): boolean {
  const ids = rowId(row, at.records, at.question, at.child ?? '', at.index);
  return ids.some((id) => hidden.ids.has(id)) || isHiddenContent(hidden, row);
}

/** Whether the same stands in a row that is left out. */
export function isHiddenContent({ contents }: HiddenRows, row: Row): boolean {
  const content = contentOf(row);
  return contents.some((one) => isDeepStrictEqual(one, content));
}

const who = 'personId';

/**
 * People who are known around the children by left out rows alone: leaving out the row and naming the person would
 * tell it. A child of the family is never among them, nor anybody whom another row names.
 */
export function hiddenPeople(living: LivingPart[], hidden: HiddenRows, children: string[]): Set<string> {
  const people = new Set<string>();
  const shown = new Set<unknown>(children);
  for (const row of rowsOf(living)) {
    const person = row[who];
    if (typeof person !== 'string') continue;
    if (hidden.ids.has(String(row['id'])) || isHiddenContent(hidden, row)) people.add(person);
    else shown.add(person);
  }
  return new Set([...people].filter((id) => !shown.has(id)));
}
