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
import { familyKeyId } from '../keys.ts';
import { seal, unseal, unsealWith, type DataKey, type KeyState } from '../sealing.ts';
import type { Values } from './database.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { upsert } from './project.ts';
import type { Scope } from './scope.ts';

interface DocumentRaw {
  kind: DocumentKind;
  id: string;
  revision: number;
  case_id: string;
  body: string;
  sum: string;
}

const columns = 'kind, id, revision, case_id, body, sum';
const one = 'authority = :authority AND kind = :kind AND id = :id';

/** How these documents are opened: with the key of the family they were put with, or as they stand. */
function opening({ keys }: Scope, raws: { case_id: string }[]) {
  const state = keys.states(raws.filter((raw) => raw.case_id).map((raw) => familyKeyId(raw.case_id)));
  return <T>({
    kind,
    id,
    revision,
    case_id: caseId,
    ...stored
  }: DocumentRaw): StoredDocument<T> | undefined => {
    if (caseId === '') return { kind, id, revision, body: unseal<T>(kind, id, revision, stored) };
    const body = unsealWith<T>(kind, id, revision, stored, state(familyKeyId(caseId)));
    return body === undefined ? undefined : { kind, id, revision, body };
  };
}

export function documentOf<T>(scope: Scope, kind: DocumentKind, id: string): StoredDocument<T> | undefined {
  const { db, authority } = scope;
  const raw = db.get<DocumentRaw>(`SELECT ${columns} FROM documents WHERE ${one}`, { authority, kind, id });
  return raw && opening(scope, [raw])<T>(raw);
}

function standing({ db, authority }: Scope, kind: DocumentKind, id: string) {
  const sql = `SELECT revision, case_id FROM documents WHERE ${one}`;
  const row = db.get<{ revision: number; case_id: string }>(sql, { authority, kind, id });
  return row ?? { revision: 0, case_id: undefined };
}

function familyKey({ keys }: Scope, caseId: string): KeyState {
  const id = familyKeyId(caseId);
  return keys.made([id])(id);
}

/** Writes a document when it has the revision expected; else says which it has. */
export function put(scope: Scope, input: DocumentPut): PutResult {
  return scope.db.write<PutResult>(() => {
    const there = standing(scope, input.kind, input.id);
    const caseId = there.case_id ?? input.case ?? '';
    const key = caseId === '' ? undefined : familyKey(scope, caseId);
    if (there.revision !== input.expecting || key === 'destroyed') {
      return { ok: false, reason: 'conflict', revision: there.revision };
    }
    const { owner = '', about = '', expires = '' } = input;
    writeDocument(scope, input, { owner, about, expires, case_id: caseId }, key);
    if (input.change) addChange(scope, input.change);
    return { ok: true, revision: input.expecting + 1 };
  });
}

interface DocumentColumns {
  owner?: string;
  about?: string;
  expires?: string;
  case_id?: string;
}

/** Inside a transaction, over the revision expected. */
export function writeDocument(
  { db, authority }: Scope,
  { kind, id, expecting, body }: DocumentPut,
  columns: DocumentColumns,
  key?: DataKey,
): void {
  const revision = expecting + 1;
  const values = {
    ...{ authority, kind, id, revision, owner: '', about: '', expires: '', case_id: '' },
    ...columns,
    ...seal(kind, id, revision, body, key),
  };
  db.run(upsert('documents', ['authority', 'kind', 'id'], values), values);
}

export function remove(scope: Scope, kind: DocumentKind, id: string, expecting?: number): PutResult {
  const { db, authority } = scope;
  return db.write<PutResult>(() => {
    const there = standing(scope, kind, id).revision;
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
  scope: Scope,
  filter: Views['documents']['filter'],
  page?: PageAsked,
): Paged<StoredDocument> {
  const { db, authority } = scope;
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
  const open = opening(scope, raw);
  return toPage(
    raw,
    limit,
    (row) => open<unknown>(row),
    (row) => [row.id],
  );
}
