import type { CaseRecord } from '#engine';
import type { Services } from '../services.ts';
import type { PageAsked, Store, StoredDocument, ViewName, Views } from '../store/port.ts';
import { isCopied, leftOutOf, readable, readableEntry, readablePart, type LeftOut } from './leave-out.ts';
import { withheldFrom } from './withheld.ts';

/**
 * The server as one reader may read a family by it: what is withheld from the reader is not there, whatever is made of
 * it afterwards (a page, an answer shown beside a question, a copy, a list of files). For reading only: commands work
 * on what is stored.
 */
export async function readAs<H extends Services>(
  host: H,
  caseId: string,
  account: string,
  handedOut = false,
): Promise<H> {
  const parts = await withheldFrom(host.store, caseId, { account, handedOut });
  if (parts.length === 0) return host;
  const leftOut = leftOutOf(await recordsOf(host.store, caseId), parts);
  return { ...host, store: readingStore(host.store, caseId, leftOut) };
}

/** How many answers of a record the reader is not shown. */
export async function countLeftOut(
  { store }: Services,
  record: CaseRecord,
  account: string,
  handedOut = false,
): Promise<number> {
  const parts = await withheldFrom(store, record.case, { account, handedOut });
  if (parts.length === 0) return 0;
  const whole = await store.record(record.id);
  return whole ? readable(whole, leftOutOf(await recordsOf(store, record.case), parts)).left : 0;
}

async function recordsOf(store: Store, caseId: string): Promise<CaseRecord[]> {
  const found: CaseRecord[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 500, ...(after === undefined ? {} : { after }) };
    const { rows, next } = await store.list('records', { case: caseId }, page);
    found.push(...rows);
    after = next;
  } while (after !== undefined);
  return found;
}

function readingStore(store: Store, caseId: string, leftOut: LeftOut): Store {
  const list = async <V extends ViewName>(view: V, filter: Views[V]['filter'], page?: PageAsked) => {
    const found = await store.list(view, filter, page);
    if (view !== 'records' && view !== 'documents') return found;
    const rows = found.rows.flatMap((row) => shown(view, row, caseId, leftOut));
    return { ...found, rows: rows as typeof found.rows };
  };
  const reading: Partial<Store> = {
    list,
    record: async (id) => {
      const found = await store.record(id);
      return found?.case === caseId ? readable(found, leftOut).record : found;
    },
    part: async (of, part, revision) => {
      const found = await store.part(of, part, revision);
      return found && of === caseId ? readablePart(found, leftOut) : found;
    },
    history: async (of, page) => {
      const found = await store.history(of, page);
      if (of !== caseId) return found;
      return { ...found, rows: found.rows.map((entry) => readableEntry(entry, leftOut)) };
    },
  };
  return new Proxy(store, {
    get: (target, name: keyof Store) => reading[name] ?? target[name],
  });
}

function shown(view: 'records' | 'documents', row: unknown, caseId: string, leftOut: LeftOut): unknown[] {
  if (view === 'records') {
    const record = row as CaseRecord;
    return [record.case === caseId ? readable(record, leftOut).record : record];
  }
  const { kind, body } = row as StoredDocument<{ value?: unknown }>;
  return kind === 'draft' && isCopied(body.value, leftOut) ? [] : [row];
}
