import { randomUUID } from 'node:crypto';
import type { Commit, CommitResult, Refused } from '../port.ts';
import { Damaged } from '../damaged.ts';
import { familyKeyId } from '../keys.ts';
import { keysNeeded, rowsOf, written, type CommitKeys, type Written } from './bundle.ts';
import { never, type CaseDocument, type CommandDocument } from './collections.ts';
import { finishDisposal } from './dispose.ts';
import { bringAlong, drained, tell } from './drain.ts';
import { isDuplicate, refusalOf, refusing } from './faults.ts';
import { finishHold, heldIds, holdPeople, raiseFence, releasePeople } from './holds.ts';
import { noCase } from './no-case.ts';
import { replyOf } from './replies.ts';
import { idOf, type Scope } from './scope.ts';

/** How often a commit begins again when its case was fenced: it is refused as 'unavailable' afterwards. */
const mostAttempts = 12;

/** One command. It is done when its case document is written; everything else is brought along from there. */
export async function commit(scope: Scope, input: Commit): Promise<CommitResult> {
  if (input.history.length === 0) throw new TypeError('A commit needs at least one history entry.');
  if (input.case.id !== input.family.id) throw new TypeError('The family row is of another case.');
  const people = (input.people ?? []).map((put) => put.id);
  if (new Set(people).size < people.length) throw new TypeError('A commit writes a person once.');
  return refusing(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' } as const;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const done = await attemptOf(scope, input);
      if (done) return done;
    }
    return { ok: false, reason: 'unavailable' } as const;
  });
}

/** Undefined: the case was fenced or written meanwhile, and everything is to be looked at anew. */
async function attemptOf(scope: Scope, input: Commit): Promise<CommitResult | undefined> {
  const [kase, earlier] = await Promise.all([
    drained(scope, input.case.id),
    scope.commands.findOne({ _id: idOf(scope, input.case.id, input.commandId) }),
  ]);
  // the case may have been drained of this very command after the commands were asked
  const told = earlier ?? (kase && (await commandAt(scope, kase, input)));
  if (told) return replay(scope, told, input.actor);
  const before = kase ?? noCase(scope, input.case.id);
  if (before.disposal) {
    // what would be sealed now could be sealed with a key that is about to be destroyed
    await finishDisposal(scope, before);
    return undefined;
  }
  if (before.disposed !== '') return { ok: false, reason: 'conflict', revision: before.revision };
  if (before.revision !== input.expecting || !partsFit(before, input)) {
    return conflict(scope, input.case.id, before.revision);
  }
  const [keys, fit] = await Promise.all([keysFor(scope, input), fits(scope, before, input)]);
  if (!fit) return undefined;
  if (!keys) return { ok: false, reason: 'conflict', revision: before.revision };
  const token = randomUUID();
  const asked = { case: input.case.id, token };
  const holding = { written: input.people ?? [], linked: linkedBy(before, input) };
  const refused = await holdPeople(scope, asked, holding);
  if (refused) return refused;
  await scope.reached('held');
  const parts = written(scope, input, before, keys, token);
  parts.bundle.drafts = await draftsOf(scope, input);
  parts.bundle.linked = holding.linked.map((id) => idOf(scope, id));
  // asked again: between the first time and here others may have had to be waited for
  const frozen = await scope.frozen();
  if (frozen !== '' || !(await anchor(scope, before, input, parts))) {
    await releasePeople(scope, token, heldIds(holding));
    return frozen === '' ? undefined : { ok: false, reason: 'readonly' };
  }
  await scope.reached('anchored');
  await finish(scope, input, parts);
  return { ok: true, revision: input.expecting + 1, replayed: false, reply: input.reply };
}

/** Only when the revision went past the one expected: the command may be what took it there. */
async function commandAt(scope: Scope, kase: CaseDocument, input: Commit): Promise<CommandDocument | null> {
  if (kase.revision <= input.expecting) return null;
  return scope.commands.findOne({ _id: idOf(scope, input.case.id, input.commandId) });
}

/** The answer the command was given before: the same for its actor, a conflict for anyone else. */
async function replay(scope: Scope, told: CommandDocument, asking: string): Promise<CommitResult> {
  const { actor, revision, at } = told;
  if (actor !== asking) return { ok: false, reason: 'conflict', revision, changed: { by: actor, at } };
  const reply = await replyOf(scope, told);
  if (!reply) return { ok: false, reason: 'conflict', revision };
  return { ok: true, revision, replayed: true, ...reply };
}

async function conflict(scope: Scope, id: string, revision: number): Promise<Refused> {
  const last = await scope.commands.findOne({ authority: scope.authority, case: id, revision });
  return {
    ok: false,
    reason: 'conflict',
    revision,
    ...(last ? { changed: { by: last.actor, at: last.at } } : {}),
  };
}

/** People whom the family refers to from now on: none of them may be let go of with another family meanwhile. */
function linkedBy({ people: before = [] }: CaseDocument, { family, people = [] }: Commit): string[] {
  const written = new Set(people.map(({ id }) => id));
  return [...new Set(family.people)].filter((id) => !before.includes(id) && !written.has(id));
}

/** Each living document goes on from the revision the case vouches for. */
function partsFit(before: CaseDocument, input: Commit): boolean {
  return (input.parts ?? []).every((part) => (before.parts[part.part]?.revision ?? 0) + 1 === part.revision);
}

/**
 * A completed form is never written twice, and nothing is written onto a history that was cut or added to. False when
 * the case was written meanwhile: then what is there may well be of that.
 */
