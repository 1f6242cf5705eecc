import type { DisposalKept } from '../port.ts';
import type { CaseDocument } from './collections.ts';
import { removeChildren } from './dispose-children.ts';
import { removeRows } from './dispose-family.ts';
import { documentOf } from './documents.ts';
import { noting } from './quarantine.ts';
import type { Scope } from './scope.ts';

/** After this long no server is still bringing along what it read before, in milliseconds: its line would have broken. */
const late = 60_000;

/** When what a server that was held up put back of a disposal is to go. */
export async function onceMore(scope: Scope, commandId: string): Promise<NonNullable<CaseDocument['again']>> {
  return { at: (await scope.now()) + late, commandId };
}

/** Rows of what was let go of, put back by a server that was held up meanwhile, go once more. */
export async function removeAgain(scope: Scope): Promise<void> {
  const { authority } = scope;
  const due = { authority, 'again.at': { $gt: 0, $lte: await scope.now() } };
  for await (const { _id, id, again } of scope.cases.find(due, { projection: { id: 1, again: 1 } })) {
    if (!again) continue;
    await noting(scope, id, async () => {
      const kept = (await documentOf<DisposalKept>(scope, 'disposal', again.commandId))?.body;
      if (kept?.children) await removeChildren(scope, id, kept.children, kept.keys);
      else if (kept) await removeRows(scope, id);
      await scope.cases.updateOne({ _id, 'again.commandId': again.commandId }, { $set: { again: null } });
    });
  }
}
