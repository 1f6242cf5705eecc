import type { ChainHead, VerifyReport } from '../port.ts';
import { auditHash } from '../chain.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

interface End {
  seq: number;
  hash: string;
}

/** Follows the chain of each process; the first entry of each names the heads of those before it. */
export async function verifyAudit(scope: Scope, findings: Findings): Promise<void> {
  const { authority } = scope;
  const kept = await scope.auditHeads.find({ authority }).toArray();
  const ends = new Map(kept.map(({ process, seq, hash }): [string, End] => [process, { seq, hash }]));
  const reached = new Map<string, End>();
  const broken = new Set<string>();
  const named: ChainHead[] = [];
  const passed = new Map<string, string>();
  for await (const row of scope.audit.find({ authority }).sort({ process: 1, seq: 1 })) {
    const { process, seq, body, hash } = row;
    const end = reached.get(process) ?? { seq: 0, hash: '' };
    if (seq !== end.seq + 1 || auditHash(end.hash, process, seq, body) !== hash) broken.add(process);
    if (seq === 1 && !broken.has(process)) named.push(...headsNamedIn(body));
    reached.set(process, { seq, hash });
    if (seq <= (ends.get(process)?.seq ?? 0)) passed.set(process, hash);
  }
  for (const head of named) if (!(await stands(scope, head))) broken.add(head.id);
  for (const process of new Set([...ends.keys(), ...reached.keys()])) {
    const end = ends.get(process);
    // a process that ended between an entry and its head left the head behind: the chain still passes through it
    const cut =
      !end || (reached.get(process)?.seq ?? 0) < end.seq || (passed.get(process) ?? '') !== end.hash;
    if (broken.has(process) || cut) {
      findings.push({ kind: 'audit', id: process, message: 'the chain of this process was changed or cut' });
    }
  }
}

/** True when the chain still passes through this head. */
export async function stands(scope: Scope, { id, seq, hash }: ChainHead): Promise<boolean> {
  const there = await scope.audit.findOne({ authority: scope.authority, process: id, seq });
  return there?.hash === hash;
}

function headsNamedIn(body: string): ChainHead[] {
  return (JSON.parse(body) as { before?: ChainHead[] }).before ?? [];
}
