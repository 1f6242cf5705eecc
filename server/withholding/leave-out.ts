import { isDeepStrictEqual } from 'node:util';
import type { CaseRecord } from '#engine';
import type { LivingPart, StoredEntry } from '../store/port.ts';
import type { Withheld } from './withheld.ts';

/** What must not reach a reader: the parts that were named, and what was copied on from them. */
export interface LeftOut {
  parts: Withheld[];
  /** ids of the records that are corrections of one another, by each of them */
  same: Map<string, Set<string>>;
  /** answers that were withheld, long enough to be nobody else's: the same words elsewhere are a copy */
  values: unknown[];
}

const ownWords = 12;

/** Gathers what is left out of a family's records for one reader. */
export function leftOutOf(records: CaseRecord[], parts: Withheld[]): LeftOut {
  const same = sameRecords(records);
  const values = parts.flatMap(({ record, question, child }) => {
    if (record === undefined || question === undefined) return [];
    const versions = records.filter(({ id }) => same.get(record)?.has(id));
    return versions.flatMap(({ answers }) => {
      const value = (child === undefined ? answers.answers : answers.perChild[child])?.[question];
      return isOwn(value) ? [value] : [];
    });
  });
  return { parts, same, values };
}

/** A correction stands for the record it put right: what is withheld of one is withheld of all. */
function sameRecords(records: CaseRecord[]): Map<string, Set<string>> {
  const same = new Map(records.map(({ id }) => [id, new Set([id])]));
  for (const { id, corrects } of records) {
    const all = new Set([...(same.get(id) ?? []), ...(same.get(corrects ?? id) ?? [])]);
    for (const one of all) same.set(one, all);
  }
  return same;
}

function isOwn(value: unknown): boolean {
  return JSON.stringify(value ?? '').length > ownWords + 2;
}

const isCopy = ({ values }: LeftOut, value: unknown): boolean =>
  isOwn(value) && values.some((one) => isDeepStrictEqual(one, value));

/** The record as the reader may read it, and how many answers that leaves out. */
export function readable(record: CaseRecord, leftOut: LeftOut): { record: CaseRecord; left: number } {
  const named = leftOut.parts.filter(
    (one) => one.record !== undefined && leftOut.same.get(one.record)?.has(record.id),
  );
  let left = 0;
  const keep = (answers: Record<string, unknown>, child?: string): Record<string, unknown> => {
    const kept = Object.entries(answers).filter(
      ([question, value]) =>
        !named.some((one) => one.question === question && one.child === child) && !isCopy(leftOut, value),
    );
    left += Object.keys(answers).length - kept.length;
    return Object.fromEntries(kept);
  };
  const answers = {
    ...record.answers,
    answers: keep(record.answers.answers),
    perChild: Object.fromEntries(
      Object.entries(record.answers.perChild).map(([child, own]) => [child, keep(own, child)]),
    ),
  };
  return left === 0 ? { record, left } : { record: { ...record, answers }, left };
}

/** A living part without the rows the reader must not read. */
export function readablePart(part: LivingPart, leftOut: LeftOut): LivingPart {
  const rows = leftOut.parts.filter((one) => one.part === part.part);
  const hides = (block: string, row: Record<string, unknown>): boolean =>
    rows.some((one) => one.block === block && one.row === row['id']) ||
    Object.values(row).some((value) => isCopy(leftOut, value));
  const blocks = Object.entries(part.blocks).map(
    ([block, all]) => [block, all.filter((row) => !hides(block, row))] as const,
  );
  return { ...part, blocks: Object.fromEntries(blocks) };
}

/** An entry that says what an answer was and became, without either where the answer is withheld. */
export function readableEntry(entry: StoredEntry, leftOut: LeftOut): StoredEntry {
  const { about } = entry;
  const record = String(about['record'] ?? '');
  const named = leftOut.parts.some(
    (one) =>
      one.question !== undefined &&
      one.question === about['question'] &&
      (one.record === about['corrects'] || leftOut.same.get(one.record ?? '')?.has(record)),
  );
  if (!named && !isCopy(leftOut, about['before']) && !isCopy(leftOut, about['after'])) return entry;
  const { before: _before, after: _after, ...rest } = about;
  return { ...entry, about: rest };
}

/** Whether a draft holds words that were withheld where they were first written. */
export function isCopied(value: unknown, leftOut: LeftOut): boolean {
  return isCopy(leftOut, value);
}
