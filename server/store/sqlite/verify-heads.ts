import type { ChainHead, VerifyReport } from '../port.ts';
import { linkHashInTheOpen, readWas, sayLost } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { openTextWith } from '../sealing.ts';
import { Damaged } from '../port.ts';
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

/**
 * The head as it was in format 1, made anew from the content: a head that was kept before the upgrade vouches for
 * what came of it. Of a case that was let go of, only what the entries say they were is left.
 */
function hashInTheOpen(scope: Scope, { id, seq }: ChainHead): string | undefined {
  const { db, authority } = scope;
  const keyId = familyKeyId(id);
  const key = scope.keys.states([keyId])(keyId);
  const links = db.all<{ id: string; revision: number; body: string; wrote: string }>(
    `SELECT id, revision, body, wrote FROM history
     WHERE authority = :authority AND case_id = :id AND seq <= :seq ORDER BY seq`,
    { authority, id, seq },
  );
  let head = '';
  for (const [index, link] of links.entries()) {
    const was = readWas(link.wrote);
    if (!was) return undefined;
    const text = contentOf(link, key);
    const hash =
      text === undefined ? was.hash : linkHashInTheOpen(head, index + 1, link.revision, text, was.wrote);
    if (hash !== was.hash) return undefined;
    head = hash;
  }
  return links.length === seq ? head : undefined;
}

function contentOf(
  link: { id: string; body: string },
  key: Parameters<typeof openTextWith>[3],
): string | undefined {
  try {
    return openTextWith('entry', link.id, link.body, key);
  } catch (fault) {
    if (fault instanceof Damaged) return '';
    throw fault;
  }
}
