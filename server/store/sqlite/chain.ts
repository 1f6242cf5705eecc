import type { HistoryEntry } from '#engine';
import { Damaged } from '../port.ts';
import { encipher, type DataKey } from '../sealing.ts';
import { linkHash, type ChainEnd, type Wrote } from '../chain.ts';
import type { Scope } from './scope.ts';

/** Appends a commit's entries to the case's chain and gives the new end. Throws Damaged when the old end is not there. */
export function appendHistory(
  { db, authority }: Scope,
  caseId: string,
  { last, ...end }: ChainEnd & { last: { seq: number; hash: string } },
  revision: number,
  entries: HistoryEntry[],
  wrote: Wrote,
  familyKey: DataKey,
): ChainEnd {
  const key = { authority, case_id: caseId };
  if (last.seq !== end.entries || last.hash !== end.head) {
    throw new Damaged('case', caseId, 'its history does not end where the case says it does');
  }
  let { head, entries: seq } = end;
  entries.forEach((entry, index) => {
    seq += 1;
    const body = encipher(JSON.stringify(entry), `entry/${entry.id}`, familyKey);
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
