import type { ChainHead, VerifyReport } from '../port.ts';
import { hashOfStored } from './attachments.ts';
import { drainAll } from './drain.ts';
import type { Scope } from './scope.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyCases } from './verify-cases.ts';
import { verifyDerived } from './verify-derived.ts';
import { verifyHeads } from './verify-heads.ts';
import { verifyRows } from './verify-rows.ts';
import { verifySealed } from './verify-sealed.ts';

type Findings = VerifyReport['findings'];

/**
 * Reads everything, while others write: what is found counts when it is found once more. What does not fit is named;
 * the rest is still looked at.
 */
export async function verify(
  scope: Scope,
  heads: Iterable<ChainHead> | AsyncIterable<ChainHead> = [],
): Promise<VerifyReport> {
  const findings: Findings = [];
  await drainAll(scope);
  const { cases, disposed } = await verifyCases(scope, findings);
  const entries = await scope.history.countDocuments({ authority: scope.authority });
  await verifyRows(scope, findings);
  await verifyDerived(scope, findings);
  const documents = await verifySealed(scope, findings);
  await verifyAudit(scope, findings);
  await verifyHeads(scope, heads, findings);
  await verifyFiles(scope, findings);
  return { ok: findings.length === 0, cases, entries, documents, disposed, findings };
}

async function verifyFiles(scope: Scope, findings: Findings): Promise<void> {
  for await (const { _id, id, stored } of scope.attachments.find({ authority: scope.authority })) {
    if ((await hashOfStored(scope, id)) === stored) continue;
    // let go of meanwhile
    if (!(await scope.attachments.findOne({ _id }, { projection: { _id: 1 } }))) continue;
    findings.push({ kind: 'attachment', id, message: 'its file is gone or changed' });
  }
}
