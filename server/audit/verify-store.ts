import type { ChainHead, Store, VerifyReport } from '../store/port.ts';
import { anchoredHeads } from './anchor-files.ts';

/** What was found, and how many heads kept outside it was compared with. */
export interface Verified extends VerifyReport {
  heads: number;
}

/**
 * Reads everything that is stored and follows each chain through every head that was kept outside: those given, and
 * those of the anchors' folder. The anchors are a chain of their own, and are looked at too.
 */
export async function verifyStore(store: Store, heads: ChainHead[], anchors?: string): Promise<Verified> {
  const ofAnchors: VerifyReport['findings'] = [];
  let compared = 0;
  async function* kept(): AsyncGenerator<ChainHead> {
    for (const head of heads) {
      compared += 1;
      yield head;
    }
    if (anchors === undefined) return;
    for await (const head of anchoredHeads(anchors, ofAnchors)) {
      compared += 1;
      yield head;
    }
  }
  const report = await store.verify(kept());
  const findings = [...report.findings, ...ofAnchors];
  return { ...report, ok: findings.length === 0, findings, heads: compared };
}
