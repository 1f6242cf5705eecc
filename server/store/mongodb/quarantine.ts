import type { PageAsked, Paged, Quarantined } from '../port.ts';
import { limitOf, readPlace } from '../paging.ts';
import { refusalOf } from './faults.ts';
import { pageOf } from './filters.ts';
import { idOf, type Scope } from './scope.ts';

/** Notes a case as damaged, once: it is not shown until it was restored. */
export async function quarantine(scope: Scope, id: string, message: string): Promise<void> {
  const since = new Date(await scope.now()).toISOString();
  const { authority } = scope;
  // what can't be written now is met again by the next reader; the reader is told of the damage in any case
  await scope.quarantined
    .updateOne(
      { _id: idOf(scope, id) },
      { $setOnInsert: { authority, id, since, message } },
      { upsert: true },
    )
    .catch(() => undefined);
}

/** Does work on one of several cases. What fails for another reason than the database is noted, and the others go on. */
export async function noting(scope: Scope, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (refusalOf(fault)) throw fault;
    await quarantine(scope, id, 'what was begun with it could not be brought to its end');
  }
}

/** The case is whole again. */
export async function release(scope: Scope, id: string): Promise<void> {
  await scope.quarantined.deleteOne({ _id: idOf(scope, id) });
}

export async function listQuarantined(scope: Scope, page?: PageAsked): Promise<Paged<Quarantined>> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const raw = await scope.quarantined
    .find({ authority: scope.authority, id: { $gt: String(place?.[0] ?? '') } })
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  return pageOf(
    raw,
    limit,
    ({ id, since, message }) => ({ id, since, message }),
    ({ id }) => [id],
  );
}
