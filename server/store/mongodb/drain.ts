import type { AnyBulkWriteOperation, Document } from 'mongodb';
import type { Bundle } from './bundle.ts';
import { addChange } from './changes.ts';
import type { CaseDocument } from './collections.ts';
import { isDuplicate } from './faults.ts';
import { idOf, type Scope } from './scope.ts';
import { finishPeople } from './written-people.ts';

/**
 * Brings what the last commit wrote from the case document to the collections. Any server may do it, several at once,
 * and again after a crash: what never changes is inserted by its id, and a row of a list is written over an older
 * revision only. The case then lets go of its outbox, if it is still the same.
 */
export async function drain(scope: Scope, kase: Pick<CaseDocument, '_id' | 'id' | 'outbox'>): Promise<void> {
  const { outbox } = kase;
  if (!outbox) return;
  await Promise.all([
    insertOnce(scope.history, outbox.entries),
    insertOnce(scope.records, outbox.records),
    insertOnce(scope.parts, outbox.parts),
    insertOnce(scope.commands, [outbox.command]),
    projectTasks(scope, outbox),
    writeOver(scope.families, [outbox.family]),
    projectCards(scope, outbox),
    finishPeople(scope, outbox),
    letGo(scope, kase.id, outbox),
  ]);
  await scope.reached('projected');
  await Promise.all([
    addChange(scope, { kind: 'case', case: kase.id }),
    scope.cases.updateOne({ _id: kase._id, 'outbox.token': outbox.token }, { $set: { outbox: null } }),
  ]);
}

interface Bulk<T> {
  bulkWrite(
    operations: AnyBulkWriteOperation<T & Document>[],
    options: { ordered: boolean },
  ): Promise<unknown>;
}

/** What never changes: put there when it is not. */
async function insertOnce<T extends { _id: string }>(collection: Bulk<T>, documents: T[]): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  await bulk(collection, operations as unknown as AnyBulkWriteOperation<T & Document>[]);
}

/** Rows of lists: put there, or over an older revision's. */
async function writeOver<T extends { _id: string; rev: number }>(
  collection: Bulk<T>,
  rows: T[],
): Promise<void> {
  if (rows.length === 0) return;
  const operations = rows.map(({ _id, ...rest }) => ({
    replaceOne: { filter: { _id, rev: { $lt: rest.rev } }, replacement: rest, upsert: true },
  }));
  await bulk(collection, operations as unknown as AnyBulkWriteOperation<T & Document>[]);
}

/** A duplicate means that the same or a newer one is there: then nothing is to be done, and the others go on. */
async function bulk<T>(
  collection: Bulk<T>,
  operations: AnyBulkWriteOperation<T & Document>[],
): Promise<void> {
  try {
    await collection.bulkWrite(operations, { ordered: false });
  } catch (fault) {
    const { writeErrors } = fault as { writeErrors?: { code: number }[] };
    const only = [writeErrors ?? []].flat();
    if (!isDuplicate(fault) || only.some((one) => one.code !== 11000)) throw fault;
  }
}

/**
 * An open row that the commit does not name becomes a mark without content: had it been deleted, a server that was
 * held up could put it back.
 */
async function projectTasks(scope: Scope, { tasks, family }: Bundle): Promise<void> {
  await writeOver(scope.tasks, tasks);
  const kept = tasks.map((row) => row._id);
  await scope.tasks.updateMany(
    {
      ...{ authority: scope.authority, case: family.id, state: 'open' },
      ...{ rev: { $lt: family.rev }, _id: { $nin: kept } },
    },
    { $set: { state: 'gone', rev: family.rev, body: '', sum: '', assignee: '', team: '' } },
  );
}

async function projectCards(scope: Scope, { cards, family }: Bundle): Promise<void> {
  await writeOver(scope.cards, cards);
  const kept = cards.map((card) => card._id);
  await scope.cards.updateMany(
    { authority: scope.authority, case: family.id, rev: { $lt: family.rev }, _id: { $nin: kept } },
    { $set: { stage: '', rev: family.rev, body: '', sum: '', stageName: '', team: '', worker: '' } },
  );
}

/** Drafts that became a record go; attachments named in it belong to the case from now on. */
async function letGo(scope: Scope, caseId: string, { drafts, attachments }: Bundle): Promise<void> {
  if (drafts.length > 0) {
    await scope.documents.deleteMany({ $or: drafts.map(({ _id, born }) => ({ _id, born })) });
  }
  if (attachments.length > 0) {
    const ids = attachments.map((id) => idOf(scope, id));
    await scope.attachments.updateMany({ _id: { $in: ids }, case: '' }, { $set: { case: caseId } });
  }
}

/** The case by its id, after what it still holds of its last commit was brought where it belongs. */
export async function drained(scope: Scope, caseId: string): Promise<CaseDocument | undefined> {
  const _id = idOf(scope, caseId);
  for (;;) {
    const kase = await scope.cases.findOne({ _id });
    if (!kase) return undefined;
    if (!kase.outbox) return kase;
    await drain(scope, kase);
  }
}

/** Drains whatever any server left behind. */
export async function drainAll(scope: Scope, spare: (token: string) => boolean = () => false): Promise<void> {
  const waiting = scope.cases.find({ authority: scope.authority, 'outbox.token': { $gt: '' } });
  for await (const kase of waiting) {
    if (kase.outbox && !spare(kase.outbox.token)) await drain(scope, kase);
  }
}
