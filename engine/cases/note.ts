import type { Case, HistoryEntry, HistoryKind, Outcome } from '../contracts/index.ts';
import { copyOf } from './working.ts';

/** Writes into the history of a case something that changes nothing on the pathway: who was told, who holds it. */
export function noteInHistory(
  kase: Case,
  said: { kind: HistoryKind; children?: string[]; about: Record<string, unknown> },
  act: { by: string; now: string },
): Outcome {
  const copy = copyOf(kase);
  const entry: HistoryEntry = {
    ...{ id: `${copy.id}-${String(copy.next++)}`, case: copy.id, kind: said.kind },
    ...{ at: act.now, by: act.by, children: said.children ?? copy.children.map((child) => child.id) },
    about: said.about,
  };
  return { kind: 'done', case: copy, blocks: [], people: [], history: [entry], warnings: [] };
}
