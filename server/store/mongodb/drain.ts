import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import { addChange } from './changes.ts';
import type { Bundle, CaseDocument } from './collections.ts';
import { isDuplicate } from './faults.ts';
import { noting } from './quarantine.ts';
import { idOf, type Scope } from './scope.ts';
import { finishPeople } from './written-people.ts';

/**
 * Brings what the last commit wrote from the case document to the collections. Any server may do it, several at once,
 * and again after a crash: what never changes is inserted by its id, and a row of a list is written over an older
 * revision only. The case then lets go of its outbox, if it is still the same.
 */
export async function drain(scope: Scope, kase: Drained): Promise<void> {
  await bringAlong(scope, kase);
  await tell(scope, kase);
}

type Drained = Pick<CaseDocument, '_id' | 'id' | 'outbox'>;

/** The first half: everything stands where it is read. */
export async function bringAlong(scope: Scope, { id, outbox }: Drained): Promise<void> {
  if (!outbox) return;
  await Promise.all([
    insertOnce(scope.history, outbox.entries),
    insertOnce(scope.records, outbox.records),
    insertOnce(scope.parts, outbox.parts),
    insertOnce(scope.commands, [outbox.command]),
    writeAll(scope.tasks, taskWrites(scope, outbox)),
    writeAll(scope.families, over([outbox.family])),
    writeAll(scope.cards, cardWrites(scope, outbox)),
    finishPeople(scope, outbox),
    letGo(scope, id, outbox),
  ]);
  await scope.reached('projected');
}

/** The second half: live pages are told, and the case lets go of its outbox. */
export async function tell(scope: Scope, { _id, id, outbox }: Drained): Promise<void> {
  if (!outbox) return;
  // told before it is let go of: nobody would tell it after a server that ended in between
  await addChange(scope, { kind: 'case', case: id });
  await scope.cases.updateOne({ _id, 'outbox.token': outbox.token }, { $set: { outbox: null } });
}

type Operation = AnyBulkWriteOperation<Document>;

/** What never changes: put there when it is not. */
async function insertOnce<T extends { _id: string }>(
  collection: Collection<T>,
  documents: T[],
): Promise<void> {
  await writeAll(
    collection,
    documents.map((document) => ({ insertOne: { document: document as Document } })),
  );
}

/** Rows of lists: put there, or over an older revision's. */
function over(rows: { _id: string; rev: number }[]): Operation[] {
  return rows.map(({ _id, ...rest }) => ({
    replaceOne: {
      filter: { _id: _id as never, rev: { $lt: rest.rev } },
      replacement: rest,
      upsert: true,
    },
  }));
}

/**
 * Several writes to one collection, in one go. A duplicate means that the same or a newer row is there, and nothing is
 * to be done of it; then the others are done one by one, for not every server goes on after it.
 */
async function writeAll<T extends Document>(
  collection: Collection<T>,
  operations: Operation[],
): Promise<void> {
  if (operations.length === 0) return;
  const to = collection as unknown as Collection<Document>;
  try {
    await to.bulkWrite(operations, { ordered: false });
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    if (operations.length === 1) return;
    for (const one of operations) await writeAll(to, [one]);
  }
}

/**
 * An open row that the commit does not name becomes a mark without content: had it been deleted, a server that was
 * held up could put it back.
 */
function taskWrites(scope: Scope, { tasks, gone, family }: Bundle): Operation[] {
  const nothing = { state: 'gone', body: '', sum: '', assignee: '', team: '' };
  const ids = gone.tasks.map((id) => idOf(scope, id));
  return [...over(tasks), ...marks(ids, family.rev, nothing)];
}

function cardWrites(scope: Scope, { cards, gone, family }: Bundle): Operation[] {
  const nothing = { stage: '', body: '', sum: '', stageName: '', team: '', worker: '' };
  const ids = gone.cards.map((stage) => idOf(scope, family.id, stage));
  return [...over(cards), ...marks(ids, family.rev, nothing)];
}

/** What is left of rows that are no more. */
function marks(ids: string[], rev: number, nothing: object): Operation[] {
  return ids.map((id) => ({
    updateOne: { filter: { _id: id as never, rev: { $lt: rev } }, update: { $set: { ...nothing, rev } } },
  }));
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
  await scope.afterwards.of(caseId);
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
    if (kase.outbox && !spare(kase.outbox.token)) await noting(scope, kase.id, () => drain(scope, kase));
  }
}
