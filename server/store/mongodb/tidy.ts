import type { Moment } from '#engine';
import { fileKeyId } from '../keys.ts';
import { isLeftBehind, unnamedIn } from '../orphans.ts';
import { attachmentFacts } from './attachments.ts';
import { removeFiles } from './dispose-family.ts';
import { listDocuments } from './documents.ts';
import { idOf, type Scope } from './scope.ts';

const atOnce = 500;

/** Files that were sent for a form that was never completed, with their keys. The rest is done every few seconds. */
export async function tidy(scope: Scope, now: Moment): Promise<void> {
  if (await scope.frozen()) return;
  const { authority } = scope;
  const rows = await scope.attachments.find({ authority, case: '' }, { projection: { id: 1 } }).toArray();
  const old: string[] = [];
  for (let at = 0; at < rows.length; at += atOnce) {
    const facts = await attachmentFacts(
      scope,
      rows.slice(at, at + atOnce).map(({ id }) => id),
    );
    old.push(...facts.filter((one) => isLeftBehind(one.at, now)).map(({ id }) => id));
  }
  const drafts = (after?: string) =>
    listDocuments(scope, { kind: 'draft' }, { limit: atOnce, ...(after ? { after } : {}) });
  for (const id of await unnamedIn(drafts, old)) {
    const { deletedCount } = await scope.attachments.deleteOne({ _id: idOf(scope, id), case: '' });
    if (deletedCount === 0) continue;
    await removeFiles(scope, [id]);
    await scope.keys.destroy([fileKeyId(id)], now);
  }
}