async function fits(scope: Scope, before: CaseDocument, input: Commit): Promise<boolean> {
  const { id, entries, head } = before;
  const ids = (input.records ?? []).map((record) => idOf(scope, record.id));
  const [record, last] = await Promise.all([
    recordAmong(scope, ids),
    Promise.all([entries, entries + 1].map((seq) => scope.history.findOne({ _id: idOf(scope, id, seq) }))),
  ]);
  const [end, beyond] = last;
  if (!record && !beyond && (entries === 0 || end?.hash === head)) return true;
  const { _id, revision } = before;
  const same = await scope.cases.findOne({ _id, revision, outbox: null }, { projection: { _id: 1 } });
  if (!same && revision > 0) return false;
  if (revision === 0 && (await scope.cases.findOne({ _id, revision: { $gt: 0 } }))) return false;
  if (record) throw new TypeError(`The record ${record.id} was written before.`);
  throw new Damaged('case', id, 'its history does not end where the case says it does');
}

/** Mostly there is one, and not every server looks several up as fast. */
async function recordAmong({ records }: Scope, [first, ...more]: string[]): Promise<{ id: string } | null> {
  if (first === undefined) return null;
  return records.findOne({ _id: more.length === 0 ? first : { $in: [first, ...more] } });
}

/**
 * Every key is durable before anything is sealed with it. Undefined when one was destroyed: the case says so of its
 * family's, the others are asked for now.
 */
async function keysFor(scope: Scope, input: Commit): Promise<CommitKeys | undefined> {
  const family = familyKeyId(input.case.id);
  const found = await Promise.all(
    [...new Set(keysNeeded(input))].map(async (id) => {
      const key = await (id === family ? scope.keys.ensure(id) : scope.keys.ensureNow(id));
      return [id, key] as const;
    }),
  );
  const keys: CommitKeys = new Map();
  for (const [id, key] of found) {
    if (key === 'destroyed') return undefined;
    keys.set(id, key);
  }
  return keys;
}

/** A draft that is removed and made again while this commit is brought along is another one, and stays. */
async function draftsOf(scope: Scope, input: Commit): Promise<{ _id: string; born: string }[]> {
  const ids = (input.drafts ?? []).map((id) => idOf(scope, 'draft', id));
  if (ids.length === 0) return [];
  const found = await scope.documents.find({ _id: { $in: ids } }, { projection: { born: 1 } }).toArray();
  return found.map(({ _id, born }) => ({ _id, born }));
}

/** The one write that commits. False when the case is no longer as it was read. */
async function anchor(
  scope: Scope,
  before: CaseDocument,
  input: Commit,
  { sealed, end, parts, journeys, bundle }: Written,
): Promise<boolean> {
  const changes: Partial<CaseDocument> = {
    ...{ revision: input.expecting + 1, ...sealed, head: end.head, entries: end.entries },
    ...{ version: input.case.version, open: input.case.tracks.some((track) => track.track !== null) },
    ...{ family: { body: bundle.family.body, sum: bundle.family.sum }, outbox: bundle },
    ...{ parts: { ...before.parts, ...parts }, rows: rowsOf(input), people: bundle.family.people },
    ...{ journeys, ...wakeUp(before, input.case.wakeUp) },
  };
  const { _id, revision, fence } = before;
  try {
    if (revision === 0 && fence === 0 && (await insertNew(scope, { ...before, ...changes }))) return true;
    const { matchedCount } = await scope.cases.updateOne(
      { _id, revision, fence, outbox: null },
      { $set: changes },
    );
    return matchedCount > 0;
  } catch (fault) {
    return settleUnknown(scope, { case: input.case.id, token: bundle.token }, fault);
  }
}

async function insertNew(scope: Scope, kase: CaseDocument): Promise<boolean> {
  try {
    await scope.cases.insertOne(kase);
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/** The line broke while the case was written: it is asked whether it was, and if not, sees to it that it never will be. */
async function settleUnknown(
  scope: Scope,
  asked: { case: string; token: string },
  fault: unknown,
): Promise<boolean> {
  if (refusalOf(fault) !== 'unavailable') throw fault;
  if (await finishHold(scope, asked)) return true;
  if (await raiseFence(scope, asked)) return false;
  // it is there, but perhaps not yet on a majority: a write after it, which they acknowledge, says that it is
  await scope.cases.updateOne(
    { _id: idOf(scope, asked.case), 'outbox.token': asked.token },
    { $set: { 'outbox.confirmed': true } },
  );
  return true;
}

/** The earliest wake-up is now this one, or none. A claim under way keeps its fence. */
function wakeUp(before: CaseDocument, due: string | undefined): Partial<CaseDocument> {
  const next = due ?? never;
  if (before.due === next) return {};
  const none = next === never ? { owner: '', leaseUntil: 0 } : {};
  return { due: next, attempts: 0, message: '', ...none };
}

/**
 * The command is done already: what goes wrong from here on is made good by whoever meets the case next, and does not
 * make a refusal of what was acknowledged.
 */
async function finish(scope: Scope, input: Commit, { bundle }: Written): Promise<void> {
  try {
    const kase = { _id: idOf(scope, input.case.id), id: input.case.id, outbox: bundle };
    await bringAlong(scope, kase);
    scope.afterwards.goOn(kase.id, tell(scope, kase));
  } catch (fault) {
    if (!refusalOf(fault)) throw fault;
  }
}
