import type { Collection, Filter, WithId } from 'mongodb';
import { idOf, type Scope } from './scope.ts';

/**
 * Looks at every document of a collection, and once more at one that does not fit: it may have been written over or
 * let go of since it was read. `wrong` is told of those that still do not.
 */
export async function eachThatFits<T extends { _id: string }>(
  scope: Scope,
  {
    from,
    where,
    fits,
    caseOf,
  }: {
    from: Collection<T>;
    where: Filter<T>;
    fits: (row: T) => Promise<boolean>;
    /** the case it goes with when that is let go of; '' when it is nobody's */
    caseOf: (row: T) => string;
  },
  wrong: (row: T) => void,
): Promise<number> {
  let seen = 0;
  for await (const found of from.find(where)) {
    const row = found as T;
    seen += 1;
    if (await fits(row)) continue;
    if (await isGoing(scope, caseOf(row))) continue;
    scope.keys.forget();
    const filter = { ...where, _id: row._id } as Filter<T>;
    const now = (await from.findOne(filter)) as (WithId<T> & T) | null;
    if (now && !(await fits(now))) wrong(now);
  }
  return seen;
}

/** In the middle of being let go of: its content goes before its keys do. */
async function isGoing(scope: Scope, caseId: string): Promise<boolean> {
  if (caseId === '') return false;
  const which = { _id: idOf(scope, caseId), 'disposal.commandId': { $gt: '' } };
  return (await scope.cases.findOne(which, { projection: { _id: 1 } })) !== null;
}
