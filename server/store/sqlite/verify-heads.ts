import type { ChainHead, VerifyReport } from '../port.ts';
import { headInTheOpen, type WrittenLink } from '../as-written.ts';
import { sayLost } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import type { Snapshot } from './snapshot.ts';
import type { Scope } from './scope.ts';

/** Heads kept elsewhere: each must still be passed through by the chain that is there. */
export async function verifyHeads(
  scope: Scope,
  heads: Iterable<ChainHead> | AsyncIterable<ChainHead>,
  { rest }: Pick<Snapshot, 'rest'>,
  findings: VerifyReport['findings'],
): Promise<void> {
  const { db, authority } = scope;
  const lost = new Set<string>();
  for await (const head of heads) {
    await rest();
    const sql =
      head.chain === 'case'
        ? `SELECT hash FROM history WHERE authority = :authority AND case_id = :id AND seq = :seq`
        : `SELECT hash FROM audit WHERE authority = :authority AND process = :id AND seq = :seq`;
    const there = db.get<{ hash: string }>(sql, { authority, id: head.id, seq: head.seq });
    if (there?.hash === head.hash) continue;
    if (head.chain === 'case' && hashInTheOpen(scope, head) === head.hash) continue;
    if (!lost.has(head.id)) findings.push({ kind: head.chain, id: head.id, message: sayLost(there) });
    lost.add(head.id);
  }
}

/** The head as it was before stores were sealed. */
function hashInTheOpen(scope: Scope, { id, seq }: ChainHead): string | undefined {
  const { db, authority } = scope;
  const keyId = familyKeyId(id);
  const key = scope.keys.states([keyId])(keyId);
  const links = db.all<WrittenLink>(
    `SELECT id, revision, body, wrote FROM history
     WHERE authority = :authority AND case_id = :id AND seq <= :seq ORDER BY seq`,
    { authority, id, seq },
  );
  return headInTheOpen(links, seq, key);
}
