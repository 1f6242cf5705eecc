import type { ChainHead, Store, VerifyReport } from '../store/port.ts';
import { readAnchors } from './anchor-files.ts';

/**
 * Reads everything that is stored and follows each chain through every head that was kept outside: those given, and
 * those of the anchors' folder. The anchors are a chain of their own, and are looked at too.
 */
export async function verifyStore(store: Store, heads: ChainHead[], anchors?: string): Promise<VerifyReport> {
  const kept = anchors === undefined ? undefined : await readAnchors(anchors);
  const report = await store.verify([...heads, ...(kept?.heads ?? [])]);
  const findings = [...report.findings, ...(kept?.findings ?? [])];
  return { ...report, ok: findings.length === 0, findings };
}
