import type { ChainHead, VerifyReport } from '../port.ts';
import { Damaged } from '../damaged.ts';
import { linkHashInTheOpen, readWas } from '../chain.ts';
import { familyKeyId } from '../keys.ts';
import { openTextWith, type KeyState } from '../sealing.ts';
import type { EntryDocument } from './collections.ts';
import { drained } from './drain.ts';
import type { Scope } from './scope.ts';
import { stands } from './verify-audit.ts';

type Findings = VerifyReport['findings'];

/** Heads kept elsewhere: each must still be passed through by the chain that is there. */
export async function verifyHeads(
  scope: Scope,
  heads: Iterable<ChainHead> | AsyncIterable<ChainHead>,
  findings: Findings,
): Promise<void> {
  for await (const head of heads) {
    const fits = head.chain === 'audit' ? await stands(scope, head) : await casePasses(scope, head);
    if (fits) continue;
    const message = 'the chain was rewritten since its head was kept';
    findings.push({ kind: head.chain, id: head.id, message });
  }
}

async function casePasses(scope: Scope, head: ChainHead): Promise<boolean> {
  const which = { authority: scope.authority, case: head.id };
  const found = () => scope.history.findOne({ ...which, seq: head.seq });
  let there = await found();
  // a head that is kept the moment its commit was made stands in the case before its entry does in the history
  if (!there && (await drained(scope, head.id))) there = await found();
  return there?.hash === head.hash || (await hashInTheOpen(scope, head)) === head.hash;
}

/** The head as it was in format 1: such a store may have been moved here after its upgrade. */
async function hashInTheOpen(scope: Scope, { id, seq }: ChainHead): Promise<string | undefined> {
  const keyId = familyKeyId(id);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const links = await scope.history
    .find({ authority: scope.authority, case: id, seq: { $lte: seq } })
    .sort({ seq: 1 })
    .toArray();
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

function contentOf(link: EntryDocument, key: KeyState): string | undefined {
  try {
    return openTextWith('entry', link.id, link.body, key);
  } catch (fault) {
    if (fault instanceof Damaged) return '';
    throw fault;
  }
}
