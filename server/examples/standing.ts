import type { Case, CaseRecord, HistoryEntry, Outcome } from '#engine';

/** Where an example stands after each of its steps. */
export interface Standing {
  kase: Case | null;
  records: CaseRecord[];
  history: HistoryEntry[];
  /** rows of the family's living documents, by block */
  rows: Record<string, Record<string, unknown>[]>;
  /** what the last step gave */
  outcome: Outcome;
  now: string;
}
