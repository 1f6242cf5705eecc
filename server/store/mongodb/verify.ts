import type { ChainHead, VerifyReport } from '../port.ts';
import { linkHash, readWrote, type Wrote } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { isLetGo } from '../sealing.ts';
import { hashOfStored } from './attachments.ts';
import type { CaseDocument } from './collections.ts';
import { drainAll } from './drain.ts';
import { quarantine, release } from './quarantine.ts';
import type { Scope } from './scope.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyHeads } from './verify-heads.ts';
import { verifyRows, verifySealed, whole } from './verify-rows.ts';

type Findings = VerifyReport['findings'];

/** Reads everything. What does not fit is named; the rest is still looked at. */
export async function verify(scope: Scope, heads: ChainHead[] = []): Promise<VerifyReport> {
  const findings: Findings = [];
  await drainAll(scope);
  const { cases, disposed } = await verifyCases(scope, findings);
  const entries = await scope.history.countDocuments({ authority: scope.authority });
  await verifyRows(scope, findings);
  const documents = await verifySealed(scope, findings);
  await verifyAudit(scope, findings);
  await verifyHeads(scope, heads, findings);
  await verifyFiles(scope, findings);
  return { ok: findings.length === 0, cases, entries, documents, disposed, findings };
}

/** Ends of the chains of all cases. */
export async function caseHeads(scope: Scope): Promise<ChainHead[]> {
  const rows = await scope.cases
    .find(
      { authority: scope.authority, revision: { $gt: 0 } },
      { projection: { id: 1, entries: 1, head: 1 } },
    )
    .sort({ id: 1 })
    .toArray();
  return rows.map(({ id, entries, head }) => ({ chain: 'case' as const, id, seq: entries, hash: head }));
}

async function verifyCases(scope: Scope, findings: Findings): Promise<{ cases: number; disposed: number }> {
  const { authority } = scope;
  const seen = new Set<string>();
  let disposed = 0;
  for await (const row of scope.cases.find({ authority, revision: { $gt: 0 } })) {
    seen.add(row.id);
    const keyId = familyKeyId(row.id);
    const key = (await scope.keys.of([keyId])).get(keyId);
    if (key === 'destroyed') disposed += 1;
    const messages = whole('case', row, key) ? [] : ['the case is not what was written'];
    messages.push(...(await verifyChain(scope, row)));
    for (const message of messages) findings.push({ kind: 'case', id: row.id, message });
    if (messages[0]) await quarantine(scope, row.id, messages[0]);
    else await release(scope, row.id);
  }
  const histories = await scope.history.distinct('case', { authority });
  for (const id of histories.filter((one) => !seen.has(one))) {
    findings.push({ kind: 'case', id, message: 'the history has no case' });
  }
  return { cases: seen.size, disposed };
}

/** Follows the chain from its first entry; what each commit wrote must still be there as it was, unless let go of. */
async function verifyChain(scope: Scope, row: CaseDocument): Promise<string[]> {
  const messages: string[] = [];
  const disposed = isLetGo(row.body);
  const links = await scope.history
    .find({ authority: scope.authority, case: row.id })
    .sort({ seq: 1 })
    .toArray();
  const there = disposed ? new Map<string, string>() : await sumsOf(scope, row.id);
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
    wrote = said ?? wrote;
    if (disposed || !said) continue;
    for (const [id, sum] of [...Object.entries(said.records), ...Object.entries(said.parts)]) {
      if (there.get(id) !== sum) messages.push(`what entry ${link.seq} wrote (${id}) is gone or changed`);
    }
  }
  if (head !== row.head || links.length !== row.entries) messages.push('the history was cut or added to');
  if (wrote && wrote.case !== row.sum) messages.push('the case is not the one its last history entry wrote');
  return messages;
}

/** Checksums of a case's records and living documents, by how a history entry names them. */
async function sumsOf(scope: Scope, caseId: string): Promise<Map<string, string>> {
  const which = { authority: scope.authority, case: caseId };
  const [records, parts] = await Promise.all([
    scope.records.find(which, { projection: { id: 1, sum: 1 } }).toArray(),
    scope.parts.find(which, { projection: { part: 1, revision: 1, sum: 1 } }).toArray(),
  ]);
  return new Map([
    ...records.map(({ id, sum }): [string, string] => [id, sum]),
    ...parts.map(({ part, revision, sum }): [string, string] => [`${part}@${revision}`, sum]),
  ]);
}

async function verifyFiles(scope: Scope, findings: Findings): Promise<void> {
  for await (const { id, stored } of scope.attachments.find({ authority: scope.authority })) {
    if ((await hashOfStored(scope, id)) !== stored) {
      findings.push({ kind: 'attachment', id, message: 'its file is gone or changed' });
    }
  }
}
