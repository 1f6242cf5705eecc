import type { Change } from '../port.ts';
import { isDuplicate } from './faults.ts';
import { idOf, type Scope } from './scope.ts';

/** Live pages look back a few seconds; older changes are let go of, this many at a time. */
const kept = 5000;

/** The number each open store wrote last, and until when it is gone by: others let go of old numbers. */
const guesses = new WeakMap<Scope, { seq: number; until: number }>();
const remembered = 2000;

function guessed(scope: Scope): number | undefined {
  const guess = guesses.get(scope);
  return guess && performance.now() < guess.until ? guess.seq : undefined;
}

/**
 * A change gets the number after the latest: two that try the same one are told apart by the unique id, and the later
 * tries the next. So there is never a gap that a writer who died would leave, and what is read is never overtaken.
 */
export async function addChange(scope: Scope, change: Omit<Change, 'seq'>): Promise<void> {
  const { authority } = scope;
  const { kind, case: caseId = '', task = '' } = change;
  // mostly the one after our own last: the database is asked only where others wrote since
  let seq = (guessed(scope) ?? (await latest(scope))) + 1;
  for (let tries = 0; ; tries += 1) {
    try {
      await scope.changes.insertOne({ _id: idOf(scope, seq), authority, seq, kind, case: caseId, task });
      guesses.set(scope, { seq, until: performance.now() + remembered });
      if (seq % kept === 0) await scope.changes.deleteMany({ authority, seq: { $lte: seq - kept } });
      return;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      seq = tries === 0 ? Math.max(seq, await latest(scope)) + 1 : seq + 1;
    }
  }
}

async function latest({ changes, authority }: Scope): Promise<number> {
  const last = await changes.findOne({ authority }, { sort: { seq: -1 }, projection: { seq: 1 } });
  return last?.seq ?? 0;
}

/** Changes after a number, oldest first. With none, only the latest number: where a listener starts. */
export async function changesAfter(
  scope: Scope,
  after: number | undefined,
): Promise<{ changes: Change[]; latest: number }> {
  await scope.afterwards.all();
  if (after === undefined) return { changes: [], latest: await latest(scope) };
  const rows = await scope.changes
    .find({ authority: scope.authority, seq: { $gt: after } })
    .sort({ seq: 1 })
    .limit(kept)
    .toArray();
  const changes = rows.map(({ seq, kind, case: caseId, task }) => ({
    ...{ seq, kind },
    ...(caseId === '' ? {} : { case: caseId }),
    ...(task === '' ? {} : { task }),
  }));
  return { changes, latest: changes.at(-1)?.seq ?? after };
}
