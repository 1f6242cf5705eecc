import { familyKeyId, fileKeyId } from '../keys.ts';
import { letGo } from '../sealing.ts';
import type { CaseDocument } from './collections.ts';
import { never } from './collections.ts';
import { idOf, type Scope } from './scope.ts';

/** What goes, by place, and which keys are to be destroyed. */
export interface Gone {
  keys: string[];
  removed: Record<string, number>;
}

/** What goes with a whole family. */
export async function goneFamily(scope: Scope, kase: CaseDocument): Promise<Gone> {
  const mine = { authority: scope.authority, case: kase.id };
  const [task, card, record, part, command, document, files, entry, children] = await Promise.all([
    scope.tasks.countDocuments({ ...mine, state: { $ne: 'gone' } }),
    scope.cards.countDocuments({ ...mine, stage: { $gt: '' } }),
    scope.records.countDocuments(mine),
    scope.parts.countDocuments(mine),
    scope.commands.countDocuments(mine),
    scope.documents.countDocuments({ ...mine, kind: { $ne: 'disposal' } }),
    scope.attachments.find(mine, { projection: { id: 1 } }).toArray(),
    scope.history.countDocuments(mine),
    scope.keys.named(`child:${kase.id}/`),
  ]);
  return {
    keys: [familyKeyId(kase.id), ...children, ...files.map(({ id }) => fileKeyId(id))],
    removed: {
      ...{ case: 1, family: 1, task, card, record, part, command, document, entry },
      ...{ attachment: files.length, 'wake-up': kase.due === never ? 0 : 1 },
    },
  };
}

/** Everything of a family goes but the hashes of its chain. What it was found by is emptied, not removed: a server that
 * was held up could put a removed row back. */
export async function removeFamily(scope: Scope, kase: CaseDocument): Promise<void> {
  const { authority } = scope;
  const mine = { authority, case: kase.id };
  const files = await scope.attachments.find(mine, { projection: { id: 1 } }).toArray();
  await removeFiles(
    scope,
    files.map(({ id }) => id),
  );
  // one that came after the keys were counted: its own goes as well
  const late = files.map(({ id }) => fileKeyId(id)).filter((key) => !kase.disposal?.keys.includes(key));
  if (late.length > 0) await scope.keys.destroy(late, kase.disposal?.at ?? '');
  const nothing = { name: '', team: '', worker: '', words: [], people: [], seenBy: [], body: '', sum: '' };
  await scope.families.updateOne(
    { _id: idOf(scope, kase.id) },
    { $set: { authority, id: kase.id, ...nothing, rev: kase.revision + 1 } },
    { upsert: true },
  );
  await Promise.all([
    removeRows(scope, kase.id),
    scope.documents.deleteMany({ ...mine, kind: { $ne: 'disposal' } }),
    scope.quarantined.deleteOne({ _id: idOf(scope, kase.id) }),
  ]);
  await emptyHistory(scope, kase.id);
}

/** What a server that was held up may put back: it is removed once more when none can be. */
export async function removeRows(scope: Scope, caseId: string): Promise<void> {
  const mine = { authority: scope.authority, case: caseId };
  await Promise.all([
    scope.tasks.deleteMany(mine),
    scope.cards.deleteMany(mine),
    scope.records.deleteMany(mine),
    scope.parts.deleteMany(mine),
    scope.commands.deleteMany(mine),
  ]);
}

async function emptyHistory({ history, authority }: Scope, caseId: string): Promise<void> {
  for await (const { _id, body } of history.find({ authority, case: caseId })) {
    await history.updateOne({ _id }, { $set: { body: letGo(body) } });
  }
}

/** Files with their bytes. */
export async function removeFiles(scope: Scope, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { authority } = scope;
  await scope.attachments.deleteMany({ authority, _id: { $in: ids.map((id) => idOf(scope, id)) } });
  await scope.pieces.deleteMany({ authority, attachment: { $in: ids } });
}
