import type { Moment } from '#engine';
import type {
  DocumentKind,
  DocumentPut,
  PageAsked,
  Paged,
  PutResult,
  StoredDocument,
  Views,
} from '../port.ts';
import { addChange } from './changes.ts';
import { seal, unseal } from '../sealing.ts';
import type { Values } from './database.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { upsert } from './project.ts';
import type { Scope } from './scope.ts';

interface DocumentRaw {
  kind: DocumentKind;
  id: string;
  revision: number;
  body: string;
  sum: string;
}

const columns = 'kind, id, revision, body, sum';
const one = 'authority = :authority AND kind = :kind AND id = :id';

function open<T>(raw: DocumentRaw): StoredDocument<T> {
  const body = unseal<T>(raw.kind, raw.id, raw.revision, raw);
  return { kind: raw.kind, id: raw.id, revision: raw.revision, body };
}

export function documentOf<T>(
  { db, authority }: Scope,
  kind: DocumentKind,
  id: string,
): StoredDocument<T> | undefined {
  const raw = db.get<DocumentRaw>(`SELECT ${columns} FROM documents WHERE ${one}`, { authority, kind, id });
  return raw && open<T>(raw);
}

function revisionOf({ db, authority }: Scope, kind: DocumentKind, id: string): number {
  const sql = `SELECT revision FROM documents WHERE ${one}`;
  return db.get<{ revision: number }>(sql, { authority, kind, id })?.revision ?? 0;
}

/** Writes a document when it has the revision expected; else says which it has. */
export function put(scope: Scope, input: DocumentPut): PutResult {
  const { db, authority } = scope;
  return db.write<PutResult>(() => {
    const there = revisionOf(scope, input.kind, input.id);
    if (there !== input.expecting) return { ok: false, reason: 'conflict', revision: there };
    const revision = there + 1;
    const values = {
      authority,
      kind: input.kind,
      id: input.id,
      revision,
      owner: input.owner ?? '',
      about: input.about ?? '',
      expires: input.expires ?? '',
      ...seal(input.kind, input.id, revision, input.body),
    };
    db.run(upsert('documents', ['authority', 'kind', 'id'], values), values);
    if (input.change) addChange(scope, input.change);
    return { ok: true, revision };
  });
}

export function remove(scope: Scope, kind: DocumentKind, id: string, expecting?: number): PutResult {
  const { db, authority } = scope;
  return db.write<PutResult>(() => {
    const there = revisionOf(scope, kind, id);
    if (expecting !== undefined && there !== expecting) {
      return { ok: false, reason: 'conflict', revision: there };
    }
    db.run(`DELETE FROM documents WHERE ${one}`, { authority, kind, id });
    return { ok: true, revision: 0 };
  });
}

export function sweep({ db, authority }: Scope, kind: DocumentKind, before: Moment): number {
  let swept = 0;
  db.write(() => {
    swept = db.run(
      `DELETE FROM documents WHERE authority = :authority AND kind = :kind AND expires > '' AND expires < :before`,
      { authority, kind, before },
    );
    return { ok: true };
  });
  return swept;
}

export function listDocuments(
  { db, authority }: Scope,
  filter: Views['documents']['filter'],
  page?: PageAsked,
): Paged<StoredDocument> {
  const limit = limitOf(page);
  const where = ['authority = :authority', 'kind = :kind'];
  const values: Values = { authority, kind: filter.kind, limit: limit + 1 };
  for (const column of ['owner', 'about'] as const) {
    const value = filter[column];
    if (value === undefined) continue;
    where.push(`${column} = :${column}`);
    values[column] = value;
  }
  const place = readPlace(page?.after, 1);
  if (place) {
    where.push('id > :after');
    values['after'] = String(place[0]);
  }
  const raw = db.all<DocumentRaw>(
    `SELECT ${columns} FROM documents WHERE ${where.join(' AND ')} ORDER BY id LIMIT :limit`,
    values,
  );
  return toPage(raw, limit, open, (row) => [row.id]);
}
