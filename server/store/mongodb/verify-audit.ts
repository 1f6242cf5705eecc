import type { ChainHead, VerifyReport } from '../port.ts';
import { auditHash } from '../chain.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

interface End {
  seq: number;
  hash: string;
}

/**
 * Follows the chain of each process; the first entry of each names the heads of those before it. What comes after the
 * heads were read is followed too, and a process that came after it is asked for its head then.
 */
export async function verifyAudit(scope: Scope, findings: Findings): Promise<void> {
  const { authority } = scope;
  const ends = new Map<string, End>();
  const headsNow = async (): Promise<void> => {
    for await (const { process, seq, hash } of scope.auditHeads.find({ authority })) {
      if (!ends.has(process)) ends.set(process, { seq, hash });
    }
  };
  await headsNow();
  const { reached, broken, named } = await followed(scope);
  await headsNow();
  for (const head of named.values()) if (!(await stands(scope, head))) broken.add(head.id);
  for (const process of new Set([...ends.keys(), ...reached.keys()])) {
    const end = ends.get(process);
    // a process that ended between an entry and its head left the head behind: the chain still passes through it
    if (!broken.has(process) && end && (end.seq === 0 || (await stands(scope, { id: process, ...end }))))
      continue;
    findings.push({ kind: 'audit', id: process, message: 'the chain of this process was changed or cut' });
  }
}

interface Followed {
  reached: Map<string, End>;
  broken: Set<string>;
  /** heads that first entries name, each once: those that ended long ago are named by everyone after them */
  named: Map<string, ChainHead>;
}

async function followed({ audit, authority }: Scope): Promise<Followed> {
  const all: Followed = { reached: new Map(), broken: new Set(), named: new Map() };
  for await (const { process, seq, body, hash } of audit.find({ authority }).sort({ process: 1, seq: 1 })) {
    const end = all.reached.get(process) ?? { seq: 0, hash: '' };
    if (seq !== end.seq + 1 || auditHash(end.hash, process, seq, body) !== hash) all.broken.add(process);
    all.reached.set(process, { seq, hash });
    if (seq > 1 || all.broken.has(process)) continue;
    for (const head of headsNamedIn(body)) {
      all.named.set(`${head.id}/${String(head.seq)}/${head.hash}`, head);
    }
  }
  return all;
}

/** True when the chain still passes through this head. */
async function stands(scope: Scope, { id, seq, hash }: Omit<ChainHead, 'chain'>): Promise<boolean> {
  const there = await scope.audit.findOne({ authority: scope.authority, process: id, seq });
  return there?.hash === hash;
}

function headsNamedIn(body: string): ChainHead[] {
  return (JSON.parse(body) as { before?: ChainHead[] }).before ?? [];
}
