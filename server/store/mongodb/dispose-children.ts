import { documentsAbout, kindsAboutChildren } from '../about-children.ts';
import type { TaskRow } from '../port.ts';
import { childKeyId, familyKeyId, fileKeyId } from '../keys.ts';
import { letGo, openTextWith } from '../sealing.ts';
import type { RecordDocument } from './collections.ts';
import { removeFiles, type Gone } from './dispose-family.ts';
import { recordKeyId } from './load.ts';
import type { Scope } from './scope.ts';

/** What goes with these children: their records' content, completed tasks and files about nobody else, what quotes them. */
export async function goneChildren(scope: Scope, caseId: string, children: string[]): Promise<Gone> {
  const rows = await scope.records.find({ authority: scope.authority, case: caseId }).toArray();
  const theirs = rows.filter(({ child }) => children.includes(child));
  const staying = rows.filter((row) => !theirs.includes(row));
  const files = await filesOnlyIn(scope, caseId, theirs, staying);
  const task = (await tasksOf(scope, caseId, children)).length;
  const document = (await documentsOf(scope, caseId, children)).length;
  const keys = [...children.map((child) => childKeyId(caseId, child)), ...files.map(fileKeyId)];
  return { keys, removed: { record: theirs.length, attachment: files.length, task, document } };
}

/** Their records keep their place in the chain and lose their content. */
export async function removeChildren(
  scope: Scope,
  caseId: string,
  children: string[],
  keys: string[],
): Promise<void> {
  const { authority } = scope;
  const documents = await documentsOf(scope, caseId, children);
  if (documents.length > 0) await scope.documents.deleteMany({ _id: { $in: documents } });
  const theirs = scope.records.find({ authority, case: caseId, child: { $in: children } });
  for await (const { _id, body } of theirs) {
    await scope.records.updateOne({ _id }, { $set: { body: letGo(body) } });
  }
  const tasks = await tasksOf(scope, caseId, children);
  if (tasks.length > 0) await scope.tasks.deleteMany({ _id: { $in: tasks } });
  const files = keys
    .filter((key) => key.startsWith(fileKeyId('')))
    .map((key) => key.slice(fileKeyId('').length));
  await removeFiles(scope, files);
}

async function textOf(scope: Scope, row: RecordDocument): Promise<string> {
  const keyId = recordKeyId(row);
  return openTextWith('record', row.id, row.body, (await scope.keys.of([keyId])).get(keyId)) ?? '';
}

/** Ids of the case's files that are named in the records that go and in nothing that stays. */
async function filesOnlyIn(
  scope: Scope,
  caseId: string,
  going: RecordDocument[],
  staying: RecordDocument[],
): Promise<string[]> {
  const mine = { authority: scope.authority, case: caseId };
  const files = await scope.attachments.find(mine, { projection: { id: 1 } }).toArray();
  if (files.length === 0) return [];
  const keyId = familyKeyId(caseId);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const parts = await scope.parts.find(mine).toArray();
  const gone = (await Promise.all(going.map((row) => textOf(scope, row)))).join('\n');
  const stays = [
    ...(await Promise.all(staying.map((row) => textOf(scope, row)))),
    ...parts.map(({ part, body }) => openTextWith('part', `${caseId}/${part}`, body, key) ?? ''),
  ].join('\n');
  return files.map(({ id }) => id).filter((id) => gone.includes(id) && !stays.includes(id));
}

/** `_id` of completed tasks about these children and nobody else. Open ones stay: they are the family's work. */
async function tasksOf(scope: Scope, caseId: string, children: string[]): Promise<string[]> {
  const keyId = familyKeyId(caseId);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const done = await scope.tasks.find({ authority: scope.authority, case: caseId, state: 'done' }).toArray();
  return done
    .filter((row) => {
      const text = openTextWith('task', row.id, row.body, key);
      const about = text === undefined ? [] : (JSON.parse(text) as TaskRow).children.map(({ id }) => id);
      return about.length > 0 && about.every((id) => children.includes(id));
    })
    .map((row) => row._id);
}

/** `_id` of what was handed out of them, what is withheld of it, and their answers that were not completed. */
async function documentsOf(scope: Scope, caseId: string, children: string[]): Promise<string[]> {
  const mine = { authority: scope.authority, case: caseId };
  const keyId = familyKeyId(caseId);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const which = { ...mine, child: { $in: children } };
  const records = await scope.records.find(which, { projection: { id: 1 } }).toArray();
  const rows = await scope.documents.find({ ...mine, kind: { $in: kindsAboutChildren } }).toArray();
  const documents = rows.map(({ _id, kind, id, owner, body }) => ({
    ...{ _id, kind, id, owner, text: openTextWith(kind, id, body, key) ?? '' },
  }));
  const found = documentsAbout(
    documents,
    children,
    records.map(({ id }) => id),
  );
  return found.map(({ _id }) => _id);
}
