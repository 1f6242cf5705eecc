import { documentsAbout, kindsAboutChildren, type FamilyDocument } from '../about-children.ts';
import type { TaskRow } from '../port.ts';
import { childKeyId, familyKeyId, fileKeyId } from '../keys.ts';
import { letGo, openTextWith, type Sealed } from '../sealing.ts';
import type { Gone } from './dispose-family.ts';
import { recordKeyId } from './load.ts';
import type { Scope } from './scope.ts';

interface RecordRow extends Sealed {
  id: string;
  case_id: string;
  child: string;
}

/**
 * Inside a transaction: what is these children's alone. Their records keep their place in the chain and lose their
 * content; completed tasks about nobody else go, the files that only those records name, and what quotes them.
 */
export function removeChildren(scope: Scope, caseId: string, children: string[]): Gone {
  const { db, authority } = scope;
  const rows = db.all<RecordRow>(
    `SELECT id, case_id, child, body, sum FROM records WHERE authority = :authority AND case_id = :caseId`,
    { authority, caseId },
  );
  const theirs = rows.filter(({ child }) => children.includes(child));
  const files = filesOnlyIn(
    scope,
    caseId,
    theirs,
    rows.filter((row) => !theirs.includes(row)),
  );
  for (const { id, body } of theirs) {
    db.run('UPDATE records SET body = :body WHERE authority = :authority AND id = :id', {
      ...{ authority, id, body: letGo(body) },
    });
  }
  for (const id of files) {
    db.run('DELETE FROM attachments WHERE authority = :authority AND id = :id', { authority, id });
  }
  const task = removeTasks(scope, caseId, children);
  const document = removeDocuments(
    scope,
    caseId,
    children,
    theirs.map(({ id }) => id),
  );
  const keys = [...children.map((child) => childKeyId(caseId, child)), ...files.map(fileKeyId)];
  return { keys, removed: { record: theirs.length, attachment: files.length, task, document } };
}

function textOf(scope: Scope, row: RecordRow): string {
  const keyId = recordKeyId(row);
  return openTextWith('record', row.id, row.body, scope.keys.states([keyId])(keyId)) ?? '';
}

/** Ids of the case's files that are named in the records that go and in nothing that stays. */
function filesOnlyIn(scope: Scope, caseId: string, going: RecordRow[], staying: RecordRow[]): string[] {
  const { db, authority } = scope;
  const files = db.all<{ id: string }>(
    'SELECT id FROM attachments WHERE authority = :authority AND case_id = :caseId',
    { authority, caseId },
  );
  if (files.length === 0) return [];
  const keyId = familyKeyId(caseId);
  const key = scope.keys.states([keyId])(keyId);
  const parts = db.all<{ part: string; body: string }>(
    'SELECT part, body FROM parts WHERE authority = :authority AND case_id = :caseId',
    { authority, caseId },
  );
  const gone = going.map((row) => textOf(scope, row)).join('\n');
  const stays = [
    ...staying.map((row) => textOf(scope, row)),
    ...parts.map(({ part, body }) => openTextWith('part', `${caseId}/${part}`, body, key) ?? ''),
  ].join('\n');
  return files.map(({ id }) => id).filter((id) => gone.includes(id) && !stays.includes(id));
}

/** Completed tasks about these children and nobody else. Open ones stay: they are the family's work. */
function removeTasks(scope: Scope, caseId: string, children: string[]): number {
  const { db, authority } = scope;
  const keyId = familyKeyId(caseId);
  const key = scope.keys.states([keyId])(keyId);
  const rows = db.all<Sealed & { id: string }>(
    `SELECT id, body, sum FROM tasks WHERE authority = :authority AND case_id = :caseId AND state = 'done'`,
    { authority, caseId },
  );
  const theirs = rows.filter((row) => {
    const text = openTextWith('task', row.id, row.body, key);
    const about = text === undefined ? [] : (JSON.parse(text) as TaskRow).children.map(({ id }) => id);
    return about.length > 0 && about.every((id) => children.includes(id));
  });
  for (const { id } of theirs) {
    db.run('DELETE FROM tasks WHERE authority = :authority AND id = :id', { authority, id });
  }
  return theirs.length;
}

/** What was handed out of them, what is withheld of it, and their answers that were not completed. */
function removeDocuments(scope: Scope, caseId: string, children: string[], records: string[]): number {
  const { db, authority } = scope;
  const keyId = familyKeyId(caseId);
  const key = scope.keys.states([keyId])(keyId);
  const rows = db.all<Omit<FamilyDocument, 'text'> & Sealed>(
    `SELECT kind, id, owner, body, sum FROM documents
     WHERE authority = :authority AND case_id = :caseId AND kind IN (SELECT value FROM json_each(:kinds))`,
    { authority, caseId, kinds: JSON.stringify(kindsAboutChildren) },
  );
  const documents = rows.map((row) => ({
    ...row,
    text: openTextWith(row.kind, row.id, row.body, key) ?? '',
  }));
  const theirs = documentsAbout(documents, children, records);
  for (const { kind, id } of theirs) {
    db.run('DELETE FROM documents WHERE authority = :authority AND kind = :kind AND id = :id', {
      ...{ authority, kind, id },
    });
  }
  return theirs.length;
}
