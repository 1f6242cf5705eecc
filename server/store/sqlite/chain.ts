import type { HistoryEntry } from '#engine';
import { Damaged } from '../port.ts';
import { hashOf } from './checksum.ts';
import type { Scope } from './scope.ts';

/** Checksums of everything a commit wrote: they stand in its first entry, so the chain vouches for them all. */
export interface Wrote {
  case: string;
  records: Record<string, string>;
  parts: Record<string, string>;
}

export interface ChainEnd {
  head: string;
  entries: number;
}

export const emptyChain: ChainEnd = { head: '', entries: 0 };

/** Hash of one entry over the entry before it, its own place, its content and what its commit wrote. */
export function linkHash(
  previous: string,
  seq: number,
  revision: number,
  body: string,
  wrote: string,
): string {
  return hashOf(previous, String(seq), String(revision), body, wrote);
}

/** Appends a commit's entries to the case's chain and gives the new end. Throws Damaged when the old end is not there. */
export function appendHistory(
  { db, authority }: Scope,
  caseId: string,
  end: ChainEnd,
  revision: number,
  entries: HistoryEntry[],
  wrote: Wrote,
): ChainEnd {
  const key = { authority, case_id: caseId };
  const last = db.get<{ seq: number; hash: string }>(
    `SELECT seq, hash FROM history WHERE authority = :authority AND case_id = :case_id ORDER BY seq DESC LIMIT 1`,
    key,
  );
  if ((last?.seq ?? 0) !== end.entries || (last?.hash ?? '') !== end.head) {
    throw new Damaged('case', caseId, 'its history does not end where the case says it does');
  }
  let { head, entries: seq } = end;
  entries.forEach((entry, index) => {
    seq += 1;
    const body = JSON.stringify(entry);
    const text = index === 0 ? JSON.stringify(wrote) : '';
    head = linkHash(head, seq, revision, body, text);
    db.run(
      `INSERT INTO history (authority, case_id, seq, id, revision, body, wrote, hash)
       VALUES (:authority, :case_id, :seq, :id, :revision, :body, :wrote, :hash)`,
      { ...key, seq, id: entry.id, revision, body, wrote: text, hash: head },
    );
  });
  return { head, entries: seq };
}
