import { isDeepStrictEqual } from 'node:util';
import type { CaseRecord } from '#engine';
import type { LivingPart, StoredEntry } from '../store/port.ts';
import { isCopy, isOwn, type Asks, type Copies, type Place } from './copies.ts';
import {
  contentOf,
  hiddenPeople,
  hiddenRows,
  hidesRow,
  isHiddenContent,
  rowsIn,
  type HiddenRows,
  type Row,
} from './hidden-rows.ts';
import type { Withheld } from './withheld.ts';

/** What must not reach a reader: the parts that were named, and what was copied on from them. */
export interface LeftOut {
  parts: Withheld[];
  /** ids of the records that are corrections of one another, by each of them */
  same: Map<string, Set<string>>;
  copies: Copies;
  rows: HiddenRows;
  /** people whom nothing but left out rows tells of */
  people: Set<string>;
  /** corrections of what is left out: why it was corrected is left out with it */
  silent: Set<string>;
}

/** A family as what is left out of it is looked for. */
export interface Searched {
  records: CaseRecord[];
  living: LivingPart[];
  children: string[];
  people: string[];
  asks: Asks;
}

type Answered = { question: string; child?: string; value: unknown };

/** Gathers what is left out of a family's record for one reader. */
export function leftOutOf(searched: Searched, parts: Withheld[]): LeftOut {
  const { records, living, children, people, asks } = searched;
  const same = sameRecords(records);
  const rows = hiddenRows(records, same, parts, living);
  const answers = records.flatMap((record) =>
    answersOf(record)
      .filter((one) => isNamed({ parts, same }, record.id, one))
      .map(({ question, child, value }) => ({
        ...{ value, asked: asks(record.form, question) },
        ...(child === undefined ? {} : { child }),
      })),
  );
  // whom a row is about is no words: others of the family's rows are about them too
  const cells = rows.contents.flatMap((row) => Object.values(row)).filter((one) => !isAnyOf(people, one));
  const words = [...answers.map(({ value }) => value), ...cells].filter(isOwn);
  const leftOut = { parts, same, rows, copies: { answers, words, asks }, silent: new Set<string>() };
  const found = { ...leftOut, people: hiddenPeople(living, rows, children) };
  return { ...found, silent: corrections(records, found) };
}

const isAnyOf = (people: string[], value: unknown): boolean =>
  typeof value === 'string' && people.includes(value);

/** A correction stands for the record it put right: what is withheld of one is withheld of all. */
function sameRecords(records: CaseRecord[]): Map<string, Set<string>> {
  const same = new Map(records.map(({ id }) => [id, new Set([id])]));
  for (const { id, corrects } of records) {
    const all = new Set([...(same.get(id) ?? []), ...(same.get(corrects ?? id) ?? [])]);
    for (const one of all) same.set(one, all);
  }
  return same;
}

function answersOf({ answers }: CaseRecord): Answered[] {
  const said = (all: Record<string, unknown>) =>
    Object.entries(all).map(([question, value]) => ({ question, value }));
  return [
    ...said(answers.answers),
    ...Object.entries(answers.perChild).flatMap(([child, own]) =>
      said(own).map((one) => ({ ...one, child })),
    ),
  ];
}

/** Whether the answer itself was withheld, in this record or in one it is a correction of. */
export function isNamed(
  { parts, same }: Pick<LeftOut, 'parts' | 'same'>,
  record: string,
  { question, child }: Omit<Answered, 'value'>,
): boolean {
  return parts.some(
    (one) =>
      one.question === question &&
      one.child === child &&
      one.record !== undefined &&
      same.get(one.record)?.has(record) === true,
  );
}

/** Corrections that changed nothing but what is left out. */
function corrections(records: CaseRecord[], leftOut: LeftOut): Set<string> {
  const silent = records.filter((record) => {
    const was = records.find((one) => one.id === record.corrects);
    if (!was || isDeepStrictEqual(was.answers, record.answers)) return false;
    const shown = (one: CaseRecord) => readable(one, leftOut).record.answers;
    return isDeepStrictEqual(shown(was), shown(record));
  });
  return new Set(silent.map(({ id }) => id));
}

/** The record as the reader may read it, and how many answers and rows that leaves out. */
export function readable(record: CaseRecord, leftOut: LeftOut): { record: CaseRecord; left: number } {
  let left = 0;
  const keep = (answers: Record<string, unknown>, child?: string): Record<string, unknown> => {
    const kept = Object.entries(answers).flatMap(([question, value]) => {
      const place = { form: record.form, question, ...(child === undefined ? {} : { child }) };
      const hides = isNamed(leftOut, record.id, place) || isCopy(leftOut.copies, value, place);
      const rows = rowsIn(value);
      const shown = rows.filter((row, index) => !hidesIn(leftOut, record.id, place, row, index));
      left += hides ? 1 : rows.length - shown.length;
      if (hides || (shown.length === 0 && rows.length > 0)) return [];
      return [[question, shown.length < rows.length ? shown : value] as const];
    });
    return Object.fromEntries(kept);
  };
  const answers = {
    ...record.answers,
    answers: keep(record.answers.answers),
    perChild: Object.fromEntries(
      Object.entries(record.answers.perChild).map(([child, own]) => [child, keep(own, child)]),
    ),
  };
  const { reason, ...silent } = record;
  const told = leftOut.silent.has(record.id) || reason === undefined ? silent : record;
  return left === 0 ? { record: told, left } : { record: { ...told, answers }, left };
}

function hidesIn(leftOut: LeftOut, record: string, place: Place, row: Row, index: number): boolean {
  const records = leftOut.same.get(record) ?? [record];
  return hidesRow(leftOut.rows, row, { ...place, records, index }) || holdsCopy(leftOut, row);
}

/** A living part without the rows the reader must not read. */
export function readablePart(part: LivingPart, leftOut: LeftOut): LivingPart {
  const hides = (row: Row): boolean =>
    leftOut.rows.ids.has(String(row['id'])) || isHiddenContent(leftOut.rows, row) || holdsCopy(leftOut, row);
  const blocks = Object.entries(part.blocks).map(
    ([block, all]) => [block, all.filter((row) => !hides(row))] as const,
  );
  return { ...part, blocks: Object.fromEntries(blocks) };
}

const holdsCopy = ({ copies }: LeftOut, row: Row): boolean =>
  Object.values(contentOf(row)).some((value) => isCopy(copies, value));

/** An entry that says what an answer was, became and why, without any of it where the answer is withheld. */
export function readableEntry(entry: StoredEntry, leftOut: LeftOut): StoredEntry {
  const { about } = entry;
  const record = String(about['record'] ?? '');
  const { form, question, child } = about;
  const place = {
    ...{ form: String(form), question: String(question) },
    ...(typeof child === 'string' ? { child } : {}),
  };
  const hides =
    leftOut.silent.has(record) ||
    (question !== undefined && isNamed(leftOut, record, place)) ||
    [about['before'], about['after']].some((value) => isCopy(leftOut.copies, value, place));
  if (!hides) return entry;
  const { before: _before, after: _after, reason: _reason, ...rest } = about;
  return { ...entry, about: rest };
}

/** Whether a draft holds what was withheld where it was first written. */
export function isCopied(value: unknown, leftOut: LeftOut, place?: Place): boolean {
  if (isCopy(leftOut.copies, value, place)) return true;
  return rowsIn(value).some(
    (row) =>
      leftOut.rows.ids.has(String(row['id'])) ||
      isHiddenContent(leftOut.rows, row) ||
      holdsCopy(leftOut, row),
  );
}
