import type { ChainHead, VerifyReport } from '../port.ts';
import { fileOf, hashOfFile } from './attachments.ts';
import { linkHash, readWrote, type Wrote } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { isLetGo } from '../sealing.ts';
import { letOut, quarantine } from './quarantine.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyDerived, verifyStructure } from './verify-derived.ts';
import { verifyHeads } from './verify-heads.ts';
import { verifyRows, verifySealed, whole, type SealedRow } from './verify-rows.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

/** Reads everything. What does not fit is named; the rest is still looked at. */
export async function verify(scope: Scope, heads: ChainHead[] = []): Promise<VerifyReport> {
  const findings: Findings = [];
  verifyStructure(scope, findings);
  const { cases, disposed } = verifyCases(scope, findings);
  const entries = scope.db.get<{ n: number }>('SELECT COUNT(*) AS n FROM history')?.n ?? 0;
  verifyRows(scope, findings);
  verifyDerived(scope, findings);
  const documents = verifySealed(scope, findings);
  verifyAudit(scope, findings);
  verifyHeads(scope, heads, findings);
  await verifyFiles(scope, findings);
  return { ok: findings.length === 0, cases, entries, documents, disposed, findings };
}

export function caseHeads({ db, authority }: Scope): ChainHead[] {
  return db
    .all<{ id: string; seq: number; hash: string }>(
      `SELECT id, entries AS seq, head AS hash FROM cases WHERE authority = :authority ORDER BY id`,
      { authority },
    )
    .map((row) => ({ chain: 'case' as const, ...row }));
}

interface CaseRow extends SealedRow {
  head: string;
  entries: number;
}

function verifyCases(scope: Scope, findings: Findings): { cases: number; disposed: number } {
  const { db, authority } = scope;
  const rows = db.all<CaseRow>(
    `SELECT id, revision, body, sum, head, entries FROM cases WHERE authority = :authority`,
    { authority },
  );
  let disposed = 0;
  for (const row of rows) {
    const messages: string[] = [];
    const keyId = familyKeyId(row.id);
    const key = scope.keys.states([keyId])(keyId);
    if (key === 'destroyed') disposed += 1;
    if (!whole('case', row, key)) messages.push('the case is not what was written');
    messages.push(...verifyChain(scope, row, isLetGo(row.body)));
    for (const message of messages) findings.push({ kind: 'case', id: row.id, message });
    if (messages[0]) quarantine(scope, row.id, messages[0]);
  }
  openAgain(scope, new Set(findings.map(({ id }) => id)));
  const orphans = db.all<{ id: string }>(
    `SELECT DISTINCT case_id AS id FROM history h WHERE authority = :authority
     AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.authority = h.authority AND c.id = h.case_id)`,
    { authority },
  );
  for (const { id } of orphans) findings.push({ kind: 'case', id, message: 'the history has no case' });
  return { cases: rows.length, disposed };
}

/** What was damaged and is whole again, restored from a backup, is no longer named. */
function openAgain(scope: Scope, damaged: Set<string>): void {
  const { db, authority } = scope;
  const named = db.all<{ id: string }>('SELECT id FROM quarantined WHERE authority = :authority', {
    authority,
  });
  for (const { id } of named) if (!damaged.has(id)) letOut(scope, id);
}

interface Link {
  seq: number;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

/** Follows the chain from its first entry; what each commit wrote must still be there as it was, unless let go of. */
function verifyChain(scope: Scope, row: CaseRow, disposed: boolean): string[] {
  const { db, authority } = scope;
  const messages: string[] = [];
  const links = db.all<Link>(
    `SELECT seq, revision, body, wrote, hash FROM history
     WHERE authority = :authority AND case_id = :id ORDER BY seq`,
    { authority, id: row.id },
  );
  let head = '';
  let wrote: Wrote | undefined;
  for (const [index, link] of links.entries()) {
    const hash = linkHash(head, index + 1, link.revision, link.body, link.wrote);
    if (link.seq !== index + 1 || hash !== link.hash) {
      messages.push(`the history breaks at entry ${index + 1}`);
      return messages;
    }
    head = link.hash;
    if (!disposed && isLetGo(link.body)) messages.push(`the content of entry ${link.seq} is gone`);
    const said = readWrote(link.wrote);
    if (!said) continue;
    wrote = said;
    if (disposed) continue;
    for (const [id, sum] of [...Object.entries(said.records), ...Object.entries(said.parts)]) {
      if (!stands(scope, row.id, id, sum)) {
        messages.push(`what entry ${link.seq} wrote (${id}) is gone or changed`);
      }
    }
  }
  if (head !== row.head || links.length !== row.entries) messages.push('the history was cut or added to');
  if (wrote && wrote.case !== row.sum) messages.push('the case is not the one its last history entry wrote');
  return messages;
}

function stands({ db, authority }: Scope, caseId: string, id: string, sum: string): boolean {
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

async function verifyFiles({ db, authority, folder }: Scope, findings: Findings): Promise<void> {
  const rows = db.all<{ id: string; stored: string }>(
    `SELECT id, stored FROM attachments WHERE authority = :authority`,
    { authority },
  );
  for (const { id, stored } of rows) {
    if ((await hashOfFile(fileOf(folder, id))) !== stored) {
      findings.push({ kind: 'attachment', id, message: 'its file is gone or changed' });
    }
  }
}
