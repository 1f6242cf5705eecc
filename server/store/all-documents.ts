import type { StoredDocument } from './rows.ts';
import type { PageAsked, Paged, Views } from './views.ts';

type Filter = Views['documents']['filter'];

interface Lists {
  list(view: 'documents', filter: Filter, page: PageAsked): Promise<Paged<StoredDocument>>;
}

/** Every document that fits, by id, however many pages they are. */
export async function allDocuments<T>(store: Lists, filter: Filter): Promise<StoredDocument<T>[]> {
  const found: StoredDocument<T>[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 500, ...(after === undefined ? {} : { after }) };
    const { rows, next } = await store.list('documents', filter, page);
    found.push(...(rows as StoredDocument<T>[]));
    after = next;
  } while (after !== undefined);
  return found;
}

/** Those that say when they were made, the oldest first. */
export function oldestFirst<T extends { at: string; id: string }>(
  documents: StoredDocument<T>[],
): StoredDocument<T>[] {
  return documents.toSorted(
    ({ body: a }, { body: b }) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id),
  );
}
