import type { ChainHead, VerifyReport } from '../port.ts';
import { headInTheOpen } from '../as-written.ts';
import { sayLost } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { drained } from './drain.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

/** Heads kept elsewhere: each must still be passed through by the chain that is there. */
export async function verifyHeads(
  scope: Scope,
  heads: Iterable<ChainHead> | AsyncIterable<ChainHead>,
  findings: Findings,
): Promise<void> {
  const lost = new Set<string>();
  for await (const head of heads) {
    const there = await entryAt(scope, head);
    if (there?.hash === head.hash) continue;
    if (head.chain === 'case' && (await hashInTheOpen(scope, head)) === head.hash) continue;
    if (!lost.has(head.id)) findings.push({ kind: head.chain, id: head.id, message: sayLost(there) });
    lost.add(head.id);
  }
}

async function entryAt(scope: Scope, { chain, id, seq }: ChainHead): Promise<{ hash: string } | null> {
  const { authority } = scope;
  if (chain === 'audit') return scope.audit.findOne({ authority, process: id, seq });
  const found = () => scope.history.findOne({ authority, case: id, seq });
  // a head that is kept the moment its commit was made stands in the case before its entry does in the history
  return (await found()) ?? ((await drained(scope, id)) ? found() : null);
}

/** The head as it was in format 1: such a store may have been moved here after its upgrade. */
async function hashInTheOpen(scope: Scope, { id, seq }: ChainHead): Promise<string | undefined> {
  const keyId = familyKeyId(id);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const links = await scope.history
    .find({ authority: scope.authority, case: id, seq: { $lte: seq } })
    .sort({ seq: 1 })
    .toArray();
  return headInTheOpen(links, seq, key);
}
