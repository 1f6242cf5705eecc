import type { ChainHead, VerifyReport } from '../port.ts';
import { entryOpens, whole, type SealedRow } from '../as-written.ts';
import { linkHash, notTheFamily, readWrote, type Wrote } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { isLetGo, type KeyState } from '../sealing.ts';
import type { Snapshot } from './snapshot.ts';
import type { Scope } from './scope.ts';

interface CaseRow extends SealedRow {
  head: string;
  entries: number;
}

/** Ends of the chains of all cases. */
export function caseHeads({ db, authority }: Scope): ChainHead[] {
  return db
    .all<{ id: string; seq: number; hash: string }>(
      `SELECT id, entries AS seq, head AS hash FROM cases WHERE authority = :authority ORDER BY id`,
      { authority },
    )
    .map((row) => ({ chain: 'case' as const, ...row }));
}

/** Each case, its history and what it vouches for. Says how many there are. */
export async function verifyCases(
  snapshot: Snapshot,
  findings: VerifyReport['findings'],
): Promise<{ cases: number; disposed: number }> {
  const { db, authority } = snapshot;
  const rows = db.each<CaseRow>(
    `SELECT id, revision, body, sum, head, entries FROM cases WHERE authority = :authority`,
    { authority },
  );
  let [cases, disposed] = [0, 0];
  for (const row of rows) {
    cases += 1;
    const key = snapshot.key(familyKeyId(row.id));
    if (key === 'destroyed') disposed += 1;
    const messages = whole('case', row, key) ? [] : ['the case is not what was written'];
    messages.push(...(await verifyChain(snapshot, row, key)));
    for (const message of messages) findings.push({ kind: 'case', id: row.id, message });
  }
  for (const id of await orphans(snapshot)) {
    findings.push({ kind: 'case', id, message: 'the history has no case' });
  }
  return { cases, disposed };
}

/** Cases of which only a history is left: asked for one after another, since all at once is the whole history. */
async function orphans(snapshot: Snapshot): Promise<string[]> {
  const { db, authority } = snapshot;
  const found: string[] = [];
  for (let after = ''; ;) {
    await snapshot.rest();
    const next = db.get<{ id: string; there: number }>(
      `SELECT case_id AS id, EXISTS (SELECT 1 FROM cases c WHERE c.authority = h.authority AND c.id = h.case_id) AS there
       FROM history h WHERE authority = :authority AND case_id > :after ORDER BY case_id LIMIT 1`,
      { authority, after },
    );
    if (!next) return found;
    if (next.there === 0) found.push(next.id);
    after = next.id;
  }
}

interface Link {
  id: string;
  seq: number;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

/**
 * Follows the chain from its first entry; what each commit wrote must still be there as it was, unless let go of. Of
 * what opens no more the family's row need not be there: a restored copy does not take it.
 */
async function verifyChain(snapshot: Snapshot, row: CaseRow, key: KeyState): Promise<string[]> {
  const { db, authority } = snapshot;
  const disposed = isLetGo(row.body);
  const messages: string[] = [];
  const links = db.each<Link>(
    `SELECT id, seq, revision, body, wrote, hash FROM history
     WHERE authority = :authority AND case_id = :id ORDER BY seq`,
    { authority, id: row.id },
  );
  let [head, seq] = ['', 0];
  let wrote: Wrote | undefined;
  for (const link of links) {
    await snapshot.rest();
    seq += 1;
    head = linkHash(head, seq, link.revision, link.body, link.wrote);
    if (link.seq !== seq || head !== link.hash) {
      messages.push(`the history breaks at entry ${seq}`);
      return messages;
    }
    if (!disposed && isLetGo(link.body)) messages.push(`the content of entry ${seq} is gone`);
    if (!entryOpens(link, key)) messages.push(`entry ${seq} is not what was written`);
    const said = readWrote(link.wrote);
    if (!said) continue;
    wrote = said;
    if (disposed) continue;
    for (const [id, sum] of [...Object.entries(said.records), ...Object.entries(said.parts)]) {
      if (!stands(snapshot, row.id, id, sum))
        messages.push(`what entry ${seq} wrote (${id}) is gone or changed`);
    }
  }
  if (head !== row.head || seq !== row.entries) messages.push('the history was cut or added to');
  if (wrote && wrote.case !== row.sum) messages.push('the case is not the one its last history entry wrote');
  if (key !== 'destroyed' && wrote?.family !== undefined && wrote.family !== familySum(snapshot, row.id)) {
    messages.push(notTheFamily);
  }
  return messages;
}

function familySum({ db, authority }: Snapshot, id: string): string | undefined {
  const sql = 'SELECT sum FROM families WHERE authority = :authority AND id = :id';
  return db.get<{ sum: string }>(sql, { authority, id })?.sum;
}

function stands({ db, authority }: Snapshot, caseId: string, id: string, sum: string): boolean {
  const [part, revision] = id.split('@');
  const found =
    revision === undefined
      ? db.get<{ sum: string }>(`SELECT sum FROM records WHERE authority = :authority AND id = :id`, {
          authority,
          id,
        })
      : db.get<{ sum: string }>(
          `SELECT sum FROM parts WHERE authority = :authority AND case_id = :caseId
           AND part = :part AND revision = :revision`,
          { authority, caseId, part: part ?? '', revision: Number(revision) },
        );
  return found?.sum === sum;
}
