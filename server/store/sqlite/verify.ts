import type { ChainHead, VerifyReport } from '../port.ts';
import { fileOf, hashOfFile } from './attachments.ts';
import { atOneMoment, type Snapshot } from './snapshot.ts';
import { letOut, quarantine } from './quarantine.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyCases } from './verify-cases.ts';
import { verifyDerived } from './verify-derived.ts';
import { verifyHeads } from './verify-heads.ts';
import { verifyRows, verifySealed } from './verify-rows.ts';
import { verifyStructure } from './verify-structure.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

/**
 * Reads everything as it stands at one moment, while others write. What does not fit is named; the rest is still
 * looked at. Heads are looked for in what is there now: they may be younger than the moment.
 */
export async function verify(
  scope: Scope,
  heads: Iterable<ChainHead> | AsyncIterable<ChainHead> = [],
): Promise<VerifyReport> {
  const findings: Findings = [];
  const read = await atOneMoment(scope, async (snapshot) => {
    await verifyStructure(snapshot, findings);
    const { cases, disposed } = await verifyCases(snapshot, findings);
    const entries = snapshot.db.get<{ n: number }>('SELECT COUNT(*) AS n FROM history')?.n ?? 0;
    await verifyRows(snapshot, findings);
    await verifyDerived(snapshot, findings);
    const documents = await verifySealed(snapshot, findings);
    await verifyAudit(snapshot, findings);
    await verifyFiles(snapshot, scope, findings);
    await verifyHeads(scope, heads, snapshot, findings);
    return { cases, entries, documents, disposed };
  });
  nameDamaged(scope, findings);
  return { ok: findings.length === 0, ...read, findings };
}

/** Damaged families are named for whoever mends them; what is whole again, restored from a backup, no longer is. */
function nameDamaged(scope: Scope, findings: Findings): void {
  const { db, authority } = scope;
  const found = new Set(findings.map(({ id }) => id));
  const named = db.all<{ id: string }>('SELECT id FROM quarantined WHERE authority = :authority', {
    authority,
  });
  for (const { id } of named) if (!found.has(id)) letOut(scope, id);
  for (const { kind, id, message } of findings.toReversed()) {
    if (kind === 'case') quarantine(scope, id, message);
  }
}

/** Files are not of the moment: one whose row is gone by now was let go of meanwhile. */
async function verifyFiles(snapshot: Snapshot, now: Scope, findings: Findings): Promise<void> {
  const { db, authority, folder } = snapshot;
  const rows = db.each<{ id: string; stored: string }>(
    `SELECT id, stored FROM attachments WHERE authority = :authority`,
    { authority },
  );
  for (const { id, stored } of rows) {
    if ((await hashOfFile(fileOf(folder, id))) === stored) continue;
    const there = `SELECT 1 FROM attachments WHERE authority = :authority AND id = :id`;
    if (!now.db.get(there, { authority, id })) continue;
    findings.push({ kind: 'attachment', id, message: 'its file is gone or changed' });
  }
}
