import type { ChainHead, VerifyReport } from '../port.ts';
import { auditHash } from '../chain.ts';
import { auditHeads } from './audit.ts';
import type { Snapshot } from './snapshot.ts';

interface End {
  seq: number;
  hash: string;
}

/** Follows the chain of each process; the first entry of each names the heads of those before it. */
export async function verifyAudit(snapshot: Snapshot, findings: VerifyReport['findings']): Promise<void> {
  const { db, authority } = snapshot;
  const ends = new Map(auditHeads(snapshot).map((head): [string, End] => [head.id, head]));
  const rows = db.each<{ process: string; seq: number; body: string; hash: string }>(
    `SELECT process, seq, body, hash FROM audit WHERE authority = :authority ORDER BY process, seq`,
    { authority },
  );
  const reached = new Map<string, End>();
  const broken = new Set<string>();
  // those that ended long ago are named by everyone after them
  const named = new Map<string, ChainHead>();
  for (const { process, seq, body, hash } of rows) {
    await snapshot.rest();
    const end = reached.get(process) ?? { seq: 0, hash: '' };
    if (seq !== end.seq + 1 || auditHash(end.hash, process, seq, body) !== hash) broken.add(process);
    if (seq === 1 && !broken.has(process)) {
      for (const head of headsNamedIn(body)) named.set(`${head.id}/${String(head.seq)}/${head.hash}`, head);
    }
    reached.set(process, { seq, hash });
  }
  for (const head of named.values()) if (!passes(snapshot, head)) broken.add(head.id);
  for (const process of new Set([...ends.keys(), ...reached.keys()])) {
    const [end, last] = [ends.get(process), reached.get(process)];
    if (broken.has(process) || end?.seq !== last?.seq || end?.hash !== last?.hash) {
      findings.push({ kind: 'audit', id: process, message: 'the chain of this process was changed or cut' });
    }
  }
}

function passes({ db, authority }: Snapshot, { id, seq, hash }: ChainHead): boolean {
  const there = db.get<{ hash: string }>(
    'SELECT hash FROM audit WHERE authority = :authority AND process = :id AND seq = :seq',
    { authority, id, seq },
  );
  return there?.hash === hash;
}

function headsNamedIn(body: string): ChainHead[] {
  return (JSON.parse(body) as { before?: ChainHead[] }).before ?? [];
}
