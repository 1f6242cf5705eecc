import type { Case, CaseRecord } from '#engine';
import type { Filter } from 'mongodb';
import type {
  FamilyRow,
  LivingPart,
  PageAsked,
  Paged,
  StoredCase,
  StoredEntry,
  TaskRow,
  Views,
} from '../port.ts';
import { Damaged } from '../damaged.ts';
import { childKeyId, familyKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { openTextWith, unsealWith, type KeyState } from '../sealing.ts';
import { drained, drainAll } from './drain.ts';
import type { CaseDocument, EntryDocument, RecordDocument, TaskDocument } from './collections.ts';
import { after, pageOf } from './filters.ts';
import { quarantine } from './quarantine.ts';
import { replyOf } from './replies.ts';
import { idOf, type Scope } from './scope.ts';

async function keyOf(scope: Scope, id: string): Promise<KeyState> {
  return (await scope.keys.of([id])).get(id);
}

/** The case and what the host knows of it, as the last commit left them: both stand in one document. */
export async function load(scope: Scope, id: string): Promise<StoredCase | undefined> {
  const row = await drained(scope, id);
  if (!row || row.revision === 0 || row.disposed !== '') return undefined;
  try {
    const key = await keyOf(scope, familyKeyId(id));
    const kase = unsealWith<Case>('case', id, row.revision, row, key);
    const family = unsealWith<FamilyRow>('family', id, 0, row.family, key);
    return kase && family && { case: kase, family };
  } catch (fault) {
    if (fault instanceof Damaged) await quarantine(scope, id, fault.message);
    throw fault;
  }
}

export async function familyOf(scope: Scope, id: string): Promise<FamilyRow | undefined> {
  const row = await scope.cases.findOne(
    { _id: idOf(scope, id) },
    { projection: { family: 1, revision: 1, disposed: 1 } },
  );
  if (!row || row.revision === 0 || row.disposed !== '') return undefined;
  return unsealWith<FamilyRow>('family', id, 0, row.family, await keyOf(scope, familyKeyId(id)));
}

/** What `find` gives once everything that was committed stands where it is read. */
async function current<T extends { case: string }>(
  scope: Scope,
  find: () => Promise<T | null>,
): Promise<T | null> {
  const found = await find();
  if (!found) {
    await drainAll(scope);
    return find();
  }
  return (await settled(scope, found.case)) ? found : find();
}

/** False when the case held something that was not yet brought along; now it is. */
async function settled(scope: Scope, caseId: string): Promise<boolean> {
  const _id = idOf(scope, caseId);
  const waits = await scope.cases.findOne({ _id, 'outbox.token': { $gt: '' } }, { projection: { _id: 1 } });
  if (waits) await drained(scope, caseId);
  return !waits;
}

export async function taskOf(scope: Scope, id: string): Promise<TaskRow | undefined> {
  const row = await current(scope, () => findTask(scope, id));
  if (!row) return undefined;
  return unsealWith<TaskRow>('task', row.id, 0, row, await keyOf(scope, familyKeyId(row.case)));
}

async function findTask(scope: Scope, id: string): Promise<TaskDocument | null> {
  const open = await scope.tasks.findOne({ _id: idOf(scope, id), state: { $ne: 'gone' } });
  if (open) return open;
  // what was completed of a task stands under the task's id and a further part after a full stop
  return scope.tasks.findOne(
    { authority: scope.authority, id: { $gt: `${id}.`, $lt: `${id}/` }, state: 'done' },
    { sort: { doneAt: -1 } },
  );
}

/** Key of a record: the child's it is about alone, or the family's. */
export const recordKeyId = (row: RecordDocument): string =>
  row.child === '' ? familyKeyId(row.case) : childKeyId(row.case, row.child);

export async function recordOf(scope: Scope, id: string): Promise<CaseRecord | undefined> {
  const row = await current(scope, () => scope.records.findOne({ _id: idOf(scope, id) }));
  return row ? unsealWith<CaseRecord>('record', id, 0, row, await keyOf(scope, recordKeyId(row))) : undefined;
}

/** A living document at a revision, or as it is now. */
export async function partOf(
  scope: Scope,
  caseId: string,
  part: string,
  revision?: number,
): Promise<LivingPart | undefined> {
  const kase = await drained(scope, caseId);
  const at = revision ?? kase?.parts[part]?.revision;
  const row = at === undefined ? null : await scope.parts.findOne({ _id: idOf(scope, caseId, part, at) });
  if (!row) return undefined;
  const key = await keyOf(scope, familyKeyId(caseId));
  return unsealWith<LivingPart>('part', `${caseId}/${part}`, row.revision, row, key);
}

export async function answered(
  scope: Scope,
  caseId: string,
  command: string,
  actor: string,
): Promise<{ reply: unknown } | undefined> {
  await settled(scope, caseId);
  const row = await scope.commands.findOne({ _id: idOf(scope, caseId, command) });
  return row && row.actor === actor ? replyOf(scope, row) : undefined;
}

export async function historyOf(
  scope: Scope,
  caseId: string,
  page: PageAsked & { newestFirst?: boolean },
): Promise<Paged<StoredEntry>> {
  await settled(scope, caseId);
  const limit = limitOf(page);
  const place = readPlace(page.after, 1);
  const beyond = page.newestFirst ? { $lt: Number(place?.[0]) } : { $gt: Number(place?.[0]) };
  const raw = await scope.history
    .find({ authority: scope.authority, case: caseId, ...(place ? { seq: beyond } : {}) })
    .sort({ seq: page.newestFirst ? -1 : 1 })
    .limit(limit + 1)
    .toArray();
  const key = await keyOf(scope, familyKeyId(caseId));
  const open = (row: EntryDocument): StoredEntry | undefined => {
    const text = openTextWith('entry', row.id, row.body, key);
    return text === undefined ? undefined : { ...(JSON.parse(text) as StoredEntry), seq: row.seq };
  };
  return pageOf(raw, limit, open, (row) => [row.seq]);
}

export async function listRecords(
  scope: Scope,
  filter: Views['records']['filter'],
  page?: PageAsked,
): Promise<Paged<CaseRecord>> {
  await settled(scope, filter.case);
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const raw = await scope.records
    .find({
      ...{ authority: scope.authority, case: filter.case },
      ...(filter.form === undefined ? {} : { form: filter.form }),
      ...(place ? after<RecordDocument>('at', 'id', place, '$lt') : {}),
    } as Filter<RecordDocument>)
    .sort({ at: -1, id: -1 })
    .limit(limit + 1)
    .toArray();
  const keys = await scope.keys.of(raw.map(recordKeyId));
  return pageOf(
    raw,
    limit,
    (row) => unsealWith<CaseRecord>('record', row.id, 0, row, keys.get(recordKeyId(row))),
    (row) => [row.at, row.id],
  );
}

/** Every case with the version it runs on and whether a track is open: both stand beside the sealed case. */
export async function listCases(scope: Scope, page?: PageAsked): Promise<Paged<Views['cases']['row']>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const raw = await scope.cases
    .find(
      {
        ...{ authority: scope.authority, revision: { $gt: 0 }, disposed: '' },
        id: { $gt: String(place?.[0] ?? '') },
      },
      { projection: { id: 1, version: 1, open: 1 } },
    )
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  const row = ({ id, version, open }: CaseDocument) => ({ id, version, open });
  return pageOf(raw, limit, row, ({ id }) => [id]);
}
