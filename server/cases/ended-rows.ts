import type { Moment } from '#engine';
import type { LivingPart } from '../store/port.ts';

type Row = Record<string, unknown>;
type Blocks = Record<string, Row[]>;

/** A row that is no longer so: it stays in its document, out of the rows that forms show. */
export interface EndedRow {
  row: Row;
  by: string;
  at: Moment;
  why: string;
}

/** Ended rows stand beside those of their block, with the row's own id: what is withheld of it stays withheld. */
const besideOf = (block: string): string => `${block}/ended`;

/** The block whose ended rows stand under this key; undefined: they are rows of a block as it is now. */
export function blockOfEnded(key: string): string | undefined {
  return key.endsWith('/ended') ? key.slice(0, -'/ended'.length) : undefined;
}

/** The rows of a block that were ended, the latest first. */
export function endedIn(part: LivingPart | undefined, block: string): EndedRow[] {
  const rows = part?.blocks[besideOf(block)] ?? [];
  return rows
    .map(({ endedBy, endedAt, endedWhy, ...row }) => ({
      ...{ row, by: String(endedBy), at: String(endedAt), why: String(endedWhy) },
    }))
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Takes rows out of a block, and out of those that were ended what is there again. Changes `blocks`. */
export function endRows(
  blocks: Blocks,
  { block, ended = [] }: { block: string; ended?: { id: string; why: string }[] | undefined },
  act: { by: string; now: Moment },
): void {
  const now = blocks[block] ?? [];
  const why = new Map<unknown, string>(ended.map((one) => [one.id, one.why]));
  const gone = now
    .filter((row) => why.has(row['id']))
    .map((row) => ({ ...row, endedBy: act.by, endedAt: act.now, endedWhy: why.get(row['id']) ?? '' }));
  const kept = now.filter((row) => !why.has(row['id']));
  const back = new Set(kept.map((row) => row['id']));
  const before = blocks[besideOf(block)] ?? [];
  const all = [...before.filter((row) => !back.has(row['id'])), ...gone];
  blocks[block] = kept;
  if (all.length > 0 || before.length > 0) blocks[besideOf(block)] = all;
}
