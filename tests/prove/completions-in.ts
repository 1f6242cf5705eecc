import type { Store, StoredEntry } from '../../server/store/index.ts';

/** By command, how often the history of a case says that it completed a task. */
export async function completionsIn(store: Store, caseId: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { kind, about } of await historyOf(store, caseId)) {
    if (kind !== 'task-completed') continue;
    const command = String(about['record']).slice(`${caseId}-r-`.length);
    found.set(command, (found.get(command) ?? 0) + 1);
  }
  return found;
}

async function historyOf(store: Store, caseId: string): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  let after: string | undefined;
  do {
    const page = await store.history(caseId, { limit: 500, ...(after ? { after } : {}) });
    entries.push(...page.rows);
    after = page.next;
  } while (after);
  return entries;
}
