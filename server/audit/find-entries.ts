import type { AuditFilter, PageAsked, Store, StoredAuditEntry } from '../store/port.ts';

export interface FoundEntries {
  entries: StoredAuditEntry[];
  next?: string;
}

const enough = 50;
const mostRead = 10;
const perRead = 200;

/**
 * Entries of a chain of the audit, the latest first, narrowed by what no index knows. Reads on until a page is full or
 * enough was read for one request: an answer may have few entries, or none, and still say where to go on.
 */
export async function findEntries(
  store: Store,
  filter: AuditFilter,
  wanted: (entry: StoredAuditEntry) => boolean,
  page: PageAsked,
): Promise<FoundEntries> {
  const entries: StoredAuditEntry[] = [];
  let after = page.after;
  for (let read = 0; read < mostRead; read += 1) {
    const found = await store.list('audit', filter, { limit: perRead, ...(after ? { after } : {}) });
    entries.push(...found.rows.filter(wanted));
    after = found.next;
    if (!after) return { entries };
    if (entries.length >= enough) break;
  }
  return { entries, ...(after ? { next: after } : {}) };
}

/** Every entry of a filter: what an export holds. */
export async function everyEntry(
  store: Store,
  filter: AuditFilter,
  wanted: (entry: StoredAuditEntry) => boolean,
): Promise<StoredAuditEntry[]> {
  const entries: StoredAuditEntry[] = [];
  let page: FoundEntries = { entries: [] };
  do {
    page = await findEntries(store, filter, wanted, page.next ? { after: page.next } : {});
    entries.push(...page.entries);
  } while (page.next);
  return entries;
}
