import type { ChainHead, VerifyReport } from '../port.ts';
import { auditHash } from '../chain.ts';
import { auditHeads } from './audit.ts';
import type { Scope } from './scope.ts';

/** Follows the chain of each process; the first entry of each names the heads of those before it. */
export function verifyAudit(scope: Scope, findings: VerifyReport['findings']): void {
  const { db, authority } = scope;
  const ends = new Map(auditHeads(scope).map((head) => [head.id, head]));
  const rows = db.all<{ process: string; seq: number; body: string; hash: string }>(
    `SELECT process, seq, body, hash FROM audit WHERE authority = :authority ORDER BY process, seq`,
    { authority },
  );
  const reached = new Map<string, { seq: number; hash: string }>();
  const broken = new Set<string>();
  const named: ChainHead[] = [];
  for (const { process, seq, body, hash } of rows) {
    const end = reached.get(process) ?? { seq: 0, hash: '' };
    if (seq !== end.seq + 1 || auditHash(end.hash, process, seq, body) !== hash) broken.add(process);
    if (seq === 1 && !broken.has(process)) named.push(...headsNamedIn(body));
    reached.set(process, { seq, hash });
  }
  for (const { id, seq, hash } of named) {
    const there = rows.find((row) => row.process === id && row.seq === seq);
    if (there?.hash !== hash) broken.add(id);
  }
  for (const process of new Set([...ends.keys(), ...reached.keys()])) {
    const [end, last] = [ends.get(process), reached.get(process)];
    if (broken.has(process) || end?.seq !== last?.seq || end?.hash !== last?.hash) {
      findings.push({ kind: 'audit', id: process, message: 'the chain of this process was changed or cut' });
    }
  }
}

function headsNamedIn(body: string): ChainHead[] {
  return (JSON.parse(body) as { before?: ChainHead[] }).before ?? [];
}
