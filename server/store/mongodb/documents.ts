import { randomUUID } from 'node:crypto';
import {
  standingHold,
  type DocumentKind,
  type DocumentPut,
  type PageAsked,
  type Paged,
  type PutResult,
  type StoredDocument,
  type Views,
} from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { seal, unseal, unsealWith, type KeyState } from '../sealing.ts';
import { addChange } from './changes.ts';
import type { DocumentStored } from './collections.ts';
import { isDuplicate, refusalOf, refusing } from './faults.ts';
import { equal, pageOf, text } from './filters.ts';
import { idOf, type Scope } from './scope.ts';

/** What belongs to a family is sealed with its key; other documents are stored in the open. */
function open<T>(raw: DocumentStored, keys: Map<string, KeyState>): StoredDocument<T> | undefined {
  const { kind, id, revision } = raw;
  const body =
    raw.case === ''
      ? unseal<T>(kind, id, revision, raw)
      : unsealWith<T>(kind, id, revision, raw, keys.get(familyKeyId(raw.case)));
  return body === undefined ? undefined : { kind, id, revision, body };
}

/** Versions, and what is compiled of them, are megabytes each. */
const large = new Set<DocumentKind>(['version', 'tables']);

/** The collection that documents of a kind are kept in. */
export const among = (scope: Scope, kind: DocumentKind): Scope['documents'] =>
  large.has(kind) ? scope.documentsLarge : scope.documents;

const keyIds = (rows: DocumentStored[]): string[] =>
  rows.flatMap((row) => (row.case === '' ? [] : [familyKeyId(row.case)]));

export async function documentOf<T>(
  scope: Scope,
  kind: DocumentKind,
  id: string,
): Promise<StoredDocument<T> | undefined> {
  const raw = await among(scope, kind).findOne({ _id: idOf(scope, kind, id) });
  return raw ? open<T>(raw, await scope.keys.of(keyIds([raw]))) : undefined;
}

/** Writes a document when it has the revision expected; else says which it has. */
export async function put(scope: Scope, input: DocumentPut): Promise<PutResult> {
  return refusing<PutResult>(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' };
    return putNow(scope, input);
  });
}

/** As `put`, also while nobody may write: what was begun before is finished. Throws the faults of the database. */
export async function putNow(scope: Scope, input: DocumentPut): Promise<PutResult> {
  const there = await among(scope, input.kind).findOne(
    { _id: idOf(scope, input.kind, input.id) },
    { projection: { revision: 1, case: 1 } },
  );
  const revision = there?.revision ?? 0;
  if (revision !== input.expecting) return { ok: false, reason: 'conflict', revision };
  const row = await sealed(scope, input, revision + 1, there ? there.case : (input.case ?? ''));
  if (!row || !(await written(scope, row, revision))) {
    return { ok: false, reason: 'conflict', revision: await revisionOf(scope, input.kind, input.id) };
  }
  if (
    input.kind === 'legal-hold' &&
    input.owner === standingHold &&
    !(await stopsDisposals(scope, row.case))
  ) {
    if (revision === 0) await scope.documents.deleteOne({ _id: row._id });
    return { ok: false, reason: 'conflict', revision };
  }
  if (input.change) await told(scope, input.change);
  return { ok: true, revision: revision + 1 };
}

/**
 * A disposal that looked for holds before this one was there asks for the fence it read, and looks again. False when
 * letting go of the family has begun.
 */
async function stopsDisposals({ cases, ...scope }: Scope, caseId: string): Promise<boolean> {
  const _id = idOf(scope, caseId);
  const { matchedCount } = await cases.updateOne(
    { _id, disposed: '', disposal: null },
    { $inc: { fence: 1 } },
  );
  return matchedCount > 0 || (await cases.findOne({ _id }, { projection: { _id: 1 } })) === null;
}

/** It is written already: that live pages were not told of it is no reason to refuse it. */
async function told(scope: Scope, change: NonNullable<DocumentPut['change']>): Promise<void> {
  await refusing(() => addChange(scope, change));
}

/** Undefined when the family it belongs to was let go of. */
async function sealed(
  scope: Scope,
  input: DocumentPut,
  revision: number,
  caseId: string,
): Promise<Omit<DocumentStored, 'born'> | undefined> {
  const key = caseId === '' ? undefined : await scope.keys.ensureNow(familyKeyId(caseId));
  if (key === 'destroyed') return undefined;
  const { kind, id, owner = '', about = '', expires = '', body } = input;
  return {
    ...{ _id: idOf(scope, kind, id), authority: scope.authority, kind, id, revision },
    ...{ owner, about, expires, case: caseId, ...seal(kind, id, revision, body, key) },
  };
}

/** False when somebody else wrote it. Where the line broke it is asked for: the repeat would conflict with it. */
async function written(scope: Scope, row: Omit<DocumentStored, 'born'>, over: number): Promise<boolean> {
  try {
    return await writtenOnce(scope, row, over);
  } catch (fault) {
    if (refusalOf(fault) !== 'unavailable') throw fault;
    const { _id, revision, sum } = row;
    if (await among(scope, row.kind).findOne({ _id, revision, sum }, { projection: { _id: 1 } })) return true;
    throw fault;
  }
}

async function writtenOnce(scope: Scope, row: Omit<DocumentStored, 'born'>, over: number): Promise<boolean> {
  if (over > 0) {
    const { _id, ...rest } = row;
    const { matchedCount } = await among(scope, row.kind).updateOne({ _id, revision: over }, { $set: rest });
    return matchedCount > 0;
  }
  try {
    await among(scope, row.kind).insertOne({ ...row, born: randomUUID() });
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

async function revisionOf(scope: Scope, kind: DocumentKind, id: string): Promise<number> {
  const there = await among(scope, kind).findOne(
    { _id: idOf(scope, kind, id) },
    { projection: { revision: 1 } },
  );
  return there?.revision ?? 0;
}

export async function remove(
  scope: Scope,
  kind: DocumentKind,
  id: string,
  expecting?: number,
): Promise<PutResult> {
  return refusing<PutResult>(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' };
    const _id = idOf(scope, kind, text(id));
    const asked = expecting === undefined ? {} : { revision: expecting };
    const { deletedCount } = await among(scope, kind).deleteOne({ _id, ...asked });
    const revision = deletedCount > 0 ? 0 : await revisionOf(scope, kind, id);
    if (expecting !== undefined && deletedCount === 0 && revision !== expecting) {
      return { ok: false, reason: 'conflict', revision };
    }
    return { ok: true, revision: 0 };
  });
}

/** Removes what expired before a moment. */
export async function sweep(scope: Scope, kind: DocumentKind, before: string): Promise<number> {
  const done = await refusing(async () => {
    if (await scope.frozen()) return { deletedCount: 0 };
    const { authority } = scope;
    return among(scope, kind).deleteMany({ authority, kind, expires: { $gt: '', $lt: text(before) } });
  });
  return 'deletedCount' in done ? done.deletedCount : 0;
}

export async function listDocuments(
  scope: Scope,
  filter: Views['documents']['filter'],
  page?: PageAsked,
): Promise<Paged<StoredDocument>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const { kind, owner, about } = filter;
  const raw = await among(scope, kind)
    .find({
      ...{ authority: scope.authority, ...equal({ kind, owner, about }) },
      id: { $gt: String(place?.[0] ?? '') },
    })
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  const keys = await scope.keys.of(keyIds(raw));
  return pageOf(
    raw,
    limit,
    (row) => open<unknown>(row, keys),
    (row) => [row.id],
  );
}
