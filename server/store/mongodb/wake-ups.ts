import type { Filter } from 'mongodb';
import type { Moment } from '#engine';
import type { Claim, Incident, PageAsked, Paged, StoreMetrics } from '../port.ts';
import { limitOf, readPlace } from '../paging.ts';
import { mostAttempts, notEnded } from '../wake-up-attempts.ts';
import { never, type CaseDocument } from './collections.ts';
import { refusing } from './faults.ts';
import { pageOf, text } from './filters.ts';
import { idOf, type Scope } from './scope.ts';

const fields = { id: 1, due: 1, claim: 1, leaseUntil: 1, attempts: 1 } as const;

/** Takes due wake-ups nobody holds. Each claim has a new fence: whoever held the old one can settle nothing. */
export async function claim(
  scope: Scope,
  ask: { owner: string; now: Moment; lease: number; limit: number },
): Promise<Claim[]> {
  const taken: Claim[] = [];
  await refusing(async () => {
    if (await scope.frozen()) return;
    const time = await scope.now();
    const { authority } = scope;
    const free = { leaseUntil: { $lte: time }, attempts: { $lt: mostAttempts } };
    const due = await scope.cases
      .find({ authority, due: { $lte: text(ask.now) }, ...free }, { projection: fields })
      .sort({ due: 1 })
      .limit(ask.limit)
      .toArray();
    const leaseUntil = time + ask.lease * 1000;
    for (const row of due) {
      const { matchedCount } = await scope.cases.updateOne(
        { _id: row._id, due: row.due, claim: row.claim, leaseUntil: row.leaseUntil },
        { $set: { owner: ask.owner, leaseUntil, claim: row.claim + 1, claimedDue: row.due } },
      );
      if (matchedCount === 0) continue;
      taken.push({ case: row.id, due: row.due, fence: row.claim + 1, attempts: row.attempts });
    }
  });
  return taken;
}

/** Counts the attempt while the claim is held: whatever becomes of the process, it was one. */
export async function begin(scope: Scope, held: Claim): Promise<boolean> {
  const begun = await refusing<boolean>(async () => {
    const { matchedCount } = await scope.cases.updateOne(
      { _id: idOf(scope, held.case), claim: held.fence },
      { $set: { attempts: held.attempts + 1, message: notEnded } },
    );
    return matchedCount > 0;
  });
  return begun === true;
}

/**
 * Gives a claim back. A wake-up that is still due as before was a failed attempt: work that changes nothing must not
 * come round for ever. One that was done takes back what its beginning counted.
 */
export async function settle(
  scope: Scope,
  held: Claim,
  result: { done: true } | { done: false; message: string },
): Promise<boolean> {
  const _id = idOf(scope, held.case);
  const done = await refusing<boolean>(async () => {
    for (;;) {
      const row = await scope.cases.findOne({ _id }, { projection: { due: 1, claim: 1, claimedDue: 1 } });
      // gone: the work was done and nothing is left to wake for
      if (!row || row.due === never) return true;
      if (row.claim !== held.fence) return false;
      const failed = !result.done || row.due === row.claimedDue;
      const message = result.done ? 'nothing changed although a wake-up was due' : result.message;
      const { matchedCount } = await scope.cases.updateOne(
        { _id, claim: held.fence, due: row.due },
        {
          $set: {
            ...{ owner: '', leaseUntil: 0 },
            ...(failed ? { attempts: held.attempts + 1, message } : { attempts: 0, message: '' }),
          },
        },
      );
      if (matchedCount > 0) return true;
    }
  });
  return done === true;
}

export async function retry(scope: Scope, caseId: string): Promise<void> {
  const again = { attempts: 0, message: '', leaseUntil: 0 };
  await refusing(async () => scope.cases.updateOne({ _id: idOf(scope, caseId) }, { $set: again }));
}

export async function listIncidents(scope: Scope, page?: PageAsked): Promise<Paged<Incident>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const raw = await scope.cases
    .find(
      { ...incidents(scope, await scope.now()), id: { $gt: String(place?.[0] ?? '') } },
      { projection: { ...fields, message: 1 } },
    )
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  return pageOf(
    raw,
    limit,
    ({ id, due, attempts, message }) => ({ case: id, due, attempts, message }),
    ({ id }) => [id],
  );
}

/** What waits for a person; while it is tried a last time it is not among it. */
function incidents({ authority }: Scope, time: number): Filter<CaseDocument> {
  return { authority, attempts: { $gte: mostAttempts }, due: { $lt: never }, leaseUntil: { $lte: time } };
}

/** How long and how many wake-ups wait, and what waits for a person. */
export async function metrics(scope: Scope): Promise<StoreMetrics> {
  const { authority } = scope;
  const time = await scope.now();
  const due: Filter<CaseDocument> = {
    ...{ authority, attempts: { $lt: mostAttempts } },
    due: { $lte: new Date(time).toISOString() },
  };
  const [oldest, waiting, given, quarantined] = await Promise.all([
    scope.cases.findOne(due, { sort: { due: 1 }, projection: { due: 1 } }),
    scope.cases.countDocuments(due),
    scope.cases.countDocuments(incidents(scope, time)),
    scope.quarantined.countDocuments({ authority }),
  ]);
  const queueLag = oldest ? Math.max(0, (time - Date.parse(oldest.due)) / 1000) : 0;
  return { queueLag, waiting, incidents: given, quarantined };
}
