import type { CaseRecord, HistoryEntry } from '#engine';
import type { Paged, PageAsked, Store, StoredEntry, TaskRow } from '../store/port.ts';

/** Every completed form of a case, or of one kind, the latest first. */
export function recordsOf(store: Store, caseId: string, form?: string): Promise<CaseRecord[]> {
  const filter = { case: caseId, ...(form ? { form } : {}) };
  return allPages((page) => store.list('records', filter, page));
}

/** The whole history of a case, the oldest first. */
export function historyOf(store: Store, caseId: string): Promise<StoredEntry[]> {
  return allPages((page) => store.history(caseId, page));
}

/** Every task of a case that was completed. */
export function doneTasksOf(store: Store, caseId: string): Promise<TaskRow[]> {
  return allPages((page) => store.list('case-tasks', { case: caseId, state: 'done' }, page));
}

/** The first completion a record goes back to: a correction stands for the record it put right. */
export function firstOf(record: CaseRecord, records: CaseRecord[]): CaseRecord {
  const was = records.find((one) => one.id === record.corrects);
  return was ? firstOf(was, records) : record;
}

/** What was put in place of a record, when it was corrected. */
export function correctionOf(record: CaseRecord, records: CaseRecord[]): CaseRecord | undefined {
  return records.find((one) => one.corrects === record.id);
}

export interface Completion {
  entry: HistoryEntry;
  later: HistoryEntry[];
  /** it was taken back already */
  reopened: boolean;
}

/** The completion of a step that a record came from, and what happened after it: what a reopening needs. */
export async function completionOf(
  store: Store,
  record: CaseRecord,
  records: CaseRecord[],
): Promise<Completion | undefined> {
  const first = firstOf(record, records).id;
  const entries = await historyOf(store, record.case);
  const at = entries.findIndex((one) => one.kind === 'task-completed' && one.about['record'] === first);
  const entry = entries[at];
  if (!entry) return undefined;
  const later = entries.slice(at + 1);
  const reopened = later.some((one) => one.kind === 'task-reopened' && one.about['record'] === first);
  return { entry, later, reopened };
}

async function allPages<Row>(list: (page: PageAsked) => Promise<Paged<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit: 500, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
}
