import { standingHold, type Disposal, type DisposalKept, type Refused } from '../port.ts';
import { personKeyId } from '../keys.ts';
import { letGo } from '../sealing.ts';
import { addChange } from './changes.ts';
import { never, type CaseDocument } from './collections.ts';
import { onceMore } from './dispose-again.ts';
import { goneChildren, removeChildren } from './dispose-children.ts';
import { goneFamily, removeFamily } from './dispose-family.ts';
import { onlyHere, removePeople } from './dispose-people.ts';
import { documentOf, putNow } from './documents.ts';
import { drained } from './drain.ts';
import { refusing } from './faults.ts';
import { noting } from './quarantine.ts';
import type { Scope } from './scope.ts';

type Answer = { ok: true; removed: Record<string, number> } | Refused;

/**
 * First what is to go is written into the case, in the write that takes its content; then the rest is removed, the
 * document written that stays, and the keys destroyed. Who asks again, and every server's sweep, goes on from there.
 */
export async function dispose(scope: Scope, input: Disposal): Promise<Answer> {
  return refusing<Answer>(async () => {
    for (;;) {
      const kase = await drained(scope, input.case);
      if (kase?.disposal) await finishDisposal(scope, kase);
      // only now: the document stands there before the keys are destroyed
      const before = await documentOf<DisposalKept>(scope, 'disposal', input.commandId);
      if (before) return { ok: true, removed: before.body.removed };
      if (!kase || kase.revision === 0) return { ok: false, reason: 'conflict', revision: 0 };
      if (kase.disposal) continue;
      if (kase.disposed !== '') return { ok: false, reason: 'conflict', revision: kase.revision };
      if (await scope.frozen()) return { ok: false, reason: 'readonly' };
      if (!(await begin(scope, kase, input))) {
        return { ok: false, reason: 'conflict', revision: kase.revision };
      }
    }
  });
}

/**
 * Writes into the case what is to go; false when a hold stands on it. The case must not have changed meanwhile: the loop
 * of `dispose` looks again.
 */
async function begin(scope: Scope, kase: CaseDocument, input: Disposal): Promise<boolean> {
  const gone = input.children
    ? await goneChildren(scope, input.case, input.children)
    : await goneFamily(scope, kase);
  const people = await onlyHere(scope, input.case, input.people);
  const removed = { ...gone.removed, person: people.ids.length };
  const kept: DisposalKept = {
    ...{ ...input, people: people.ids, keys: [...gone.keys, ...people.keys] },
    removed: Object.fromEntries(Object.entries(removed).filter(([, number]) => number > 0)),
  };
  const { _id, revision, fence } = kase;
  const held = {
    authority: scope.authority,
    case: kase.id,
    kind: 'legal-hold' as const,
    owner: standingHold,
  };
  if (await scope.documents.findOne(held, { projection: { _id: 1 } })) return false;
  await scope.cases.updateOne(
    { _id, revision, fence, outbox: null, disposal: null },
    {
      $set: { disposal: kept, ...(input.children ? {} : emptied(kase, input.commandId)) },
      $inc: { fence: 1 },
    },
  );
  return true;
}

/** What is left of a case that was let go of: its place in the chain. */
function emptied(kase: CaseDocument, disposed: string): Partial<CaseDocument> {
  return {
    ...{ body: letGo(kase.body), version: '', open: false, family: { body: '', sum: '' }, parts: {} },
    ...{
      journeys: null,
      disposed,
      rows: { tasks: [], cards: [] },
      people: [],
      due: never,
      owner: '',
      leaseUntil: 0,
      attempts: 0,
      message: '',
    },
  };
}

/** Does the rest of a disposal; done twice it changes nothing. */
export async function finishDisposal(scope: Scope, kase: CaseDocument): Promise<void> {
  const kept = kase.disposal;
  if (!kept) return;
  await scope.reached('disposing');
  if (kept.children) await removeChildren(scope, kept.case, kept.children, kept.keys);
  else await removeFamily(scope, kase);
  const body = withoutThoseWhoStay(kept, await removePeople(scope, kept.case, kept.people));
  // who let go of it, and by which rule, is known before anything is gone for good; there already: written before
  await putNow(scope, { kind: 'disposal', id: kept.commandId, owner: kept.case, body, expecting: 0 });
  await scope.keys.destroy(body.keys, kept.at);
  await addChange(scope, { kind: 'case', case: kept.case });
  await scope.cases.updateOne(
    { _id: kase._id, 'disposal.commandId': kept.commandId },
    { $set: { disposal: null, again: await onceMore(scope, kept.commandId) } },
  );
}

/** What is said to be gone: people whom another family came to refer to since it was begun are not. */
function withoutThoseWhoStay(kept: DisposalKept, gone: string[]): DisposalKept {
  const stay = kept.people.filter((id) => !gone.includes(id)).map(personKeyId);
  if (stay.length === 0) return kept;
  const { person: _person, ...removed } = kept.removed;
  return {
    ...{ ...kept, people: gone, keys: kept.keys.filter((id) => !stay.includes(id)) },
    removed: { ...removed, ...(gone.length > 0 ? { person: gone.length } : {}) },
  };
}

/** Finishes what a server that ended left undone. */
export async function finishDisposals(scope: Scope): Promise<void> {
  const waiting = scope.cases.find({ authority: scope.authority, 'disposal.commandId': { $gt: '' } });
  for await (const kase of waiting) await noting(scope, kase.id, () => finishDisposal(scope, kase));
}
